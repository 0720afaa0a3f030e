import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import path from 'node:path';

/** User of the embedded engine; every start of the engine has another password. */
export const ENGINE_USER = 'modeltrace';

/** Longest time that the reader of a long answer may be given to take its next bytes. */
export const MAX_STALL_SECONDS = 3600;
/** The engine's patience, 30 seconds unless told otherwise, must outlast that. Its statements cannot set it. */
const SEND_TIMEOUT_SECONDS = MAX_STALL_SECONDS + 60;

const MEBIBYTE = 1024 * 1024;
// A query engine takes what it gets; half of the machine leaves room for Grafana and the trace server beside it.
const ENGINE_MEMORY_SHARE = 0.5;
const ENGINE_MEMORY_MIN_BYTES = 1024 * MEBIBYTE;

/**
 * Bytes the engine may use on a machine with this much memory.
 * @param limitBytes What the operating system lets this process have, as a container's limit; 0 when it sets no limit,
 * and more than the machine has on some systems that set none.
 */
export function engineMemoryBytes(machineBytes: number, limitBytes: number): number {
  const usableBytes = limitBytes > 0 ? Math.min(machineBytes, limitBytes) : machineBytes;
  const share = Math.floor(usableBytes * ENGINE_MEMORY_SHARE);
  return Math.min(Math.max(ENGINE_MEMORY_MIN_BYTES, share), usableBytes);
}

function serverConfig(password: string, usersFile: string, memoryBytes: number): string {
  const authorization = Buffer.from(`${ENGINE_USER}:${password}`).toString('base64');
  return `<clickhouse>
  <logger><level>none</level><console>0</console></logger>
  <max_server_memory_usage>${memoryBytes}</max_server_memory_usage>
  <mark_cache_size>${256 * MEBIBYTE}</mark_cache_size>
  <uncompressed_cache_size>${128 * MEBIBYTE}</uncompressed_cache_size>
  <background_pool_size>4</background_pool_size>
  <background_schedule_pool_size>8</background_schedule_pool_size>
  <merge_tree>
    <cleanup_delay_period>1</cleanup_delay_period>
    <cleanup_delay_period_random_add>0</cleanup_delay_period_random_add>
    <max_cleanup_delay_period>2</max_cleanup_delay_period>
  </merge_tree>
  <users_config>${usersFile}</users_config>
  <http_handlers>
    <rule>
      <headers><Authorization>Basic ${authorization}</Authorization></headers>
      <handler><type>dynamic_query_handler</type><query_param_name>query</query_param_name></handler>
    </rule>
  </http_handlers>
</clickhouse>
`;
}

// The engine's own session runs as `default` and cannot have a password, so that user may start the listener and
// nothing else; requests without the Authorization header above are not answered at all.
function usersConfig(password: string, memoryBytes: number): string {
  const local = '<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>';
  return `<clickhouse>
  <profiles><default>
    <max_memory_usage>${Math.floor(memoryBytes * 0.8)}</max_memory_usage>
    <max_bytes_before_external_group_by>${Math.floor(memoryBytes * 0.4)}</max_bytes_before_external_group_by>
    <max_bytes_before_external_sort>${Math.floor(memoryBytes * 0.4)}</max_bytes_before_external_sort>
    <http_send_timeout>${SEND_TIMEOUT_SECONDS}</http_send_timeout>
    <http_max_uri_size>${16 * MEBIBYTE}</http_max_uri_size>
    <http_max_field_value_size>${16 * MEBIBYTE}</http_max_field_value_size>
  </default></profiles>
  <users>
    <default><no_password/>${local}<grants><query>GRANT SYSTEM LISTEN ON *.*</query></grants></default>
    <${ENGINE_USER}><password>${password}</password>${local}</${ENGINE_USER}>
  </users>
  <quotas><default/></quotas>
</clickhouse>
`;
}

/** Where the engine's data and configuration lie and how to reach it with them. */
export interface EngineFiles {
  /** The engine's own directory inside the data directory. */
  engineDir: string;
  /** Holds the password; the engine reads it while it starts, then it can go. */
  configDir: string;
  configFile: string;
  password: string;
}

/** Writes the configuration of one start of the engine, with a new password, readable by its owner only. */
export async function writeEngineFiles(dataDir: string): Promise<EngineFiles> {
  const engineDir = path.join(dataDir, 'engine');
  await mkdir(engineDir, { recursive: true });
  const configDir = await mkdtemp(path.join(tmpdir(), 'modeltrace-engine-'));
  const password = randomBytes(24).toString('hex');
  const memoryBytes = engineMemoryBytes(totalmem(), process.constrainedMemory());
  const configFile = path.join(configDir, 'config.xml');
  const mode = 0o600;
  await writeFile(configFile, serverConfig(password, 'users.xml', memoryBytes), { mode });
  await writeFile(path.join(configDir, 'users.xml'), usersConfig(password, memoryBytes), { mode });
  return { engineDir, configDir, configFile, password };
}
