import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { contractDocument, schemaRef } from '../contract/operations.js';

const ajv = new Ajv({ strict: false, allErrors: true, schemas: [contractDocument] });
addFormats.default(ajv);

/** What in an answer breaks the contract's schema of that name; empty when nothing does. */
export function contractErrors(schemaName: string, answer: unknown): string[] {
  const validate = ajv.compile(schemaRef(schemaName));
  if (validate(answer)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}
