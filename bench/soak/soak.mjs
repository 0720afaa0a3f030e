// `npm run soak -- --rounds 50`: kill -9 at random moments during ingest. See docs/benchmarks.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { checkBuilt } from '../server/dist.mjs';
import { soakServer } from './process.mjs';
import { startTraffic } from './traffic.mjs';
import { faultsOf } from './verify.mjs';

const TARGETS = ['engine', 'server', 'both'];
const SENDERS = 4;
const LONGEST_MS = 2500;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    port: { type: 'string', default: '5179' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number above 0.');

/** Numbers from 0 to 1 that a seed decides (mulberry32), so that the moments of a run can be had again. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

checkBuilt();
const random = randomOf(Number(values.seed));
const dataDir = mkdtempSync(join(tmpdir(), 'modeltrace-soak-'));
const server = soakServer(dataDir, Number(values.port));
const total = { acknowledged: 0, givenUp: 0, cuts: 0, faults: 0 };
const all = [];
say(`${rounds} rounds, seed ${values.seed}`);
await server.start();
for (let round = 1; round <= rounds; round++) {
  const what = TARGETS[Math.floor(random() * TARGETS.length)] ?? 'both';
  const afterMs = Math.round(50 + random() * LONGEST_MS);
  const traffic = startTraffic(server.url, round, SENDERS);
  await delay(afterMs);
  await server.kill(what);
  await server.ready();
  const sent = await traffic.stop();
  all.push(sent);
  const { faults, visible } = await faultsOf(server.url, round, sent);
  total.acknowledged += sent.acknowledged.size;
  total.givenUp += sent.givenUp.size;
  total.cuts += sent.cuts;
  total.faults += faults.length;
  say(
    `round ${round}: kill -9 of ${what} after ${afterMs} ms, ${sent.acknowledged.size} acknowledged, ${sent.cuts} batches cut off, ${visible} stored: ${faults.length === 0 ? 'all right' : faults.slice(0, 5).join('; ')}`,
  );
}
// What earlier rounds stored must have outlived the later ones.
await server.kill('both');
for (const [index, sent] of all.entries()) {
  const { faults } = await faultsOf(server.url, index + 1, sent);
  total.faults += faults.length;
  if (faults.length > 0) say(`round ${index + 1}, looked at again: ${faults.slice(0, 5).join('; ')}`);
}
await server.stop();
say(
  `${total.acknowledged} traces acknowledged, ${total.cuts} batches cut off, ${total.givenUp} traces given up: ${total.faults} faults`,
);
if (total.faults === 0) {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
} else {
  say(`The store is kept in ${dataDir}.`);
  process.exitCode = 1;
}
