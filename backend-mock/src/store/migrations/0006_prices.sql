-- The price table. Rows are only added: the state of a price in version n is its newest row of version n or before.
-- standard_json and batch_json are the contract's TokenPrices.
CREATE TABLE IF NOT EXISTS prices
(
    version UInt32,
    price_id String,
    changed_time DateTime64(6, 'UTC'),
    removed Bool,
    model_pattern String,
    provider String,
    valid_from Nullable(DateTime64(6, 'UTC')),
    valid_to Nullable(DateTime64(6, 'UTC')),
    standard_json String,
    batch_json String,
    source String
)
ENGINE = MergeTree
ORDER BY (price_id, version)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1;

-- Where a cost is from: sent by the caller, priced by the table, or empty when there is none. Rows that were stored
-- before have no cost but the sent one. Then the price that made the cost, and the version of the table in which the price
-- got the form that was used.
ALTER TABLE traces
    ADD COLUMN IF NOT EXISTS cost_source LowCardinality(String) DEFAULT if(cost_usd IS NULL, '', 'sent') AFTER cost_usd,
    ADD COLUMN IF NOT EXISTS price_id LowCardinality(String) AFTER cost_source,
    ADD COLUMN IF NOT EXISTS price_version UInt32 AFTER price_id;
