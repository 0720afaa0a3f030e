import { listOf, objectOf } from '../../payload/json.js';
import { DIALECTS } from '../dialects/dialects.js';
import { firstPresent } from '../dialects/dialect.js';
import { parsedJson } from '../dialects/jsonText.js';
import type { OtlpSpan } from '../message/readSpan.js';
import { writtenOut } from './lookup.js';

const PREFIXES = DIALECTS.flatMap(({ tagPrefixes = [] }) => tagPrefixes);
const MOST_TAGS = 100;
const LONGEST_VALUE = 1000;

function scalars(values: Iterable<readonly [string, unknown]>): [string, string][] {
  return [...values]
    .map(([name, value]): [string, string] => [name, writtenOut(value).slice(0, LONGEST_VALUE)])
    .filter(([, value]) => value !== '');
}

/**
 * What users attach to find requests again: the environment, key-value pairs of every dialect, OpenInference's
 * `metadata` and `tag.tags` (a tag without a value has the value `true`).
 */
export function tagsOf({ attributes, resource }: OtlpSpan): Record<string, string> {
  const environment = firstPresent(resource, ['deployment.environment.name', 'deployment.environment'])?.value;
  const own: [string, unknown][] = [];
  for (const [name, value] of attributes) {
    const prefix = PREFIXES.find((candidate) => name.startsWith(candidate));
    if (prefix !== undefined) own.push([name.slice(prefix.length), value]);
  }
  const labels = listOf(attributes.get('tag.tags')).map((label): [string, unknown] => [writtenOut(label), true]);
  const metadata = Object.entries(objectOf(parsedJson(attributes.get('metadata'))));
  const all = scalars([['environment', environment], ...metadata, ...labels, ...own]).filter(([name]) => name !== '');
  return Object.fromEntries(all.slice(0, MOST_TAGS));
}
