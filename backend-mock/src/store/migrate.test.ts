import type { ClickHouseClient } from '@clickhouse/client';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedEngine } from '../engine/embeddedEngine.js';
import { EngineStartError } from '../engine/engineFailure.js';
import { silentLog } from '../testing/silentLog.js';
import { removeDir, temporaryDir } from '../testing/testServer.js';
import { migrate, statementsOf } from './migrate.js';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const FIRST = '0001_traces.sql';

describe('statements of a migration', () => {
  it('are cut at semicolons that end a line, without comments', () => {
    expect(statementsOf("-- a; b;\nCREATE x\n(\n  -- c;\n  d String DEFAULT ';'\n);\n\nCREATE y;\n")).toEqual([
      "CREATE x\n(\n  d String DEFAULT ';'\n)",
      'CREATE y',
    ]);
  });
});

describe('migrations', () => {
  let dir: string;
  let engine: EmbeddedEngine;
  let client: ClickHouseClient;
  beforeAll(async () => {
    dir = await temporaryDir();
    engine = new EmbeddedEngine(dir, silentLog);
    await engine.start();
    client = engine.client();
    // A store of the first version, with a trace in it.
    for (const query of statementsOf(await readFile(new URL(FIRST, MIGRATIONS), 'utf8')))
      await client.command({ query });
    await client.command({
      query: `CREATE TABLE schema_migrations (name String, applied_time DateTime64(6, 'UTC') DEFAULT now64(6))
ENGINE = MergeTree ORDER BY name`,
    });
    await note(FIRST);
    await client.command({
      query: `INSERT INTO traces (request_id, model, start_time, status, duration_ms)
SELECT toString(number), 'old', toDateTime64('2026-11-20 00:00:00', 6, 'UTC') + toIntervalMinute(number), 'success', 5
FROM numbers(1000)`,
    });
  });
  afterAll(async () => {
    await engine.stop();
    await removeDir(dir);
  });

  async function note(name: string): Promise<void> {
    await client.insert({ table: 'schema_migrations', values: [{ name }], columns: ['name'], format: 'JSONEachRow' });
  }

  async function rows<Row>(query: string): Promise<Row[]> {
    return (await client.query({ query, format: 'JSONEachRow' })).json<Row>();
  }

  it('run by several servers at once bring a store of the first version up to date, with its traces', async () => {
    await Promise.all(Array.from({ length: 3 }, () => migrate(client)));
    const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
    expect(await rows('SELECT DISTINCT name FROM schema_migrations ORDER BY name')).toEqual(
      files.map((name) => ({ name })),
    );
    expect(await rows('SELECT count() AS traces, uniqExact(request_id) AS ids FROM traces')).toEqual([
      { traces: 1000, ids: 1000 },
    ]);
  });

  it('keep when traces were stored, also when they run again beside a server that stores', async () => {
    await client.command({
      query: "INSERT INTO traces (request_id, model, start_time, status) VALUES ('new', 'new', now64(6), 'success')",
    });
    const storedTimes = `SELECT countIf(stored_time = toDateTime64(0, 6, 'UTC')) AS old,
  maxIf(toString(stored_time), request_id = 'new') AS new FROM traces`;
    const [before] = await rows<{ old: number; new: string }>(storedTimes);
    expect(before?.old).toBe(1000);
    await client.command({
      query: "ALTER TABLE schema_migrations DELETE WHERE name = '0002_stored_time.sql' SETTINGS mutations_sync = 2",
    });
    await migrate(client);
    expect(await rows(storedTimes)).toEqual([before]);
    await client.command({ query: "ALTER TABLE traces DELETE WHERE request_id = 'new' SETTINGS mutations_sync = 2" });
  });

  it('sum up the traces that were there before', async () => {
    const unfinished =
      'SELECT count() AS left FROM system.mutations WHERE NOT is_done AND database = currentDatabase()';
    await expect.poll(() => rows(unfinished)).toEqual([{ left: 0 }]);
    const summed = await rows<{ name: string; rows: number }>(
      `SELECT name, sum(rows) AS rows FROM system.projection_parts
WHERE active AND database = currentDatabase() AND table = 'traces' AND startsWith(name, 'by_') GROUP BY name`,
    );
    const cells = Object.fromEntries(summed.map(({ name, rows: count }) => [name, count]));
    expect(cells).toMatchObject({ by_day: 1, by_hour: 17, by_quarter_hour: 67 });
  });

  it('that are all applied change nothing', async () => {
    const [before] = await rows<{ sql: string }>('SHOW CREATE TABLE traces');
    await migrate(client);
    expect(await rows('SHOW CREATE TABLE traces')).toEqual([before]);
  });

  it('of a newer version are not run over: the older server says so and does not start', async () => {
    await note('9999_from_the_future.sql');
    await expect(migrate(client)).rejects.toThrow(/newer version.*9999_from_the_future/);
    await expect(migrate(client)).rejects.toBeInstanceOf(EngineStartError);
  });
});
