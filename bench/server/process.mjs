// The real trace server, in a process of its own, with a recorder between it and its engine: the bench asks which
// statements a request made, so that the engine alone can be given the same. Nothing of this is part of the product.
// argv: data directory. Talks to its parent by messages.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers';
import { fromDist } from './dist.mjs';

const { readConfig } = await fromDist('config.js');
const { EmbeddedEngine } = await fromDist('engine/embeddedEngine.js');
const { createLog } = await fromDist('logging.js');
const { startServer } = await fromDist('server.js');
const { Store } = await fromDist('store/store.js');

/** Answers must not come from what the engine remembers of the same condition. */
const WITHOUT_CACHES = { use_query_condition_cache: 0 };

/** Keeps every processor busy until it is ended. */
const HEAVY = 'SELECT sum(sipHash64(number)) AS sum FROM numbers_mt(1000000000000) SETTINGS max_execution_time = 0';
const HEAVY_QUERIES = 4;

let statements = [];
let heavy = new AbortController();

async function bodyOf(values) {
  const chunks = [];
  for await (const chunk of values) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** The client with every SELECT noted down; inserts are left alone. */
function recording(client) {
  const note = (method) => async (options) => {
    const settings = { ...options.clickhouse_settings, ...WITHOUT_CACHES };
    const isInsert = /^\s*INSERT/i.test(options.query);
    const body = options.values !== undefined && !isInsert ? await bodyOf(options.values) : undefined;
    if (!isInsert) {
      const { query, query_params, format, use_multipart_params_auto, http_headers } = options;
      const form = body && body.toString('base64');
      statements.push({
        method,
        form,
        options: {
          query,
          query_params,
          format,
          use_multipart_params_auto,
          http_headers,
          clickhouse_settings: settings,
        },
      });
    }
    const values = body ? { values: Readable.from([body], { objectMode: false }) } : {};
    return client[method]({ ...options, ...values, clickhouse_settings: settings });
  };
  const notes = { query: note('query'), exec: note('exec') };
  return new Proxy(client, {
    get(target, name) {
      const value = notes[name] ?? target[name];
      return typeof value === 'function' && !notes[name] ? value.bind(target) : value;
    },
  });
}

class RecordedEngine extends EmbeddedEngine {
  client() {
    return recording(super.client());
  }
}

const [dataDir] = process.argv.slice(2);
const config = readConfig({ TRACE_PORT: '0', MODELTRACE_DATA_DIR: dataDir, MODELTRACE_LOG_LEVEL: 'error' });
const log = createLog(config.logLevel);
const engine = new RecordedEngine(dataDir, log);
const store = new Store(engine);
const server = await startServer(config, log, store);

const delay = monitorEventLoopDelay({ resolution: 1 });
let peakRss = 0;
let sampling;

const answers = {
  address: () => ({ url: server.url, engine: engine.address, enginePid: engine.pid }),
  takeStatements: () => {
    const taken = statements;
    statements = [];
    return taken;
  },
  watch: () => {
    delay.reset();
    delay.enable();
    const rss = process.memoryUsage().rss;
    peakRss = rss;
    sampling = setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage().rss)), 20);
    return { rss };
  },
  unwatch: () => {
    delay.disable();
    clearInterval(sampling);
    return { peakRss, delayP99Ms: delay.percentile(99) / 1e6, delayMaxMs: delay.max / 1e6 };
  },
  openHeavyQueries: () => {
    heavy = new AbortController();
    for (let query = 0; query < HEAVY_QUERIES; query++) {
      store.rows({ sql: HEAVY, params: {} }, heavy.signal).catch(() => undefined);
    }
  },
  closeHeavyQueries: () => {
    heavy.abort();
  },
  stop: async () => {
    await server.close();
    setImmediate(() => process.exit(0));
  },
};

process.on('message', async ({ id, ask }) => {
  process.send({ id, answer: await answers[ask]() });
});
process.on('disconnect', () => process.exit(1));
process.send({ ready: true });
