import { type ClickHouseClient, ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';

/** Longest time a query may run before the engine ends it. */
export const MAX_QUERY_SECONDS = 120;

/** Where an engine answers. */
export interface EngineAddress {
  url: string;
  username?: string;
  password?: string;
}

/** What queries of distributed tables need besides. */
const CLUSTER_SETTINGS: ClickHouseSettings = {
  // An insert is answered when the shards have its rows, on a majority of the replicas.
  distributed_foreground_insert: 1,
  insert_quorum: 'auto',
  // The rows of a subquery are found on all shards, once.
  distributed_product_mode: 'global',
  prefer_global_in_and_join: 1,
  // A change of the tables is done when every server has made it, or it failed.
  distributed_ddl_output_mode: 'throw',
};

/** A client whose answers come as the store expects them, whatever the server's own defaults are. */
export function createEngineClient(address: EngineAddress, forCluster = false): ClickHouseClient {
  return createClient({
    ...address,
    application: 'modeltrace',
    request_timeout: (MAX_QUERY_SECONDS + 10) * 1000,
    max_open_connections: 64,
    // The client's own log lines carry SQL.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      max_execution_time: MAX_QUERY_SECONDS,
      output_format_json_quote_64bit_integers: 0,
      output_format_json_quote_denormals: 0,
      output_format_write_statistics: 0,
      date_time_output_format: 'iso',
      // A failure while the answer is made becomes an error answer instead of a torn one.
      wait_end_of_query: 1,
      prefer_column_name_to_alias: 1,
      // Seen with ClickHouse 26.7 on a million rows whose projections were built after they were stored: count() of a
      // time range counted some rows twice, once by granules that lie wholly in it, once by the projection `by_time`.
      optimize_use_implicit_projections: 0,
      enable_extended_results_for_datetime_functions: 1,
      ...(forCluster && CLUSTER_SETTINGS),
    },
  });
}
