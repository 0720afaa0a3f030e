import { ClickHouseError } from '@clickhouse/client';
import { describe, expect, it } from 'vitest';
import { toCodedError } from './engineError.js';

function engineError(code: string): ClickHouseError {
  return new ClickHouseError({ message: "SELECT 'secret prompt'", code, type: 'X' });
}

describe('errors of the engine', () => {
  it.each([
    ['62', 'INTERNAL'],
    ['241', 'OVERLOADED'],
    ['243', 'ENGINE_UNAVAILABLE'],
  ])('%s is answered as %s without its SQL', (code, expected) => {
    const error = toCodedError(engineError(code));
    expect(error.code).toBe(expected);
    expect(JSON.stringify(error.toAnswer())).not.toContain('secret');
  });

  it('a connection that breaks says when to try again', () => {
    expect(toCodedError(new Error('ECONNREFUSED'))).toMatchObject({ code: 'ENGINE_UNAVAILABLE', retryAfterSeconds: 2 });
  });
});
