import type { components } from './api.gen.js';
import { openapi } from './openapi.gen.js';

/** `$id` under which Fastify and tests know the contract's document. */
export const CONTRACT_ID = 'contract';

/** JSON Schema as far as the contract uses it. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  default?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  [keyword: string]: unknown;
}

interface Parameter {
  name: string;
  in: 'query' | 'path';
  required?: boolean;
  schema: Schema;
}

interface Operation {
  operationId: string;
  security?: Record<string, KeyScope[]>[];
  'x-open-on-loopback'?: boolean;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

type KeyScope = components['schemas']['KeyScope'];

/** Who may call an operation; Fastify keeps it as its route's config. */
export interface OperationAccess {
  operationId: string;
  /** What the caller's key must allow; undefined when no key is needed. */
  scope: KeyScope | undefined;
  /** Whether programs on the server's own machine need no key. */
  openOnLoopback: boolean;
}

const HTTP_METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** Methods that the contract uses. */
export type HttpMethod = (typeof HTTP_METHODS)[number];

/** An operation of the contract with what its route needs. */
export interface BoundOperation {
  method: HttpMethod;
  /** The path as Fastify writes it, e.g. `/api/v1/traces/:request_id`. */
  url: string;
  schema: { querystring?: Schema; params?: Schema; body?: Schema };
  config: OperationAccess;
}

const paths = openapi.paths as unknown as Record<string, Record<string, Operation>>;
const parameters = openapi.components.parameters as unknown as Record<string, Parameter>;
const schemas = openapi.components.schemas as unknown as Record<string, Schema>;

/** The contract as one schema document that `schemaRef` points into. */
export const contractDocument = { $id: CONTRACT_ID, components: { schemas: openapi.components.schemas } };

/** A reference to a named schema of the contract. */
export function schemaRef(name: string): Schema {
  return { $ref: `${CONTRACT_ID}#/components/schemas/${name}` };
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A parameter's schema itself: its default and type must be known without following a reference. */
function resolved(schema: Schema): Schema {
  const own = schema.$ref === undefined ? schema : (schemas[lastPart(schema.$ref)] ?? schema);
  return own.items === undefined ? own : { ...own, items: resolved(own.items) };
}

function parameterSchema(operation: Operation, where: Parameter['in']): Schema | undefined {
  const all = (operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? parameters[lastPart(parameter.$ref)] : parameter,
  );
  const own = all.filter((parameter) => parameter?.in === where);
  if (own.length === 0 && where === 'path') return undefined;
  return {
    type: 'object',
    additionalProperties: false,
    required: own.flatMap((parameter) => (parameter?.required ? [parameter.name] : [])),
    properties: Object.fromEntries(own.flatMap((p) => (p ? [[p.name, resolved(p.schema)]] : []))),
  };
}

function bodySchema(operation: Operation): Schema | undefined {
  const json = operation.requestBody?.content['application/json']?.schema;
  return json?.$ref === undefined ? json : schemaRef(lastPart(json.$ref));
}

/** What the contract's `security` says; an operation that says nothing needs the scope that the whole contract names. */
function accessOf(operation: Operation): OperationAccess {
  const [requirement] = operation.security ?? (openapi.security as unknown as Record<string, KeyScope[]>[]);
  return {
    operationId: operation.operationId,
    scope: requirement?.['ApiKey']?.[0],
    openOnLoopback: operation['x-open-on-loopback'] === true,
  };
}

/** Finds an operation of the contract; an id that is not there is a mistake in the source. */
export function operation(operationId: string): BoundOperation {
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, candidate] of Object.entries(methods)) {
      if (candidate.operationId !== operationId) continue;
      const querystring = parameterSchema(candidate, 'query');
      const params = parameterSchema(candidate, 'path');
      const body = bodySchema(candidate);
      return {
        method: HTTP_METHODS.find((known) => known === method.toUpperCase()) ?? 'GET',
        url: path.replace(/\{(\w+)\}/g, ':$1'),
        schema: { ...(querystring && { querystring }), ...(params && { params }), ...(body && { body }) },
        config: accessOf(candidate),
      };
    }
  }
  throw new Error(`The contract has no operation ${operationId}.`);
}

/** Methods the contract has for a path, e.g. `/api/v1/traces/abc`; empty when the path is unknown. */
export function methodsOf(urlPath: string): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(urlPath)
      ? Object.keys(methods).map((method) => method.toUpperCase())
      : [],
  );
}
