import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { removeDir, temporaryDir } from './testServer.js';

const ENGINE_PROCESS = fileURLToPath(new URL('../engine/engineProcess.mjs', import.meta.url));

/** Several engines as the shards of one cluster, and the address at which they are asked as one. */
export interface TestCluster {
  /** For CLICKHOUSE_URL, without a database. */
  url: string;
  /** For CLICKHOUSE_CLUSTER. */
  name: string;
  /** Rows of an answer of one shard alone, as tab separated lines. */
  askShard(shard: number, sql: string, database: string): Promise<string[]>;
  close(): Promise<void>;
}

interface Shard {
  httpPort: number;
  nativePort: number;
  process: ChildProcess;
}

const NAME = 'test_cluster';
const USER = 'cluster';
const PASSWORD = 'cluster-of-a-test';

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const LOCAL = '<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>';
const USERS = `<clickhouse>
  <profiles><default/></profiles><quotas><default/></quotas>
  <users>
    <default><no_password/>${LOCAL}</default>
    <${USER}><password>${PASSWORD}</password>${LOCAL}</${USER}>
  </users>
</clickhouse>
`;

function configOf(shards: readonly Pick<Shard, 'nativePort'>[], number: number): string {
  const members = shards.map(
    ({ nativePort }) =>
      `<shard><replica><host>127.0.0.1</host><port>${nativePort}</port><user>${USER}</user><password>${PASSWORD}</password></replica></shard>`,
  );
  return `<clickhouse>
  <logger><level>none</level><console>0</console></logger>
  <max_server_memory_usage>1500000000</max_server_memory_usage>
  <background_pool_size>2</background_pool_size>
  <macros><shard>${number}</shard><replica>1</replica></macros>
  <remote_servers><${NAME}>${members.join('')}</${NAME}></remote_servers>
  <users_config>users.xml</users_config>
</clickhouse>
`;
}

async function ask(httpPort: number, search: string, sql: string | Buffer, headers: Record<string, string> = {}) {
  return fetch(`http://127.0.0.1:${httpPort}/${search}`, {
    method: 'POST',
    body: typeof sql === 'string' ? sql : new Uint8Array(sql),
    headers: { authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`, ...headers },
  });
}

async function untilReady({ httpPort, process }: Shard): Promise<void> {
  while (process.exitCode === null) {
    const answer = await ask(httpPort, '', 'SELECT 1').catch(() => undefined);
    if (answer?.ok === true) return;
    await delay(25);
  }
  throw new Error('An engine of the test cluster ended while starting.');
}

/**
 * What the engines in this process layout lack of a real cluster: the queue by which ON CLUSTER statements reach every
 * server, and replication (they know Keeper, but do not listen for each other's parts). The front runs such statements
 * on each shard itself and makes plain tables of replicated ones; everything else goes to the first shard unchanged.
 */
function forOneShard(sql: string): string {
  return sql
    .replace(/ ON CLUSTER `[^`]*`/, '')
    .replace(/Replicated(\w*MergeTree)\('\/clickhouse[^']*', '\{replica\}'(?:, )?/, '$1(');
}

async function openFront(shards: readonly Shard[]): Promise<Server> {
  const [first] = shards;
  if (!first) throw new Error('A cluster has at least one shard.');
  const front = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      const search = (request.url ?? '/').slice(1);
      const { authorization = '', 'content-type': type = 'text/plain' } = request.headers;
      const isDdl = body.subarray(0, 200).includes('ON CLUSTER');
      const answers = await Promise.all(
        (isDdl ? shards : [first]).map(({ httpPort }) =>
          ask(httpPort, search, isDdl ? forOneShard(body.toString()) : body, { authorization, 'content-type': type }),
        ),
      );
      const answer = answers.find(({ ok }) => !ok) ?? answers[0];
      const headers = [...(answer?.headers ?? [])].filter(([name]) => /^(content-type$|x-clickhouse-)/.test(name));
      response.writeHead(answer?.status ?? 502, Object.fromEntries(headers));
      response.end(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    })().catch(() => response.destroy());
  });
  await once(front.listen(0, '127.0.0.1'), 'listening');
  return front;
}

async function startShard(dir: string, number: number, shard: Omit<Shard, 'process'>, config: string): Promise<Shard> {
  const shardDir = path.join(dir, `shard-${number}`);
  await mkdir(shardDir);
  const configFile = path.join(dir, `shard-${number}.xml`);
  await writeFile(configFile, config);
  const child = spawn(
    process.execPath,
    [ENGINE_PROCESS, shardDir, String(shard.httpPort), configFile, String(shard.nativePort)],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  return { ...shard, process: child };
}

/** Starts a cluster of so many shards. Each is ClickHouse itself; they speak its native protocol with each other. */
export async function openTestCluster(shardCount: number): Promise<TestCluster> {
  const dir = await temporaryDir();
  await writeFile(path.join(dir, 'users.xml'), USERS);
  const ports = await Promise.all(
    Array.from({ length: shardCount }, async () => ({ httpPort: await freePort(), nativePort: await freePort() })),
  );
  const shards = await Promise.all(
    ports.map((shard, index) => startShard(dir, index + 1, shard, configOf(ports, index + 1))),
  );
  await Promise.all(shards.map(untilReady));
  const front = await openFront(shards);
  const { port } = front.address() as AddressInfo;
  return {
    url: `http://${USER}:${PASSWORD}@127.0.0.1:${port}`,
    name: NAME,
    askShard: async (shard, sql, database) => {
      const answer = await ask(ports[shard]?.httpPort ?? 0, `?database=${database}`, sql);
      const text = await answer.text();
      if (!answer.ok) throw new Error(text);
      return text.split('\n').filter((line) => line !== '');
    },
    close: async () => {
      front.close();
      front.closeAllConnections();
      for (const { process: child } of shards) child.kill('SIGKILL');
      await Promise.all(shards.map(({ process: child }) => once(child, 'exit')));
      await removeDir(dir);
    },
  };
}
