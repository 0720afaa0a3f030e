import { InlineFieldRow } from '@grafana/ui';
import React from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { MetricsQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FIELD_OPTIONS } from '../filters/fieldOptions';
import { IntervalField } from '../interval/IntervalField';
import { METRICS_INTERVALS } from '../interval/intervals';
import { SelectionEditor } from '../SelectionEditor';
import { LimitField } from '../text/LimitField';
import { ListField } from '../text/ListField';
import { MEASURE_OPTIONS } from './options';

/** Which numbers are shown, of which requests, per which groups and interval. */
export function MetricsEditor(props: TypedEditorProps<MetricsQuery>) {
  const { query, onChange } = props;
  const change = (changes: Partial<MetricsQuery>) => {
    onChange({ ...query, ...changes });
  };
  const groupBy = query.groupBy ?? [];
  return (
    <>
      <ListField
        label="Measures"
        testId={testIds.measures}
        placeholder="Choose at least one"
        options={MEASURE_OPTIONS}
        values={query.measures ?? []}
        max={LIMITS.MetricsRequest.measures.maxItems}
        onChange={(measures) => {
          change({ measures });
        }}
      />
      <SelectionEditor {...props} />
      <ListField
        label="Group by"
        testId={testIds.groupBy}
        placeholder="No groups"
        options={FIELD_OPTIONS}
        values={groupBy}
        max={LIMITS.MetricsRequest.group_by.maxItems}
        onChange={(fields) => {
          change({ groupBy: fields });
        }}
      />
      <InlineFieldRow>
        <IntervalField
          interval={query.interval ?? LIMITS.MetricsQuery.interval.default}
          options={METRICS_INTERVALS}
          onChange={(interval) => {
            change({ interval });
          }}
          onFault={(interval) => {
            props.onSave({ ...query, interval });
          }}
        />
        {groupBy.length > 0 && (
          <LimitField
            label="Top groups"
            tooltip="Groups beyond this many, by requests, are added up as one"
            testId={testIds.seriesLimit}
            limits={LIMITS.MetricsQuery.seriesLimit}
            limit={query.seriesLimit}
            onChange={(seriesLimit) => {
              change({ seriesLimit });
            }}
          />
        )}
        <LimitField
          label="Least requests"
          tooltip="A group or point with fewer requests has no value, so that a rate over a handful of them raises no alert"
          testId={testIds.minRequests}
          limits={LIMITS.MetricsQuery.minRequests}
          limit={query.minRequests}
          onChange={(minRequests) => {
            change({ minRequests });
          }}
        />
      </InlineFieldRow>
    </>
  );
}
