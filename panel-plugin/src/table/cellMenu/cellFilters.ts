import { t } from '@grafana/i18n';
import { QUERY_FIELD_TYPES } from '../../contract/constants.gen';
import { valueCondition } from '../../filters/addCondition';
import { queryField, type QueryOperator } from '../../filters/queryFields';
import type { TraceRow } from '../../frames/TracePage';
import { quotedValue } from '../../selection/viewConditions';
import type { TraceColumnId } from '../columns/columnLayout';

/** A condition that a cell's value makes. */
export interface CellFilter {
  label: string;
  icon: 'search-plus' | 'search-minus' | 'arrow-up' | 'arrow-down';
  condition: string;
}

/**
 * Whether one can filter by the values of a column. Previews are the beginnings of texts, which are searched instead;
 * times are chosen as the time range.
 */
export function isFilterColumn(id: TraceColumnId): boolean {
  return id !== 'start_time' && queryField(id) !== undefined;
}

/** What one can filter for by a cell, the usual first. */
export function cellFilters(row: TraceRow, id: TraceColumnId): CellFilter[] {
  if (!isFilterColumn(id)) {
    return [];
  }
  const operators: readonly QueryOperator[] = QUERY_FIELD_TYPES[queryField(id)?.type ?? 'text'].operators;
  if (!operators.includes('>=')) {
    return equalityFilters(id, row.text(id));
  }
  const number = row.number(id);
  return number === null ? knownFilters(id) : [...equalityFilters(id, number), ...boundFilters(id, number)];
}

/** For the very value and for all others; neither where the query language cannot. An empty text is a value of texts only. */
export function equalityFilters(field: string, value: string | number): CellFilter[] {
  const asked = value === '' ? null : value;
  return filters([
    [t('cell-menu.filter-for', 'Filter for this value'), 'search-plus', valueCondition(field, asked, 'only')],
    [t('cell-menu.filter-out', 'Filter out this value'), 'search-minus', valueCondition(field, asked, 'without')],
  ]);
}

function knownFilters(field: string): CellFilter[] {
  return filters([
    [t('cell-menu.only-unknown', 'Only where it is not known'), 'search-plus', valueCondition(field, null, 'only')],
    [t('cell-menu.only-known', 'Only where it is known'), 'search-minus', valueCondition(field, null, 'without')],
  ]);
}

function filters(made: [string, CellFilter['icon'], string | undefined][]): CellFilter[] {
  return made.flatMap(([label, icon, condition]) => (condition === undefined ? [] : [{ label, icon, condition }]));
}

function boundFilters(field: string, number: number): CellFilter[] {
  const value = quotedValue(String(number));
  return [
    { label: t('cell-menu.at-least', 'This value or more'), icon: 'arrow-up', condition: `${field} >= ${value}` },
    { label: t('cell-menu.at-most', 'This value or less'), icon: 'arrow-down', condition: `${field} <= ${value}` },
  ];
}
