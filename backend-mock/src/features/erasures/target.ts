import { createHash, randomBytes } from 'node:crypto';
import type { components } from '../../contract/api.gen.js';
import { CodedError } from '../../errors.js';
import type { Store } from '../../store/store.js';
import type { PlainCondition } from '../removal/workSql.js';

type ErasureRequest = components['schemas']['ErasureRequest'];

/** What an erasure is asked for by. */
export type ErasureKind = components['schemas']['ErasureKind'];

/** Column of `traces` that holds the id. */
const COLUMNS: Record<ErasureKind, string> = {
  user_id: 'user_id',
  conversation_id: 'conversation_id',
  request_ids: 'request_id',
};

/** Attributes by which a span says the same, in the conventions that are read; such spans need not belong to a request. */
const SPAN_ATTRIBUTES: Record<ErasureKind, readonly string[]> = {
  user_id: ['user.id', 'enduser.id', 'modeltrace.user_id', 'traceloop.association.properties.user_id'],
  conversation_id: ['gen_ai.conversation.id', 'session.id', 'traceloop.association.properties.session_id'],
  request_ids: ['modeltrace.request_id'],
};

/**
 * Whose data an erasure is about. Conditions compare keyed hashes, because the engine keeps the text of a change for a
 * while (`system.mutations` and a file beside the data): an id in it would outlive what is erased.
 */
export interface ErasureTarget {
  kind: ErasureKind;
  column: string;
  salt: string;
  /** SHA-256 of salt and id, in hex: what is kept of the id. */
  idHashes: string[];
  /** A condition over the text that an expression gives. */
  holdsId: (expression: string) => PlainCondition;
  traces: PlainCondition;
  spans: PlainCondition;
}

/** @throws INVALID_ARGUMENT unless the request names exactly one kind of id. */
export function idsOf(request: ErasureRequest): { kind: ErasureKind; ids: string[] } {
  const { user_id, conversation_id, request_ids } = request;
  const given: { kind: ErasureKind; ids: string[] }[] = [
    ...(user_id === undefined ? [] : [{ kind: 'user_id' as const, ids: [user_id] }]),
    ...(conversation_id === undefined ? [] : [{ kind: 'conversation_id' as const, ids: [conversation_id] }]),
    ...(request_ids === undefined ? [] : [{ kind: 'request_ids' as const, ids: request_ids }]),
  ];
  const [only, ...more] = given;
  if (only !== undefined && more.length === 0) return only;
  throw new CodedError('INVALID_ARGUMENT', 'Give one of user_id, conversation_id and request_ids.', {
    field: 'body',
    expected: 'exactly one of user_id, conversation_id and request_ids',
  });
}

const KEYED_HASH = (expression: string) =>
  `hex(sipHash128Keyed((toUInt64({hash_key_0:String}), toUInt64({hash_key_1:String})), ${expression}))`;

/** Makes the conditions of an erasure, with a key of its own that is nowhere else. */
export async function erasureTarget(store: Store, request: ErasureRequest): Promise<ErasureTarget> {
  const { kind, ids } = idsOf(request);
  const key = randomBytes(16);
  const keyParams = { hash_key_0: String(key.readBigUInt64LE(0)), hash_key_1: String(key.readBigUInt64LE(8)) };
  const rows = await store.rows<{ hash: string }>({
    sql: `SELECT ${KEYED_HASH('arrayJoin({ids:Array(String)})')} AS hash`,
    params: { ...keyParams, ids },
  });
  const params = { ...keyParams, id_hashes: rows.map((row) => row.hash) };
  const holdsId = (expression: string) => ({ sql: `${KEYED_HASH(expression)} IN {id_hashes:Array(String)}`, params });
  const salt = randomBytes(16).toString('hex');
  const attributes = SPAN_ATTRIBUTES[kind]
    .map((name) => holdsId(`JSONExtractString(attributes_json, '${name}')`).sql)
    .join('\n  OR ');
  return {
    kind,
    column: COLUMNS[kind],
    salt,
    idHashes: ids.map((id) =>
      createHash('sha256')
        .update(salt + id)
        .digest('hex'),
    ),
    holdsId,
    traces: holdsId(COLUMNS[kind]),
    spans: { sql: attributes, params },
  };
}
