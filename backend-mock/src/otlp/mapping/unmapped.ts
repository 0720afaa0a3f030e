import { DIALECTS } from '../dialects/dialects.js';
import type { Attributes } from '../message/anyValue.js';

/** Namespaces that are about models: what is unknown here was meant for somebody like us. */
const NAMESPACES = ['gen_ai.', 'llm.', 'ai.', 'traceloop.', 'openinference.'];

const WHOLE = new Set<string>();
const PREFIXES: string[] = [
  'gen_ai.prompt.N',
  'gen_ai.completion.N',
  'llm.input_messages.N',
  'llm.output_messages.N',
  'llm.prompts.N',
  'llm.choices.N',
];
for (const dialect of DIALECTS) {
  for (const names of Object.values(dialect.fields)) for (const name of names) WHOLE.add(name);
  for (const [name] of dialect.firstToken ?? []) WHOLE.add(name);
  for (const name of Object.keys(dialect.parameterNames ?? {})) WHOLE.add(name);
  for (const name of dialect.parameterBundles ?? []) WHOLE.add(name);
  for (const name of dialect.known) {
    if (name.endsWith('*')) PREFIXES.push(name.slice(0, -1));
    else WHOLE.add(name);
  }
  PREFIXES.push(...(dialect.parameterPrefixes ?? []), ...(dialect.tagPrefixes ?? []));
}
for (const name of [
  'gen_ai.input.messages',
  'gen_ai.output.messages',
  'gen_ai.system_instructions',
  'gen_ai.prompt',
  'gen_ai.completion',
  'ai.prompt',
  'ai.prompt.messages',
  'ai.values',
  'ai.response.text',
  'ai.response.reasoning',
  'ai.response.toolCalls',
  'ai.response.object',
]) {
  WHOLE.add(name);
}

/** Names seen before and the name to report them by ('' for known ones); forgotten when there are too many. */
const seen = new Map<string, string>();
const MOST_SEEN = 5000;
const LONGEST_NAME = 200;

function reportedName(name: string): string {
  if (!NAMESPACES.some((namespace) => name.startsWith(namespace))) return '';
  const general = name.replace(/\.\d+(?=\.|$)/g, '.N');
  const isKnown = WHOLE.has(name) || PREFIXES.some((prefix) => general.startsWith(prefix));
  return isKnown ? '' : general.slice(0, LONGEST_NAME);
}

/** Names of a span's model attributes that no table knows, with list positions as `N`. */
export function unmappedNames(attributes: Attributes): string[] {
  const unmapped = new Set<string>();
  for (const name of attributes.keys()) {
    let reported = seen.get(name);
    if (reported === undefined) {
      reported = reportedName(name);
      if (seen.size >= MOST_SEEN) seen.clear();
      if (name.length <= LONGEST_NAME) seen.set(name, reported);
    }
    if (reported !== '') unmapped.add(reported);
  }
  return [...unmapped];
}
