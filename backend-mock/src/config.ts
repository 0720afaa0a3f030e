import path from 'node:path';

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
  /** MODELTRACE_API_KEY: callers must send it as bearer token. */
  apiKey: string | undefined;
  /** MODELTRACE_MAX_BODY_MB: largest request body after decompression, in bytes; default 64 MB. */
  maxBodyBytes: number;
  /** MODELTRACE_LOG_LEVEL, default info. */
  logLevel: string;
  /** MODELTRACE_DEMO: 1 fills the store with demo data up to now before the server listens; default 0. */
  demo: boolean;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const MEGABYTE = 1_000_000;
const MIN_API_KEY_CHARACTERS = 8;

/** Every setting that cannot be used, so that one start shows all of them. Messages never carry a setting's value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the settings; a variable that is empty counts as not set.
 * @throws ConfigError naming every variable at fault.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, expected: string): T => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value === undefined) problems.push(`${name} must be ${expected}.`);
    return value ?? fallback;
  };
  const config: Config = {
    port: read('TRACE_PORT', 4318, (text) => wholeNumber(text, 0, 65535), 'a port number from 0 to 65535'),
    host: read(
      'TRACE_HOST',
      '127.0.0.1',
      (text) => (/^[^\s/]+$/.test(text) ? text : undefined),
      'a host name or address',
    ),
    dataDir: path.resolve(read('MODELTRACE_DATA_DIR', './data', (text) => text, 'a directory')),
    clickhouseUrl: read<URL | undefined>(
      'CLICKHOUSE_URL',
      undefined,
      httpUrl,
      'an http or https URL such as http://user:password@host:8123/database',
    ),
    apiKey: read<string | undefined>(
      'MODELTRACE_API_KEY',
      undefined,
      (text) => (/^[\x21-\x7e]+$/.test(text) && text.length >= MIN_API_KEY_CHARACTERS ? text : undefined),
      `at least ${MIN_API_KEY_CHARACTERS} visible ASCII characters`,
    ),
    maxBodyBytes:
      read('MODELTRACE_MAX_BODY_MB', 64, (text) => wholeNumber(text, 1, 1000), 'a whole number from 1 to 1000') *
      MEGABYTE,
    logLevel: read(
      'MODELTRACE_LOG_LEVEL',
      'info',
      (text) => LOG_LEVELS.find((level) => level === text),
      `one of ${LOG_LEVELS.join(', ')}`,
    ),
    demo: read('MODELTRACE_DEMO', false, (text) => (text === '0' || text === '1' ? text === '1' : undefined), '0 or 1'),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= min && value <= max ? value : undefined;
}

function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}
