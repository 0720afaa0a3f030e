-- Lists: what finds rows by other ways than model and time, and the order of storing for the live tail. See ADR 0011.
-- Projections and indexes of rows that are there already are built in the background; lists are right meanwhile.
-- Every ALTER makes the engine look at all projections anew, so there are few.
ALTER TABLE traces
    -- Newest of all models: the table's own key begins with the model. Keys and what lists are narrowed by, nothing wide.
    ADD PROJECTION IF NOT EXISTS by_time
    (
        SELECT start_time, request_id, model, model_type, provider, operation, deployment, deployment_version, connection,
            status, source_type, source, user_id, error_type, finish_reason
        ORDER BY start_time, request_id
    ),
    -- One user's requests, newest first.
    ADD PROJECTION IF NOT EXISTS by_user
    (
        SELECT user_id, start_time, request_id, model ORDER BY user_id, start_time, request_id
    ),
    -- Requests of an OpenTelemetry trace.
    ADD INDEX IF NOT EXISTS trace_id_bloom trace_id TYPE bloom_filter(0.01) GRANULARITY 1;

ALTER TABLE traces ADD INDEX IF NOT EXISTS stored_time_minmax stored_time TYPE minmax GRANULARITY 1;
ALTER TABLE traces
    MATERIALIZE PROJECTION by_time,
    MATERIALIZE PROJECTION by_user,
    MATERIALIZE INDEX trace_id_bloom,
    MATERIALIZE INDEX stored_time_minmax;
