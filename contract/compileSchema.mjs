import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const KEYWORDS_OF_OPENAPI = [
  'discriminator',
  'x-labels',
  'x-measures',
  'x-percentiles',
  'x-http-status',
  'x-query-fields',
  'x-query-types',
  'x-max-terms',
  'x-max-depth',
  'x-max-pattern-length',
  'x-expected',
  'x-max-buckets',
  'components',
];

/** A validator for one schema of one contract document, for tests. */
export function compileSchema(document, name) {
  const { components } = parse(readFileSync(join(here, document), 'utf8'));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allowUnionTypes: true,
    keywords: KEYWORDS_OF_OPENAPI,
  });
  addFormats(ajv, ['date-time', 'double', 'binary']);
  ajv.addSchema({ $id: 'contract', components });
  return ajv.compile({ $ref: `contract#/components/schemas/${name}` });
}
