import type { QueryEditorHelpProps } from '@grafana/data';
import { Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { queryDisplayText } from '../query/displayText';
import type { ModeltraceQuery } from '../types';
import { EXAMPLES } from './examples';

type Props = Pick<QueryEditorHelpProps<ModeltraceQuery>, 'onClickExample'>;

/** Example queries to start from, and how variables are used in queries. */
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
          <Text variant="code">{queryDisplayText(query)}</Text>
        </Stack>
      ))}
      <Text element="h2" variant="h4">
        Variables
      </Text>
      <Text element="p">
        A filter value such as $model stands for all values chosen for that variable; at All, the filter is left out.
        Variables also work in the search text, the request id, measures, groups and the interval. Alert rules have no
        variables.
      </Text>
    </Stack>
  );
}
