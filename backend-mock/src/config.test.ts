import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';

describe('settings', () => {
  it('listens on OTLP port of this machine only when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 4318,
      host: '127.0.0.1',
      dataDir: path.resolve('./data'),
      clickhouseUrl: undefined,
      apiKey: undefined,
      maxBodyBytes: 64_000_000,
      logLevel: 'info',
      demo: false,
    });
  });

  it('names every variable at fault at once and shows no value', () => {
    const env = {
      TRACE_PORT: '99999',
      CLICKHOUSE_URL: 'ftp://secret@host',
      MODELTRACE_API_KEY: 'short',
      MODELTRACE_MAX_BODY_MB: '-1',
      MODELTRACE_LOG_LEVEL: 'loud',
      TRACE_HOST: 'a b',
      MODELTRACE_DEMO: 'yes',
    };
    let problems: readonly string[] = [];
    try {
      readConfig(env);
    } catch (error) {
      problems = error instanceof ConfigError ? error.problems : [];
    }
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(Object.keys(env).sort());
    for (const value of ['secret', 'short', 'loud']) expect(problems.join()).not.toContain(value);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ TRACE_PORT: ' ', MODELTRACE_API_KEY: '' })).toMatchObject({ port: 4318, apiKey: undefined });
  });
});
