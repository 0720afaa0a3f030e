import path from 'node:path';
import { MAX_STALL_SECONDS } from './engine/engineConfig.js';

/** Settings of the server, from environment variables. */
export interface Config {
  /** TRACE_PORT; 4318 is OTLP/HTTP's own port. 0 takes any free one. */
  port: number;
  /** TRACE_HOST, default 127.0.0.1: reachable from this machine only. */
  host: string;
  /** MODELTRACE_DATA_DIR, absolute; default ./data. Only used by the embedded engine. */
  dataDir: string;
  /** CLICKHOUSE_URL: a ClickHouse server instead of the embedded engine. */
  clickhouseUrl: URL | undefined;
  /** CLICKHOUSE_CLUSTER: the cluster of that server whose tables are replicated and distributed. */
  clickhouseCluster: string | undefined;
  /** MODELTRACE_API_KEY: a key with all scopes, besides the stored ones. */
  apiKey: string | undefined;
  /** MODELTRACE_ALLOW_ANONYMOUS: 1 answers everyone who reaches TRACE_HOST while there is no key; default 0. */
  allowAnonymous: boolean;
  /** MODELTRACE_MAX_BODY_MB: largest request body after decompression, in bytes; default 64 MB. */
  maxBodyBytes: number;
  /** MODELTRACE_MAX_JSON_BODY_MB: largest JSON body after decompression, in bytes; default 16 MB. */
  maxJsonBodyBytes: number;
  /** MODELTRACE_LOG_LEVEL, default info. */
  logLevel: string;
  /** MODELTRACE_SLOW_REQUEST_MS: requests that take this long are logged at info; default 2000. */
  slowRequestMs: number;
  /** MODELTRACE_EXPORT_STALL_SECONDS: time that the reader of an export may take nothing before it is ended; default 600. */
  exportStallSeconds: number;
  /** MODELTRACE_SHUTDOWN_DELAY_SECONDS: time between saying not ready and taking no more requests; default 0. */
  shutdownDelaySeconds: number;
  /** MODELTRACE_SHUTDOWN_GRACE_SECONDS: time that open requests have to end when the server stops; default 10. */
  shutdownGraceSeconds: number;
  /** MODELTRACE_RETENTION_INTERVAL_MINUTES: about how often the server looks whether retention is due; 0 is never; default 60. */
  retentionIntervalMinutes: number;
  /** MODELTRACE_TEXT_INDEX: 1 adds indexes for searches in text, 0 drops them, undefined leaves what there is. */
  textIndex: boolean | undefined;
  /** MODELTRACE_DEMO: 1 fills the store with demo data up to now before the server is ready; default 0. */
  demo: boolean;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const MEGABYTE = 1_000_000;
const MAX_CLUSTER_CHARACTERS = 200;
const MIN_API_KEY_CHARACTERS = 8;
const MAX_API_KEY_CHARACTERS = 1000;
const API_KEY = new RegExp(`^[\\x21-\\x7e]{${MIN_API_KEY_CHARACTERS},${MAX_API_KEY_CHARACTERS}}$`);

/** Every setting that cannot be used, so that one start shows all of them. Messages never carry a setting's value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Record<string, string | undefined>;

interface Reading {
  config: Config;
  /** Variables that were looked for. */
  names: string[];
  problems: string[];
}

/**
 * Reads the settings; a variable that is empty counts as not set.
 * @throws ConfigError naming every variable at fault.
 */
export function readConfig(env: Environment): Config {
  const { config, problems } = read(env);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Names of the variables that `readConfig` reads. */
export function settingNames(): string[] {
  return read({}).names;
}

function read(env: Environment): Reading {
  const names: string[] = [];
  const problems: string[] = [];
  const setting = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, expected: string): T => {
    names.push(name);
    const text = env[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === undefined) problems.push(`${name} must be ${expected}.`);
    return value ?? fallback;
  };
  const flag = <T>(name: string, fallback: T) =>
    setting<boolean | T>(name, fallback, (text) => (text === '0' || text === '1' ? text === '1' : undefined), '0 or 1');
  const number = (name: string, fallback: number, min: number, max: number) =>
    setting(name, fallback, (text) => wholeNumber(text, min, max), `a whole number from ${min} to ${max}`);
  const config: Config = {
    port: setting('TRACE_PORT', 4318, (text) => wholeNumber(text, 0, 65535), 'a port number from 0 to 65535'),
    host: setting(
      'TRACE_HOST',
      '127.0.0.1',
      (text) => (/^[^\s/]+$/.test(text) ? text : undefined),
      'a host name or address',
    ),
    dataDir: path.resolve(setting('MODELTRACE_DATA_DIR', './data', (text) => text, 'a directory')),
    clickhouseUrl: setting<URL | undefined>(
      'CLICKHOUSE_URL',
      undefined,
      httpUrl,
      'an http or https URL such as http://user:password@host:8123/database',
    ),
    clickhouseCluster: setting<string | undefined>(
      'CLICKHOUSE_CLUSTER',
      undefined,
      (text) => (text.length <= MAX_CLUSTER_CHARACTERS ? text : undefined),
      `a name of at most ${MAX_CLUSTER_CHARACTERS} characters`,
    ),
    apiKey: setting<string | undefined>(
      'MODELTRACE_API_KEY',
      undefined,
      (text) => (API_KEY.test(text) ? text : undefined),
      `${MIN_API_KEY_CHARACTERS} to ${MAX_API_KEY_CHARACTERS} visible ASCII characters without spaces`,
    ),
    allowAnonymous: flag('MODELTRACE_ALLOW_ANONYMOUS', false),
    maxBodyBytes: number('MODELTRACE_MAX_BODY_MB', 64, 1, 1000) * MEGABYTE,
    maxJsonBodyBytes: number('MODELTRACE_MAX_JSON_BODY_MB', 16, 1, 1000) * MEGABYTE,
    logLevel: setting(
      'MODELTRACE_LOG_LEVEL',
      'info',
      (text) => LOG_LEVELS.find((level) => level === text),
      `one of ${LOG_LEVELS.join(', ')}`,
    ),
    slowRequestMs: number('MODELTRACE_SLOW_REQUEST_MS', 2000, 0, 3_600_000),
    exportStallSeconds: number('MODELTRACE_EXPORT_STALL_SECONDS', 600, 1, MAX_STALL_SECONDS),
    shutdownDelaySeconds: number('MODELTRACE_SHUTDOWN_DELAY_SECONDS', 0, 0, 600),
    shutdownGraceSeconds: number('MODELTRACE_SHUTDOWN_GRACE_SECONDS', 10, 0, 3600),
    retentionIntervalMinutes: number('MODELTRACE_RETENTION_INTERVAL_MINUTES', 60, 0, 10_000),
    textIndex: flag('MODELTRACE_TEXT_INDEX', undefined),
    demo: flag('MODELTRACE_DEMO', false),
  };
  if (config.clickhouseCluster !== undefined && config.clickhouseUrl === undefined) {
    problems.push('CLICKHOUSE_CLUSTER needs CLICKHOUSE_URL, the address of one of its servers.');
  }
  return { config, names, problems };
}

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
}

function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}
