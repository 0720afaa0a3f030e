import type { ComboboxOption } from '@grafana/ui';
import { QUERY_FIELDS } from '../../contract/constants.gen';
import type { components } from '../../contract/api.gen';

type SortColumn = components['parameters']['ListSort'];

/** Every column that the trace server sorts by; the type says when one is missing. */
const COLUMNS: Record<SortColumn, true> = {
  start_time: true,
  duration_ms: true,
  ttft_ms: true,
  input_tokens: true,
  output_tokens: true,
  total_tokens: true,
  cost_usd: true,
  credits: true,
  request_id: true,
  status: true,
  model: true,
  model_type: true,
  provider: true,
  operation: true,
  deployment: true,
  deployment_version: true,
  connection: true,
  source_type: true,
  source: true,
  user_id: true,
  finish_reason: true,
  error_type: true,
};

/** The columns by which traces can be sorted. */
export const SORT_OPTIONS: ComboboxOption[] = Object.keys(COLUMNS).map((value) => ({
  value,
  label: QUERY_FIELDS[value as SortColumn].label,
}));
