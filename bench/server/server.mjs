import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { performance } from 'node:perf_hooks';
import { fromDist } from './dist.mjs';

const PROCESS = fileURLToPath(new URL('./process.mjs', import.meta.url));

async function drain(stream) {
  let bytes = 0;
  for await (const chunk of stream) bytes += chunk.length;
  return bytes;
}

/**
 * The trace server on a data directory and its engine beside it.
 * `call` asks the server, `replay` gives its engine a statement that the server made, `engine` is a client of the engine.
 */
export async function startServer(dataDir) {
  const child = fork(PROCESS, [dataDir], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map();
  let last = 0;
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The trace server ended (${code}).`)));
    child.on('message', ({ ready, id, answer }) => {
      if (ready) resolve();
      else waiting.get(id)?.(answer);
    });
  });
  const ask = (what) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      child.send({ id: last, ask: what });
    });
  const address = await ask('address');
  const { createEngineClient } = await fromDist('engine/engineClient.js');
  const engine = createEngineClient(address.engine);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** Resolves with status, headers, body (unless `discard`), bytes and milliseconds until the last byte. */
  const call = (method, path, { body, headers = {}, discard = false } = {}) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      const payload = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
      const type = payload && !headers['content-type'] ? { 'content-type': 'application/json' } : {};
      const length = payload ? { 'content-length': payload.length } : {};
      const sent = request(
        `${address.url}${path}`,
        { method, agent, headers: { ...type, ...length, ...headers } },
        async (answer) => {
          try {
            const chunks = [];
            let bytes = 0;
            for await (const chunk of answer) {
              bytes += chunk.length;
              if (!discard) chunks.push(chunk);
            }
            const ms = performance.now() - started;
            resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks), bytes, ms });
          } catch (error) {
            reject(error);
          }
        },
      );
      sent.on('error', reject);
      sent.end(payload);
    });

  /** Milliseconds that the engine takes for a statement, its whole answer read. */
  const replay = async ({ method, options, form }) => {
    const started = performance.now();
    const values = form ? { values: Readable.from([Buffer.from(form, 'base64')], { objectMode: false }) } : {};
    const answer = await engine[method]({ ...options, ...values });
    await drain(method === 'exec' ? answer.stream : answer.stream());
    return performance.now() - started;
  };

  const stop = async () => {
    await engine.close();
    agent.destroy();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.removeAllListeners('exit');
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await ask('stop');
    await Promise.race([ended, gone]);
  };
  return { ask, call, replay, engine, address, dataDir, pid: child.pid, stop };
}
