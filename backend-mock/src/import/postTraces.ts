import { setTimeout as sleep } from 'node:timers/promises';
import type { components } from '../contract/api.gen.js';
import { objectOf, textOf } from '../payload/json.js';

type TraceInput = components['schemas']['TraceInput'];

const RETRIES = 8;
const LONGEST_WAIT_SECONDS = 30;
const REQUEST_TIMEOUT_MS = 120_000;

/** The server cannot be reached or cannot take traces; the message is one sentence for the person. */
export class TraceServerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TraceServerError';
  }
}

/** What became of one batch. `refused` holds the index in the batch and the server's reason. */
export interface PostedBatch {
  accepted: number;
  duplicates: number;
  refused: { index: number; reason: string }[];
}

function waitSeconds(response: Response | undefined, attempt: number): number {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN);
  const seconds = Number.isFinite(asked) && asked >= 0 ? asked : 2 ** attempt / 4;
  return Math.min(seconds, LONGEST_WAIT_SECONDS);
}

/** Where traces are sent, and the key that lets them in. */
export interface TraceTarget {
  /** The server's `/api/v1/traces`. */
  url: URL;
  apiKey: string | undefined;
}

async function tryPost({ url, apiKey }: TraceTarget, body: string): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  } catch {
    return undefined;
  }
}

/** Posts until the server takes or refuses the body; waits as the server asks (`Retry-After`) while it is busy. */
async function postPatiently(target: TraceTarget, body: string): Promise<Response> {
  for (let attempt = 0; attempt <= RETRIES; attempt += 1) {
    const response = await tryPost(target, body);
    if (response !== undefined && response.status !== 429 && response.status !== 503) {
      return response;
    }
    if (attempt < RETRIES) {
      await response?.body?.cancel();
      await sleep(waitSeconds(response, attempt) * 1000);
    } else if (response !== undefined) {
      throw new TraceServerError(`The trace server at ${target.url.origin} stayed busy (HTTP ${response.status}).`);
    }
  }
  throw new TraceServerError(`The trace server at ${target.url.origin} cannot be reached. Is it running?`);
}

function splitAt(batch: TraceInput[], index: number, reason: string, target: TraceTarget): Promise<PostedBatch> {
  const rest = batch.filter((_, at) => at !== index);
  return postTraces(target, rest).then((posted) => ({
    ...posted,
    refused: [
      { index, reason },
      ...posted.refused.map((refused) => ({
        ...refused,
        index: refused.index >= index ? refused.index + 1 : refused.index,
      })),
    ],
  }));
}

async function halves(batch: TraceInput[], target: TraceTarget): Promise<PostedBatch> {
  if (batch.length === 1) {
    return { accepted: 0, duplicates: 0, refused: [{ index: 0, reason: 'the trace server: the trace is too large' }] };
  }
  const middle = Math.ceil(batch.length / 2);
  const first = await postTraces(target, batch.slice(0, middle));
  const second = await postTraces(target, batch.slice(middle));
  return {
    accepted: first.accepted + second.accepted,
    duplicates: first.duplicates + second.duplicates,
    refused: [...first.refused, ...second.refused.map((refused) => ({ ...refused, index: refused.index + middle }))],
  };
}

/**
 * Stores a batch. The server takes a batch whole or not at all, so a trace it refuses is taken out and the others are
 * sent again; a batch that is too large is halved.
 *
 * @throws TraceServerError when the server is away, stays busy or answers something else.
 */
export async function postTraces(target: TraceTarget, batch: TraceInput[]): Promise<PostedBatch> {
  if (batch.length === 0) {
    return { accepted: 0, duplicates: 0, refused: [] };
  }
  const response = await postPatiently(target, JSON.stringify({ traces: batch }));
  const answer = objectOf(await response.json().catch(() => undefined));
  if (response.ok) {
    return { accepted: Number(answer['accepted'] ?? 0), duplicates: Number(answer['duplicates'] ?? 0), refused: [] };
  }
  const error = objectOf(answer['error']);
  const refusedIndex = /^traces\[(\d+)\]/.exec(textOf(error['field']))?.[1];
  if (response.status === 400 && refusedIndex !== undefined && Number(refusedIndex) < batch.length) {
    const reason = textOf(error['message']).replace(/^traces\[\d+\]\.?/, '');
    return splitAt(batch, Number(refusedIndex), `the trace server: ${reason}`, target);
  }
  if (response.status === 413) {
    return halves(batch, target);
  }
  const said = textOf(error['message']) || 'no reason given';
  throw new TraceServerError(
    `The trace server at ${target.url.origin} refused the import (HTTP ${response.status}): ${said}`,
  );
}
