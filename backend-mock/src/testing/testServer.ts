import type { FastifyInstance } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import { buildApp } from '../app.js';
import { EmbeddedEngine } from '../engine/embeddedEngine.js';
import { TraceWriter, type WriterLimits } from '../ingest/traceWriter.js';
import { Store } from '../store/store.js';
import { silentLog } from './silentLog.js';

/** The API on a real engine with an empty database of its own. */
export interface TestServer {
  app: FastifyInstance;
  store: Store;
  engine: EmbeddedEngine;
  dataDir: string;
  /** Answers of `app.inject` with their JSON already read. */
  get: (url: string, headers?: Record<string, string>) => Promise<TestAnswer>;
  post: (url: string, body: unknown, headers?: Record<string, string>) => Promise<TestAnswer>;
  close: () => Promise<void>;
}

/** An answer; `body` is undefined when it is not JSON. */
export interface TestAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: unknown;
  raw: Buffer;
}

interface Options {
  /** A store that is there already and stays; a new one that is removed at the end when absent. */
  dataDir?: string;
  apiKey?: string;
  ownHostOnly?: boolean;
  maxBodyBytes?: number;
  maxBodiesBytes?: number;
  log?: Logger;
  writerLimits?: WriterLimits;
  exportStallMs?: number;
}

/** A new directory under the system's temporary one. */
export async function temporaryDir(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'modeltrace-test-'));
}

/** Removes a directory that an engine may still be leaving. */
export async function removeDir(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** An app over a store with helpers to call it. */
export function callable(app: FastifyInstance): Pick<TestServer, 'get' | 'post'> {
  const call = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string | Buffer,
  ) => {
    const answer = await app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
    const isJson = /^application\/json(;|$)/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? (JSON.parse(answer.payload) as unknown) : undefined,
      raw: answer.rawPayload,
    };
  };
  return {
    get: (url, headers = {}) => call('GET', url, headers),
    post: (url, body, headers = {}) =>
      call(
        'POST',
        url,
        { 'content-type': 'application/json', ...headers },
        typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      ),
  };
}

/** Starts an engine in a temporary directory and the API over it. */
export async function openTestServer(options: Options = {}): Promise<TestServer> {
  const log = options.log ?? silentLog;
  const dataDir = options.dataDir ?? (await temporaryDir());
  const engine = new EmbeddedEngine(dataDir, log);
  const store = new Store(engine);
  await store.open();
  const app = buildApp({
    store,
    log,
    apiKey: options.apiKey,
    ...(options.ownHostOnly !== undefined && { anonymous: { allowed: true, ownHostOnly: options.ownHostOnly } }),
    maxBodyBytes: options.maxBodyBytes ?? 16_000_000,
    ...(options.exportStallMs !== undefined && { exportStallMs: options.exportStallMs }),
    ...(options.maxBodiesBytes !== undefined && { maxBodiesBytes: options.maxBodiesBytes }),
    ...(options.writerLimits && { writer: new TraceWriter(store, log, options.writerLimits) }),
  });
  const close = async () => {
    await app.close();
    await store.close();
    if (options.dataDir === undefined) await removeDir(dataDir);
  };
  return { app, store, engine, dataDir, ...callable(app), close };
}
