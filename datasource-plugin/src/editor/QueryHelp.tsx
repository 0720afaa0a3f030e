import type { QueryEditorHelpProps } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Button, Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';
import { queryDisplayText } from '../query/displayText';
import type { ModeltraceQuery } from '../types';
import pluginJson from '../plugin.json';
import { CHEAT_SHEET, EXAMPLES } from './examples';

type Props = Pick<QueryEditorHelpProps<ModeltraceQuery>, 'onClickExample'>;

/** Grafana's own page of the plugin, which shows its documentation without a network. */
const documentation = () => `${config.appSubUrl}/plugins/${pluginJson.id}`;

/** Example queries that run when they are clicked, the query language at a glance, and how variables are used. */
export function QueryHelp({ onClickExample }: Props) {
  return (
    <Stack direction="column" gap={2}>
      <Text element="h2" variant="h4">
        Examples
      </Text>
      {EXAMPLES.map(({ title, text, query }) => (
        <Stack key={title} direction="column" gap={0.5} alignItems="flex-start">
          <Button
            variant="secondary"
            size="sm"
            onClick={() => {
              onClickExample(query);
            }}
          >
            {title}
          </Button>
          <Text>{text}</Text>
          <Text color="secondary" variant="bodySmall">
            {queryDisplayText(query)}
          </Text>
        </Stack>
      ))}
      <Text element="h2" variant="h4">
        Conditions
      </Text>
      <dl>
        {CHEAT_SHEET.map(({ written, means }) => (
          <React.Fragment key={written}>
            <dt>
              <Text variant="code">{written}</Text>
            </dt>
            <dd>
              <Text color="secondary">{means}</Text>
            </dd>
          </React.Fragment>
        ))}
      </dl>
      <Text element="p">
        <TextLink href={documentation()} external>
          Documentation of the data source
        </TextLink>
      </Text>
      <Text element="h2" variant="h4">
        Variables
      </Text>
      <Text element="p">
        A variable such as $model stands for all values that are chosen for it, in filters as in conditions; at All, it
        narrows nothing. Variables also work in the search text, the request ID, measures, groups and the interval.
        Alert rules have no variables.
      </Text>
    </Stack>
  );
}
