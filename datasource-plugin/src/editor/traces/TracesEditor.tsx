import { CoreApp } from '@grafana/data';
import { Combobox, InlineField, InlineFieldRow, InlineSwitch, RadioButtonGroup } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../../contract/constants.gen';
import { testIds } from '../../testIds';
import type { TracesQuery } from '../../types';
import type { TypedEditorProps } from '../editorProps';
import { LABEL_WIDTH } from '../layout';
import { optionOf } from '../options';
import { SelectionEditor } from '../SelectionEditor';
import { LimitField } from '../text/LimitField';
import { SORT_OPTIONS } from './sortOptions';

type Order = NonNullable<TracesQuery['order']>;

const ORDERS: { value: Order; label: string; description: string }[] = [
  { value: 'desc', label: 'Descending', description: 'Newest, slowest or most expensive first' },
  { value: 'asc', label: 'Ascending', description: 'Oldest, fastest or cheapest first' },
];

/** Which requests the traces table shows, in which order. */
export function TracesEditor(props: TypedEditorProps<TracesQuery>) {
  const { query, app, onChange } = props;
  const id = useId();
  const change = (changes: Partial<TracesQuery>) => {
    // A place in the list is one of its old order.
    onChange({ ...query, cursor: undefined, before: undefined, ...changes });
  };
  return (
    <>
      <SelectionEditor {...props} />
      <InlineFieldRow>
        <InlineField label="Sort by" labelWidth={LABEL_WIDTH} htmlFor={`${id}-sort`}>
          <Combobox
            id={`${id}-sort`}
            data-testid={testIds.sort}
            width={28}
            options={SORT_OPTIONS}
            value={optionOf(SORT_OPTIONS, query.sort ?? LIMITS.TracesQuery.sort.default)}
            onChange={({ value }) => {
              change({ sort: value });
            }}
          />
        </InlineField>
        <InlineField>
          <RadioButtonGroup
            aria-label="Order"
            options={ORDERS}
            value={query.order ?? LIMITS.TracesQuery.order.default}
            onChange={(order) => {
              change({ order });
            }}
          />
        </InlineField>
        <LimitField
          label="Limit"
          tooltip="Requests per page"
          testId={testIds.limit}
          limits={LIMITS.TracesQuery.limit}
          limit={query.limit}
          onChange={(limit) => {
            change({ limit });
          }}
        />
        {app !== CoreApp.UnifiedAlerting && (
          <InlineField label="Live" htmlFor={`${id}-live`} tooltip="New requests are added as they arrive">
            <InlineSwitch
              id={`${id}-live`}
              data-testid={testIds.live}
              value={query.live ?? false}
              onChange={(event) => {
                change({ live: event.currentTarget.checked ? true : undefined });
              }}
            />
          </InlineField>
        )}
      </InlineFieldRow>
    </>
  );
}
