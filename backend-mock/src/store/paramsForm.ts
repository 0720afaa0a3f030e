import { Readable } from 'node:stream';

/** Values bound to `{name:Type}` in SQL; never written into it. */
export type QueryParams = Record<string, string | number | boolean | readonly string[] | readonly number[]>;

/** Values together longer than this do not travel in the URL: servers and proxies bound its length. */
const MAX_CHARACTERS_IN_URL = 4096;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return text.replace(/[\\'\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** A value as ClickHouse reads it from `param_name`: texts escaped as in its TabSeparated format. */
function paramText(value: QueryParams[string]): string {
  if (typeof value === 'object')
    return `[${value.map((entry) => (typeof entry === 'string' ? `'${escaped(entry)}'` : String(entry))).join(',')}]`;
  return typeof value === 'boolean' ? String(Number(value)) : escaped(String(value));
}

/** How values are handed to the client's `exec`. */
interface ExecParams {
  query_params?: QueryParams;
  values?: Readable;
  http_headers?: Record<string, string>;
}

/**
 * Values for the client's `exec`, which by itself knows only the URL: few there, many as a form in the body (the client's
 * `query` does so by `use_multipart_params_auto`, but has no raw answers).
 */
export async function execParams(params: QueryParams): Promise<ExecParams> {
  const texts = Object.entries(params).map(([name, value]) => [`param_${name}`, paramText(value)] as const);
  if (texts.reduce((sum, [, text]) => sum + text.length, 0) <= MAX_CHARACTERS_IN_URL) return { query_params: params };
  const form = new FormData();
  for (const [name, text] of texts) form.append(name, text);
  const encoded = new Response(form);
  const values = Readable.from([Buffer.from(await encoded.arrayBuffer())], { objectMode: false });
  return { values, http_headers: { 'Content-Type': encoded.headers.get('content-type') ?? '' } };
}
