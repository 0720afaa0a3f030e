import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.js';
import { unknownSettings } from './unknownSettings.js';

describe('settings', () => {
  it('listens on OTLP port of this machine only when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 4318,
      host: '127.0.0.1',
      dataDir: path.resolve('./data'),
      clickhouseUrl: undefined,
      clickhouseCluster: undefined,
      apiKey: undefined,
      allowAnonymous: false,
      maxBodyBytes: 64_000_000,
      maxJsonBodyBytes: 16_000_000,
      logLevel: 'info',
      slowRequestMs: 2000,
      exportStallSeconds: 600,
      shutdownDelaySeconds: 0,
      shutdownGraceSeconds: 10,
      retentionIntervalMinutes: 60,
      textIndex: undefined,
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
      MODELTRACE_TEXT_INDEX: 'on',
      MODELTRACE_ALLOW_ANONYMOUS: 'true',
      MODELTRACE_SLOW_REQUEST_MS: '2s',
      MODELTRACE_SHUTDOWN_DELAY_SECONDS: '1000',
      MODELTRACE_SHUTDOWN_GRACE_SECONDS: '1.5',
      CLICKHOUSE_CLUSTER: 'c'.repeat(201),
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

  it('a cluster without the address of a server of it is refused', () => {
    expect(() => readConfig({ CLICKHOUSE_CLUSTER: 'prod' })).toThrow('CLICKHOUSE_URL');
    const both = { CLICKHOUSE_CLUSTER: 'prod', CLICKHOUSE_URL: 'http://host:8123' };
    expect(readConfig(both)).toMatchObject({ clickhouseCluster: 'prod' });
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ TRACE_PORT: ' ', MODELTRACE_API_KEY: '' })).toMatchObject({ port: 4318, apiKey: undefined });
  });
});

describe('variables that mean nothing', () => {
  it('are named with the setting that may be meant, without their values', () => {
    const env = {
      MODELTRACE_APIKEY: 'hidden-value',
      MODELTRACE_LOGLEVEL: 'x',
      MODELTRACE_MAX_BODY: 'x',
      MODELTRACE_SOMETHING_ELSE_ENTIRELY: 'x',
      MODELTRACE_API_KEY: 'right-as-it-is',
      MODELTRACE_URL: 'the data source reads it',
      MODELTRACE_TEST_URL: 'tests read it',
      OTHER_VARIABLE: 'x',
    };
    expect(unknownSettings(env)).toEqual([
      'MODELTRACE_APIKEY is not a setting of the trace server. Did you mean MODELTRACE_API_KEY?',
      'MODELTRACE_LOGLEVEL is not a setting of the trace server. Did you mean MODELTRACE_LOG_LEVEL?',
      'MODELTRACE_MAX_BODY is not a setting of the trace server. Did you mean MODELTRACE_MAX_BODY_MB?',
      'MODELTRACE_SOMETHING_ELSE_ENTIRELY is not a setting of the trace server.',
    ]);
  });
});
