import React from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { MetricsQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { FiltersEditor } from '../filters/FiltersEditor';
import { FIELD_OPTIONS } from '../filters/fieldOptions';
import { LimitField } from '../text/LimitField';
import { SearchField } from '../text/SearchField';
import { IntervalField } from './IntervalField';
import { ListField } from './ListField';
import { MEASURE_OPTIONS } from './options';

/** Which numbers are shown, of which requests, per which groups and interval. */
export function MetricsEditor({ query, datasource, range, onChange }: TypedEditorProps<MetricsQuery>) {
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
      <FiltersEditor
        filters={query.filters ?? {}}
        datasource={datasource}
        range={range}
        onChange={(filters) => {
          change({ filters });
        }}
      />
      <SearchField
        search={query.search}
        onChange={(search) => {
          change({ search });
        }}
      />
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
      {groupBy.length > 0 && (
        <LimitField
          label="Groups"
          tooltip="Groups beyond this many, by requests, are added up as one"
          testId={testIds.seriesLimit}
          limits={LIMITS.MetricsQuery.seriesLimit}
          limit={query.seriesLimit}
          onChange={(seriesLimit) => {
            change({ seriesLimit });
          }}
        />
      )}
      <IntervalField
        interval={query.interval}
        onChange={(interval) => {
          change({ interval });
        }}
      />
    </>
  );
}
