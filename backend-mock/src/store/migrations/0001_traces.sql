-- One row per model request. List columns and previews are read without touching the payload columns.
-- Projections are part of a data part: they appear with its rows or not at all, also when the engine is killed.
CREATE TABLE IF NOT EXISTS traces
(
    request_id String,
    trace_id String,
    span_id String,
    start_time DateTime64(6, 'UTC') CODEC(Delta, ZSTD(1)),
    duration_ms Nullable(Float64),
    status LowCardinality(String),
    model LowCardinality(String),
    response_model LowCardinality(String),
    model_type LowCardinality(String),
    provider LowCardinality(String),
    operation LowCardinality(String),
    deployment LowCardinality(String),
    deployment_version LowCardinality(String),
    connection LowCardinality(String),
    source_type LowCardinality(String),
    source LowCardinality(String),
    user_id String,
    gateway LowCardinality(String),
    response_id String,
    conversation_id String,
    input_tokens Nullable(UInt32),
    output_tokens Nullable(UInt32),
    cached_input_tokens Nullable(UInt32),
    cache_write_tokens Nullable(UInt32),
    reasoning_tokens Nullable(UInt32),
    cost_usd Nullable(Float64),
    credits Nullable(Float64),
    finish_reason LowCardinality(String),
    streamed Bool,
    cache_status LowCardinality(String),
    queue_ms Nullable(Float64),
    network_ms Nullable(Float64),
    ttft_ms Nullable(Float64),
    generation_ms Nullable(Float64),
    error_type LowCardinality(String),
    error_message String CODEC(ZSTD(1)),
    error_code LowCardinality(String),
    error_param LowCardinality(String),
    error_http_status Nullable(UInt16),
    input_preview String CODEC(ZSTD(1)),
    output_preview String CODEC(ZSTD(1)),
    tags Map(String, String) CODEC(ZSTD(1)),
    input_text String CODEC(ZSTD(3)),
    output_text String CODEC(ZSTD(3)),
    input_json String CODEC(ZSTD(3)),
    output_json String CODEC(ZSTD(3)),
    parameters_json String CODEC(ZSTD(1)),
    workflow_json String CODEC(ZSTD(3)),
    retries_json String CODEC(ZSTD(1)),
    http_request_json String CODEC(ZSTD(1)),
    -- Where a request is, by its id: duplicate checks and opening a trace.
    PROJECTION by_request_id (SELECT request_id, model, start_time ORDER BY request_id),
    -- Which models there are and what they run on.
    PROJECTION catalogue
    (
        SELECT model, model_type, provider, deployment, deployment_version, connection,
            count(), min(start_time), max(start_time)
        GROUP BY model, model_type, provider, deployment, deployment_version, connection
    )
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(start_time)
ORDER BY (model, start_time, request_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- All spans of the OpenTelemetry traces. Of a span that is sent again the first copy stays: the engine keeps the row with
-- the highest version, and the earliest time has it.
CREATE TABLE IF NOT EXISTS spans
(
    trace_id String,
    span_id String,
    parent_span_id String,
    name String,
    service LowCardinality(String),
    kind LowCardinality(String),
    start_time DateTime64(6, 'UTC'),
    duration_ms Float64,
    status_code LowCardinality(String),
    status_message String CODEC(ZSTD(1)),
    attributes_json String CODEC(ZSTD(3)),
    events_json String CODEC(ZSTD(3)),
    stored_time DateTime64(6, 'UTC') DEFAULT now64(6),
    version UInt64 MATERIALIZED 9223372036854775807 - toUnixTimestamp64Micro(stored_time)
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (trace_id, span_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Replicas of hosted deployments from a time on. A change of the same series at the same time replaces the earlier one.
CREATE TABLE IF NOT EXISTS replica_changes
(
    model LowCardinality(String),
    model_type LowCardinality(String),
    deployment LowCardinality(String),
    deployment_version LowCardinality(String),
    hardware LowCardinality(String),
    time DateTime64(6, 'UTC'),
    replicas UInt32,
    max_replicas UInt32,
    stored_time DateTime64(6, 'UTC') DEFAULT now64(6)
)
ENGINE = ReplacingMergeTree(stored_time)
ORDER BY (model, deployment, deployment_version, hardware, time)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
