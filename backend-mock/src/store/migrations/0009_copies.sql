-- Tells copies of one request apart that two trace servers stored at the same moment; one of them is then removed.
ALTER TABLE traces ADD COLUMN IF NOT EXISTS copy_id UInt32 DEFAULT rand() CODEC(NONE);
