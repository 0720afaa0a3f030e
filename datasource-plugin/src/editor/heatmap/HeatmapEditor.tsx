import { Combobox, type ComboboxOption, InlineField, InlineFieldRow } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { HeatmapQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { IntervalField } from '../interval/IntervalField';
import { HEATMAP_INTERVALS } from '../interval/intervals';
import { LABEL_WIDTH } from '../layout';
import { SelectionEditor } from '../SelectionEditor';
import { LimitField } from '../text/LimitField';

type Latency = NonNullable<HeatmapQuery['field']>;

const LATENCIES: ComboboxOption<Latency>[] = [
  { value: 'duration_ms', label: 'Response time' },
  { value: 'ttft_ms', label: 'Time to first token', description: 'Of streamed requests' },
];

/** Which requests are counted by time and latency, and how finely. */
export function HeatmapEditor(props: TypedEditorProps<HeatmapQuery>) {
  const { query, onChange } = props;
  const id = useId();
  const change = (changes: Partial<HeatmapQuery>) => {
    onChange({ ...query, ...changes });
  };
  return (
    <>
      <SelectionEditor {...props} />
      <InlineFieldRow>
        <InlineField label="Latency" labelWidth={LABEL_WIDTH} htmlFor={id}>
          <Combobox
            id={id}
            data-testid={testIds.heatmapField}
            width={28}
            options={LATENCIES}
            value={query.field ?? LIMITS.HeatmapQuery.field.default}
            onChange={({ value }) => {
              change({ field: value });
            }}
          />
        </InlineField>
        <IntervalField
          interval={query.interval ?? LIMITS.HeatmapQuery.interval.default}
          options={HEATMAP_INTERVALS}
          onChange={(interval) => {
            change({ interval });
          }}
          onFault={(interval) => {
            props.onSave({ ...query, interval });
          }}
        />
        <LimitField
          label="Buckets per doubling"
          labelWidth="auto"
          tooltip="Latency buckets between a latency and its double: more are finer"
          testId={testIds.bucketsPerDoubling}
          limits={LIMITS.HeatmapQuery.bucketsPerDoubling}
          limit={query.bucketsPerDoubling}
          onChange={(bucketsPerDoubling) => {
            change({ bucketsPerDoubling });
          }}
        />
      </InlineFieldRow>
    </>
  );
}
