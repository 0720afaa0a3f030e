import type { operations } from '../../contract/api.gen.js';

type ListParameters = NonNullable<operations['listTraces']['parameters']['query']>;

/** Columns that the list can be sorted by. */
export type ListSort = NonNullable<ListParameters['sort']>;
/** Direction of a list. */
export type ListOrder = NonNullable<ListParameters['order']>;

/** How a column is sorted and how its value travels in a cursor. */
interface SortColumn {
  /** The value; NULL or an empty text where it is not known. */
  value: string;
  isUnknown: string;
  /** Whether `isUnknown` is a column of its own to sort by; NULLs have NULLS LAST. */
  isText: boolean;
  /** The value as text without spaces. */
  token: string;
  /** A form that every token has. */
  tokenForm: RegExp;
  /** Turns parameter `position_value` back into the value. */
  fromToken: string;
  /** What a token is bound as. */
  toParam: (token: string) => string;
}

/** In a cursor: the value is not known. */
export const UNKNOWN_TOKEN = '-';

const same = (token: string) => token;

function texts(column: string): SortColumn {
  const value = `t.${column}`;
  return {
    value,
    isUnknown: `${value} = ''`,
    isText: true,
    token: `base64URLEncode(${value})`,
    tokenForm: /^[\w-]+={0,2}$/,
    fromToken: '{position_value:String}',
    toParam: (token) => Buffer.from(token, 'base64url').toString(),
  };
}

/** The bits of a number travel, not its decimals: these need not lead back to exactly the same number. */
function floats(column: string): SortColumn {
  const value = `t.${column}`;
  return {
    value,
    isUnknown: `${value} IS NULL`,
    isText: false,
    token: `toString(reinterpretAsUInt64(assumeNotNull(${value})))`,
    tokenForm: /^\d{1,19}$/,
    fromToken: 'reinterpretAsFloat64({position_value:UInt64})',
    toParam: same,
  };
}

function counts(value: string): SortColumn {
  return {
    value,
    isUnknown: `${value} IS NULL`,
    isText: false,
    token: `toString(assumeNotNull(${value}))`,
    tokenForm: /^\d{1,18}$/,
    fromToken: '{position_value:Int64}',
    toParam: same,
  };
}

const TOTAL_TOKENS = `if(t.input_tokens IS NULL AND t.output_tokens IS NULL, NULL,
  toInt64(ifNull(t.input_tokens, 0)) + ifNull(t.output_tokens, 0))`;

/** All sorts but the one by start time, which is also what decides between equal values of the others. */
export const SORT_COLUMNS: Readonly<Record<Exclude<ListSort, 'start_time'>, SortColumn>> = {
  duration_ms: floats('duration_ms'),
  ttft_ms: floats('ttft_ms'),
  input_tokens: counts('t.input_tokens'),
  output_tokens: counts('t.output_tokens'),
  total_tokens: counts(TOTAL_TOKENS),
  cost_usd: floats('cost_usd'),
  credits: floats('credits'),
  request_id: texts('request_id'),
  status: texts('status'),
  model: texts('model'),
  model_type: texts('model_type'),
  provider: texts('provider'),
  operation: texts('operation'),
  deployment: texts('deployment'),
  deployment_version: texts('deployment_version'),
  connection: texts('connection'),
  source_type: texts('source_type'),
  source: texts('source'),
  user_id: texts('user_id'),
  finish_reason: texts('finish_reason'),
  error_type: texts('error_type'),
};
