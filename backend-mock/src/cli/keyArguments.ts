import { parseArgs } from 'node:util';
import { LIMITS } from '../contract/constants.gen.js';
import type { CreateKeyRequest, KeyScope } from '../features/keys/keyRows.js';

export const KEYS_USAGE = `Usage:
  modeltrace keys create --name NAME --scope ingest,read,export,admin
                         [--requests-per-minute N] [--traces-per-minute N] [--expires 90d]
  modeltrace keys list
  modeltrace keys revoke ID
With each: [--url http://127.0.0.1:4318] [--json]
--expires takes hours, days or weeks (12h, 90d, 26w) or a time such as 2027-01-01T00:00:00Z.
A server that asks for a key is sent MODELTRACE_API_KEY. Without a running server the keys are written into the store itself.`;

const SCOPES: readonly KeyScope[] = ['ingest', 'read', 'export', 'admin'];
const HOUR_MS = 3_600_000;
const UNIT_MS: Record<string, number> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

/** What `modeltrace keys …` is asked to do. */
export type KeysCommand = { url: URL | undefined; json: boolean } & (
  { action: 'create'; request: CreateKeyRequest } | { action: 'list' } | { action: 'revoke'; keyId: string }
);

/** Arguments that cannot be understood; the message says which. */
export class UsageError extends Error {}

function scopesOf(text: string | undefined): KeyScope[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const scopes = SCOPES.filter((scope) => parts.includes(scope));
  if (text === undefined || parts.some((part) => !SCOPES.includes(part as KeyScope))) {
    throw new UsageError(`--scope must be one or more of ${SCOPES.join(', ')}, separated by commas.`);
  }
  return scopes;
}

function perMinute(option: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= max) return value;
  throw new UsageError(`--${option} must be a whole number from 1 to ${max}.`);
}

function expiresTime(text: string | undefined, nowMs: number): string | undefined {
  if (text === undefined) return undefined;
  const [, count = '', unit = ''] = /^(\d{1,5})([hdw])$/.exec(text) ?? [];
  const isTime = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text);
  const atMs = isTime ? Date.parse(text) : nowMs + Number(count) * (UNIT_MS[unit] ?? NaN);
  if (!(atMs > nowMs)) {
    throw new UsageError(
      '--expires must be hours, days or weeks from now (12h, 90d, 52w) or a time to come such as 2027-01-01T00:00:00Z.',
    );
  }
  return new Date(atMs).toISOString();
}

type Values = Record<string, string | boolean | undefined>;

function textOf(values: Values, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

function requestOf(values: Values, nowMs: number): CreateKeyRequest {
  const limits = LIMITS.CreateKeyRequest;
  const name = textOf(values, 'name');
  if (name === undefined || !new RegExp(limits.name.pattern, 'u').test(name)) {
    throw new UsageError(
      '--name must be up to 100 letters, digits, spaces and ._@/:+-, starting with a letter or digit.',
    );
  }
  const numberOf = (option: string, max: number) => perMinute(option, textOf(values, option), max);
  const requests = numberOf('requests-per-minute', limits.requests_per_minute.max);
  const traces = numberOf('traces-per-minute', limits.traces_per_minute.max);
  const expires = expiresTime(textOf(values, 'expires'), nowMs);
  return {
    name,
    scopes: scopesOf(textOf(values, 'scope')),
    ...(requests !== undefined && { requests_per_minute: requests }),
    ...(traces !== undefined && { traces_per_minute: traces }),
    ...(expires !== undefined && { expires_time: expires }),
  };
}

function parsed(args: readonly string[]): { values: Values; positionals: string[] } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: text,
        scope: text,
        'requests-per-minute': text,
        'traces-per-minute': text,
        expires: text,
        url: text,
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new UsageError(KEYS_USAGE);
  }
}

/** @throws UsageError */
export function readKeysCommand(args: readonly string[], nowMs = Date.now()): KeysCommand {
  const { values, positionals } = parsed(args);
  const [action, keyId, ...more] = positionals;
  const url = textOf(values, 'url');
  if (url !== undefined && !/^https?:\/\//.test(url)) throw new UsageError('--url must be an http or https URL.');
  if (url !== undefined && !URL.canParse(url)) throw new UsageError('--url must be an http or https URL.');
  const common = { url: url === undefined ? undefined : new URL(url), json: values['json'] === true };
  if (action === 'create' && keyId === undefined) return { ...common, action, request: requestOf(values, nowMs) };
  if (action === 'list' && keyId === undefined) return { ...common, action };
  if (action === 'revoke' && keyId !== undefined && more.length === 0) return { ...common, action, keyId };
  throw new UsageError(KEYS_USAGE);
}
