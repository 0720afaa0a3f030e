-- Measures summed up beforehand (see ADR 0008). Projections are part of a data part: they hold late rows with the insert that
-- brings them, and follow every change and removal of rows.
-- The aggregates are those of features/metrics/aggregatesSql.ts, written so that the engine recognises them.

-- By hour and by everything that charts are narrowed or grouped by and that has few values.
ALTER TABLE traces
ADD PROJECTION IF NOT EXISTS by_hour
(
    SELECT model, intDiv(toUnixTimestamp64Micro(start_time), 3600000000), model_type, provider, operation, deployment, deployment_version, connection, status,
        count(),
        countIf(status = 'success'),
        countIf(status != 'success'),
        countIf(status = 'timeout'),
        countIf(isFinite(duration_ms)),
        sum(duration_ms),
        min(duration_ms),
        max(duration_ms),
        countIf(streamed AND isFinite(ttft_ms)),
        sumIf(ttft_ms, streamed),
        countIf(status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) / (output_tokens - 1), status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(output_tokens, isFinite(duration_ms)),
        sumIf(duration_ms, isFinite(output_tokens)),
        sum(input_tokens),
        sum(output_tokens),
        sum(cached_input_tokens),
        sum(cache_write_tokens),
        sum(reasoning_tokens),
        sum(cost_usd),
        countIf(isFinite(cost_usd)),
        countIf(model_type = 'external' AND NOT ifNull(isFinite(cost_usd), 0)),
        sum(credits)
    GROUP BY model, intDiv(toUnixTimestamp64Micro(start_time), 3600000000), model_type, provider, operation, deployment, deployment_version, connection, status
),

-- By quarter of an hour, for zones whose hours and days do not begin with an hour of UTC (India, Nepal): every offset in use
-- is a multiple of 15 minutes. A minute would hold hardly fewer cells than there are rows. Of one deployment or connection
-- the rows themselves are few enough.
ADD PROJECTION IF NOT EXISTS by_quarter_hour
(
    SELECT model, intDiv(toUnixTimestamp64Micro(start_time), 900000000), model_type, provider, status,
        count(),
        countIf(status = 'success'),
        countIf(status != 'success'),
        countIf(status = 'timeout'),
        countIf(isFinite(duration_ms)),
        sum(duration_ms),
        min(duration_ms),
        max(duration_ms),
        countIf(streamed AND isFinite(ttft_ms)),
        sumIf(ttft_ms, streamed),
        countIf(status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) / (output_tokens - 1), status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(output_tokens, isFinite(duration_ms)),
        sumIf(duration_ms, isFinite(output_tokens)),
        sum(input_tokens),
        sum(output_tokens),
        sum(cached_input_tokens),
        sum(cache_write_tokens),
        sum(reasoning_tokens),
        sum(cost_usd),
        countIf(isFinite(cost_usd)),
        countIf(model_type = 'external' AND NOT ifNull(isFinite(cost_usd), 0)),
        sum(credits)
    GROUP BY model, intDiv(toUnixTimestamp64Micro(start_time), 900000000), model_type, provider, status
),

-- By day of UTC with sketches of latencies. Merging a sketch costs as much as adding its rows one by one while it holds
-- fewer rows than it has bins, a few hundred: sketches by hour were slower than the rows.
ADD PROJECTION IF NOT EXISTS by_day
(
    SELECT model, intDiv(toUnixTimestamp64Micro(start_time), 86400000000), model_type, provider,
        count(),
        countIf(status = 'success'),
        countIf(status != 'success'),
        countIf(status = 'timeout'),
        countIf(isFinite(duration_ms)),
        sum(duration_ms),
        min(duration_ms),
        max(duration_ms),
        countIf(streamed AND isFinite(ttft_ms)),
        sumIf(ttft_ms, streamed),
        countIf(status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) / (output_tokens - 1), status = 'success' AND output_tokens > 1 AND ifNull(generation_ms, if(streamed, duration_ms - ttft_ms, NULL)) >= 0),
        sumIf(output_tokens, isFinite(duration_ms)),
        sumIf(duration_ms, isFinite(output_tokens)),
        sum(input_tokens),
        sum(output_tokens),
        sum(cached_input_tokens),
        sum(cache_write_tokens),
        sum(reasoning_tokens),
        sum(cost_usd),
        countIf(isFinite(cost_usd)),
        countIf(model_type = 'external' AND NOT ifNull(isFinite(cost_usd), 0)),
        sum(credits),
        quantilesDDState(0.01, 0.5, 0.9, 0.95, 0.99)(duration_ms),
        quantilesDDState(0.01, 0.5, 0.9, 0.95, 0.99)(if(streamed, ttft_ms, NULL))
    GROUP BY model, intDiv(toUnixTimestamp64Micro(start_time), 86400000000), model_type, provider
);

-- For rows that are stored already; in the background, meanwhile queries read the rows.
ALTER TABLE traces
    MATERIALIZE PROJECTION by_hour,
    MATERIALIZE PROJECTION by_quarter_hour,
    MATERIALIZE PROJECTION by_day;
