-- API keys, without the keys themselves. Rows of a key are added, never changed: its making, its revocation and its last
-- use are rows of their own, and what they say is put together by max. So a note of use cannot undo a revocation,
-- whichever server writes it and in whatever order the rows arrive.
CREATE TABLE IF NOT EXISTS api_keys
(
    key_id String,
    name SimpleAggregateFunction(max, String),
    key_sha256 SimpleAggregateFunction(max, String),
    scopes SimpleAggregateFunction(groupUniqArrayArray, Array(String)),
    requests_per_minute SimpleAggregateFunction(max, Nullable(UInt32)),
    traces_per_minute SimpleAggregateFunction(max, Nullable(UInt32)),
    created_time SimpleAggregateFunction(max, Nullable(DateTime64(3, 'UTC'))),
    expires_time SimpleAggregateFunction(max, Nullable(DateTime64(3, 'UTC'))),
    revoked_time SimpleAggregateFunction(max, Nullable(DateTime64(3, 'UTC'))),
    last_used_time SimpleAggregateFunction(max, Nullable(DateTime64(3, 'UTC')))
)
ENGINE = AggregatingMergeTree
ORDER BY key_id
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;
