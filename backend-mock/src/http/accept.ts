import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { CodedError } from '../errors.js';
import type { Query, RawFormat, Store } from '../store/store.js';
import { callGone } from './callGone.js';

/** Media type of Arrow's stream format. */
export const ARROW = 'application/vnd.apache.arrow.stream';
const JSON_TYPE = 'application/json';
const OFFERED = [JSON_TYPE, ARROW] as const;

/** A media type an operation can answer in. */
export type AnswerType = (typeof OFFERED)[number];

function matches(range: string, type: string): boolean {
  return range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

/**
 * The offered type with the highest quality in an Accept header; JSON when the header is absent.
 * @throws NOT_ACCEPTABLE when none fits.
 */
export function answerType(accept: string | undefined): AnswerType {
  if (accept === undefined || accept.trim() === '') return JSON_TYPE;
  const ranges = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { range, quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
  const qualityOf = (type: string) => {
    const exact = ranges.find(({ range }) => range === type);
    return exact?.quality ?? Math.max(0, ...ranges.filter(({ range }) => matches(range, type)).map((r) => r.quality));
  };
  const best = OFFERED.reduce((a, b) => (qualityOf(b) > qualityOf(a) ? b : a));
  if (qualityOf(best) > 0) return best;
  throw new CodedError('NOT_ACCEPTABLE', 'This answer comes as JSON or as an Arrow stream.', {
    field: 'Accept',
    expected: OFFERED.join(' or '),
  });
}

/** Sends columns as the engine writes them, in the type the caller accepts. */
export async function sendColumns(
  store: Store,
  query: Query,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendRaw(store, query, 'JSONColumnsWithMetadata', request, reply, (stream) => stream);
}

/** Sends an answer that the engine writes; `asJson` may put text around the engine's JSON. */
export async function sendRaw(
  store: Store,
  query: Query,
  jsonFormat: RawFormat,
  request: FastifyRequest,
  reply: FastifyReply,
  asJson: (stream: Readable) => Readable,
): Promise<FastifyReply> {
  const type = answerType(request.headers.accept);
  const stream = await store.raw(query, type === ARROW ? 'ArrowStream' : jsonFormat, callGone(reply));
  return reply
    .type(type === ARROW ? ARROW : `${JSON_TYPE}; charset=utf-8`)
    .send(type === ARROW ? stream : asJson(stream));
}
