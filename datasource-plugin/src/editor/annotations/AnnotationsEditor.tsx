import { type ComboboxOption, InlineField, InlineFieldRow, MultiCombobox, Text } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { ANNOTATION_KINDS, type AnnotationKind } from '../../query/annotationKinds';
import { testIds } from '../../testIds';
import type { AnnotationsQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';
import { SelectionEditor } from '../SelectionEditor';
import { LimitField } from '../text/LimitField';

const KINDS = Object.entries(ANNOTATION_KINDS).map(([value, words]) => ({
  value,
  ...words,
})) as ComboboxOption<AnnotationKind>[];

/** Which events are marked on charts, and from when on failures are a burst. */
export function AnnotationsEditor(props: TypedEditorProps<AnnotationsQuery>) {
  const { query, onChange } = props;
  const id = useId();
  const change = (changes: Partial<AnnotationsQuery>) => {
    onChange({ ...query, ...changes });
  };
  const kinds = query.kinds ?? [];
  return (
    <>
      <InlineField label="Events" labelWidth={LABEL_WIDTH} htmlFor={id} grow>
        <MultiCombobox
          id={id}
          data-testid={testIds.kinds}
          placeholder="Choose at least one"
          options={KINDS}
          value={kinds}
          onChange={(chosen) => {
            change({ kinds: chosen.map(({ value }) => value) });
          }}
        />
      </InlineField>
      {kinds.includes('error-burst') && (
        <InlineFieldRow>
          <LimitField
            label="Failures (%)"
            tooltip="Failures in percent of the requests of an interval, from which on it is an error burst"
            testId={testIds.burstFailureRate}
            limits={LIMITS.AnnotationsQuery.burstFailureRate}
            isFraction
            limit={query.burstFailureRate}
            onChange={(burstFailureRate) => {
              change({ burstFailureRate });
            }}
          />
          <LimitField
            label="Least requests"
            tooltip="An interval with fewer requests is no error burst"
            testId={testIds.burstMinRequests}
            limits={LIMITS.AnnotationsQuery.burstMinRequests}
            limit={query.burstMinRequests}
            onChange={(burstMinRequests) => {
              change({ burstMinRequests });
            }}
          />
        </InlineFieldRow>
      )}
      {kinds.includes('error-burst') && (
        <Text element="p" color="secondary" variant="bodySmall">
          Filters by status and error type do not narrow error bursts. Leave status out of the condition, too: with it,
          every request or none is a failure.
        </Text>
      )}
      <SelectionEditor {...props} />
    </>
  );
}
