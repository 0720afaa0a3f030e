import { t } from '@grafana/i18n';
import type { TraceDetail } from '../../detail/fetchTrace';
import { visibleText } from '../../hostile/visibleText';
import { redactJson } from './redactJson';
import { requestAddress, variableOf } from './requestAddress';
import { hasSecretParameter, holdsSecret, isSecretName, REDACTED } from './secrets';
import { hereDocument, shellWord, type ShellPiece } from './shellWord';

type HttpRequest = NonNullable<TraceDetail['http_request']>;

interface CurlRequest {
  /** As stored with the trace; null when the sender told nothing of it. */
  httpRequest: HttpRequest | null;
  /** Name of the provider as OpenTelemetry has it. */
  provider: string;
  /** The request as it was stored; empty when only its text is known. */
  json: string;
}

/** Characters of a request that go into the command. Longer ones are read from a file. */
export const MAX_INLINE_JSON = 1_000_000;

/** RFC 9110: a header's name is a token. curl reads headers from a file when the argument begins with `@`. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const METHOD = /^[A-Za-z]{1,20}$/;
/** Made by curl itself, for the connection and the body that it sends. */
const OWN_HEADER = /^(host|content-length|connection|accept-encoding|transfer-encoding|expect)$/i;
const AUTH_SCHEME = /^(Bearer|Basic|Token|Key|ApiKey|Api-Key)\s+/i;

/** How a provider is told the key where no header of the request says so, and the variable its own tools read. */
const PROVIDER_KEYS: Partial<Record<string, { variable: string; header?: string; also?: string }>> = {
  openai: { variable: 'OPENAI_API_KEY' },
  anthropic: { variable: 'ANTHROPIC_API_KEY', header: 'x-api-key', also: 'anthropic-version: 2023-06-01' },
  'azure.ai.openai': { variable: 'AZURE_OPENAI_API_KEY', header: 'api-key' },
  'gcp.gemini': { variable: 'GEMINI_API_KEY', header: 'x-goog-api-key' },
  cohere: { variable: 'CO_API_KEY' },
  mistral_ai: { variable: 'MISTRAL_API_KEY' },
  groq: { variable: 'GROQ_API_KEY' },
  deepseek: { variable: 'DEEPSEEK_API_KEY' },
  together: { variable: 'TOGETHER_API_KEY' },
  voyage: { variable: 'VOYAGE_API_KEY' },
  'aws.bedrock': { variable: 'AWS_BEARER_TOKEN_BEDROCK' },
  writer: { variable: 'WRITER_API_KEY' },
  replicate: { variable: 'REPLICATE_API_TOKEN' },
};

/** A signature of AWS holds for a few minutes and for one body: a key of Bedrock's takes its place. */
const AWS_SIGNATURE = /^AWS4-/i;

/**
 * A command for POSIX sh that sends the request again. It holds no secret: where one was sent there is a shell variable,
 * in the body `[redacted]`. Comments above it say what is to be done first.
 */
export function curlCommand({ httpRequest, provider, json }: CurlRequest): string {
  const keyVariable = PROVIDER_KEYS[provider]?.variable ?? 'API_KEY';
  const address = requestAddress(httpRequest?.url ?? '', keyVariable);
  const headers = [...sentHeaders(httpRequest, keyVariable), ...neededHeaders(httpRequest, provider, json)];
  const body = bodyOf(json);
  const method = httpRequest?.method?.toUpperCase() ?? 'POST';
  const lines = [
    `curl --globoff --request ${shellWord([METHOD.test(method) ? method : 'POST'])}`,
    `--url ${shellWord(address ?? [{ variable: 'URL' }])}`,
    ...headers.map((header) => `--header ${shellWord(header)}`),
    ...body.arguments,
  ];
  const command = `${lines.join(' \\\n  ')}${body.input}\n`;
  return [...notes(httpRequest, address, command, [...versionNotes(httpRequest), ...body.notes]), command].join('\n');
}

function sentHeaders(httpRequest: HttpRequest | null, keyVariable: string): ShellPiece[][] {
  return Object.entries(httpRequest?.headers ?? {})
    .filter(([name, value]) => !OWN_HEADER.test(name) && isHeader(name, value))
    .map(([name, value]): ShellPiece[] => {
      if (isSecretName(name) || holdsSecret(value)) {
        return [`${name}: ${schemeOf(name, value)}`, { variable: headerVariable(name, keyVariable) }];
      }
      if (hasSecretParameter(value)) {
        return [`${name}: `, { variable: variableOf(name, keyVariable) }];
      }
      // curl takes `name:` as "do not send it", and `name;` as empty.
      return [value.trim() === '' ? `${name};` : `${name}: ${value}`];
    });
}

/** False for what no server would take, or what would show as another command than it is. */
function isHeader(name: string, value: string): boolean {
  return HEADER_NAME.test(name) && !/[\r\n]/.test(value) && visibleText(value) === value;
}

function schemeOf(name: string, value: string): string {
  const scheme = AUTH_SCHEME.exec(value)?.[0];
  const isUnknown = value === REDACTED || AWS_SIGNATURE.test(value);
  return scheme ?? (/^authorization$/i.test(name) && isUnknown ? 'Bearer ' : '');
}

function headerVariable(name: string, keyVariable: string): string {
  return /^(authorization|api-key)$/i.test(name) ? keyVariable : variableOf(name, keyVariable);
}

/** Headers without which the provider would refuse the request, where the trace does not have them. */
function neededHeaders(httpRequest: HttpRequest | null, provider: string, json: string): ShellPiece[][] {
  const names = Object.keys(httpRequest?.headers ?? {}).map((name) => name.toLowerCase());
  const headers: ShellPiece[][] = [];
  if (json !== '' && !names.includes('content-type')) {
    headers.push(['content-type: application/json']);
  }
  const key = PROVIDER_KEYS[provider];
  const isKeyInAddress = /[?&](key|api[-_]?key|sig)=/i.test(httpRequest?.url ?? '');
  if (key && !isKeyInAddress && !names.some(isSecretName)) {
    headers.push(
      key.header === undefined
        ? ['authorization: Bearer ', { variable: key.variable }]
        : [`${key.header}: `, { variable: key.variable }]
    );
  }
  if (key?.also !== undefined && !names.includes(key.also.split(':')[0] ?? '')) {
    headers.push([key.also]);
  }
  return headers;
}

function bodyOf(json: string): { arguments: string[]; input: string; notes: string[] } {
  if (json === '') {
    return {
      arguments: [],
      input: '',
      notes: [t('copy.curl.no-body', 'The trace has the text of the request only: add the body yourself.')],
    };
  }
  if (json.length > MAX_INLINE_JSON) {
    return {
      arguments: ['--data-binary @request.json'],
      input: '',
      notes: [
        t('copy.curl.large-body', 'The request is large: copy its JSON from the same menu into request.json first.'),
      ],
    };
  }
  const redacted = redactJson(json);
  return {
    arguments: ['--data-binary @-'],
    input: ` ${hereDocument(redacted.replaceAll('\0', ''))}`,
    notes: redacted.includes(REDACTED)
      ? [t('copy.curl.redacted-body', 'Secrets in the body were replaced by {{redacted}}.', { redacted: REDACTED })]
      : [],
  };
}

/** Azure answers 404 to an address without the version of its API, which some senders leave out of what they report. */
function versionNotes(httpRequest: HttpRequest | null): string[] {
  const url = httpRequest?.url ?? '';
  return /^https:\/\/[^/?#]*\/openai\/deployments\//i.test(url) && !/[?&]api-version=/i.test(url)
    ? [
        t(
          'copy.curl.azure-version',
          'The address lacks the version of Azure’s API: add it, such as ?api-version=2024-10-21'
        ),
      ]
    : [];
}

/** As comments, above the command: what follows a here-document would be read as a command. */
function notes(
  httpRequest: HttpRequest | null,
  address: ShellPiece[] | undefined,
  command: string,
  bodyNotes: readonly string[]
): string[] {
  const leftOut = Object.entries(httpRequest?.headers ?? {}).filter(([name, value]) => !isHeader(name, value)).length;
  const head = command.split("<<'", 1)[0] ?? '';
  const variables = [...new Set([...head.matchAll(/"\$([A-Z][A-Z0-9_]*)"/g)].map((match) => match[1] ?? ''))];
  return [
    ...(address ? [] : [t('copy.curl.no-address', 'The trace does not say where the request was sent.')]),
    ...(variables.length > 0
      ? [t('copy.curl.variables', 'Set these first: {{variables}}', { variables: variables.join(', ') })]
      : []),
    ...(leftOut > 0
      ? [
          t('copy.curl.headers-left-out', 'Headers that cannot be sent and were left out: {{number}}', {
            number: leftOut,
          }),
        ]
      : []),
    ...bodyNotes,
  ].map((note) => `# ${note.replace(/\s+/g, ' ')}`);
}
