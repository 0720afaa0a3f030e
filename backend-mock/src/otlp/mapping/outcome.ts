import type { components } from '../../contract/api.gen.js';
import { errorTypeName, isTimeout } from '../../payload/errorType.js';
import { countOf } from '../../payload/json.js';
import type { OtlpSpan } from '../message/readSpan.js';

import { type FieldReader, writtenOut } from './lookup.js';

type TraceInput = components['schemas']['TraceInput'];

function httpStatusOf(...said: unknown[]): number | null {
  return said.map(countOf).find((status) => status !== undefined && status >= 100 && status <= 599) ?? null;
}

/** `error.type` may be a class name (with its module) or an HTTP status; the drawer explains the catalogue's names. */
function typeName(said: string, httpStatus: number | null): string {
  if (said === '' || /^\d+$/.test(said)) {
    return httpStatus === null ? 'Error' : errorTypeName(httpStatus);
  }
  return /^[\w.:]+$/.test(said) ? (said.split(/[.:]/).at(-1) ?? said) : said;
}

/** Status and error of a span: failed when its status says so or it names an error type. */
export function outcomeOf(span: OtlpSpan, reader: FieldReader): Pick<TraceInput, 'status' | 'error'> {
  const exception = span.events.find(({ name }) => name === 'exception')?.attributes ?? new Map<string, unknown>();
  const said = reader.text('error_type');
  if (span.statusCode !== 'error' && said === '') {
    return { status: 'success' };
  }
  const httpStatus = httpStatusOf(reader.value('error_http_status'), said);
  const type = typeName(said || writtenOut(exception.get('exception.type')), httpStatus);
  return {
    status: isTimeout(type) ? 'timeout' : 'error',
    error: {
      type,
      message: span.statusMessage || writtenOut(exception.get('exception.message')),
      code: '',
      param: null,
      http_status: httpStatus,
    },
  };
}
