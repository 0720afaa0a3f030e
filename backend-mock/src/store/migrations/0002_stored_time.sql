-- The order of storing, for the live tail. Before what is built in the background: a change waits for all that are before it.
-- When the engine stored a row. Rows from before this column get the year 1970, written down: a default is worked out
-- whenever a row without the column is read, and `now` would make old rows new at every reading. Run again beside a server
-- that stores already, these statements keep the times that are there.
ALTER TABLE traces ADD COLUMN IF NOT EXISTS stored_time DateTime64(6, 'UTC') DEFAULT toDateTime64(0, 6, 'UTC') CODEC(Delta, ZSTD(1));
ALTER TABLE traces UPDATE stored_time = stored_time WHERE 1 SETTINGS mutations_sync = 2;
ALTER TABLE traces MODIFY COLUMN stored_time DateTime64(6, 'UTC') DEFAULT now64(6) CODEC(Delta, ZSTD(1));
