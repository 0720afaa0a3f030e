-- A replaced data part is deleted soon after a merge or a mutation, so that what was erased does not stay in files. For
-- that the new part must be on the disk itself, not only in the operating system's memory: it is flushed. The engine keeps
-- the text of a change, with the values in it, for the last one only: an erasure itself names none.
ALTER TABLE traces MODIFY SETTING old_parts_lifetime = 1, min_rows_to_fsync_after_merge = 1, finished_mutations_to_keep = 1,
    cleanup_delay_period = 1, cleanup_delay_period_random_add = 0, max_cleanup_delay_period = 2;
ALTER TABLE spans MODIFY SETTING old_parts_lifetime = 1, min_rows_to_fsync_after_merge = 1, finished_mutations_to_keep = 1,
    cleanup_delay_period = 1, cleanup_delay_period_random_add = 0, max_cleanup_delay_period = 2;
ALTER TABLE replica_changes MODIFY SETTING old_parts_lifetime = 1, min_rows_to_fsync_after_merge = 1, finished_mutations_to_keep = 1,
    cleanup_delay_period = 1, cleanup_delay_period_random_add = 0, max_cleanup_delay_period = 2;

-- How long traces are kept; the newest row holds. policies_json is the contract's list of RetentionPolicy.
CREATE TABLE IF NOT EXISTS retention_policies
(
    changed_time DateTime64(6, 'UTC'),
    policies_json String,
    replica_changes_max_age_days Nullable(UInt32)
)
ENGINE = MergeTree
ORDER BY changed_time
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- When the policies were applied to the end, and what went.
CREATE TABLE IF NOT EXISTS retention_runs
(
    started_time DateTime64(6, 'UTC'),
    traces UInt64,
    spans UInt64,
    replica_changes UInt64
)
ENGINE = MergeTree
ORDER BY started_time
TTL toDateTime(started_time) + INTERVAL 400 DAY;

-- Which server does a periodic task. Rows are only added: an attempt holds the task when it is the oldest that is neither
-- over nor released.
CREATE TABLE IF NOT EXISTS leases
(
    name LowCardinality(String),
    attempt_id String,
    taken_time DateTime64(6, 'UTC'),
    until_time DateTime64(6, 'UTC'),
    released Bool
)
ENGINE = MergeTree
ORDER BY (name, attempt_id)
TTL toDateTime(until_time) + INTERVAL 1 DAY;

-- The requests that a removal under way is about; dropped at its end. Their spans are found by it after their rows are gone.
CREATE TABLE IF NOT EXISTS removal_work
(
    work_id String,
    request_id String,
    trace_id String,
    span_id String
)
ENGINE = MergeTree
PARTITION BY work_id
ORDER BY (trace_id, span_id)
SETTINGS old_parts_lifetime = 1, cleanup_delay_period = 1, cleanup_delay_period_random_add = 0, max_cleanup_delay_period = 2;

-- Erasures there were; of each the newest row holds. id_hashes are SHA-256 of salt and id; report_json is the contract's
-- ErasureReport.
CREATE TABLE IF NOT EXISTS erasures
(
    erasure_id String,
    time DateTime64(6, 'UTC'),
    state UInt8,
    kind LowCardinality(String),
    status LowCardinality(String),
    salt String,
    id_hashes Array(String),
    traces UInt64,
    spans UInt64,
    report_json String
)
ENGINE = MergeTree
ORDER BY (erasure_id, state)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
