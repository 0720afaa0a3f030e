import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';

/** Longest time a query may run before the engine ends it. */
export const MAX_QUERY_SECONDS = 120;

/** Where an engine answers. */
export interface EngineAddress {
  url: string;
  username?: string;
  password?: string;
}

/** A client whose answers come as the store expects them, whatever the server's own defaults are. */
export function createEngineClient(address: EngineAddress): ClickHouseClient {
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
      enable_extended_results_for_datetime_functions: 1,
    },
  });
}
