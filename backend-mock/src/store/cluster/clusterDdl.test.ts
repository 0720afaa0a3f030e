import { describe, expect, it } from 'vitest';
import { clusterStatements } from './clusterDdl.js';

describe('the statements of a cluster', () => {
  it('make a replicated table for the rows and a distributed one that spreads requests by their id', () => {
    const [local, distributed, ...more] = clusterStatements(
      'CREATE TABLE IF NOT EXISTS traces\n(\n  request_id String\n)\nENGINE = MergeTree\nORDER BY (model, request_id)',
      'prod',
    );
    expect(local).toContain('CREATE TABLE IF NOT EXISTS traces_local ON CLUSTER `prod`');
    expect(local).toContain("ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')");
    expect(distributed).toContain('traces ON CLUSTER `prod` AS traces_local');
    expect(distributed).toContain('Distributed(`prod`, currentDatabase(), traces_local, cityHash64(request_id))');
    expect(more).toEqual([]);
  });

  it('keep rows that replace each other on one shard: they are spread by the first column of the key', () => {
    const [local, distributed] = clusterStatements(
      'CREATE TABLE IF NOT EXISTS spans (trace_id String) ENGINE = ReplacingMergeTree(version) ORDER BY (trace_id, span_id)',
      'prod',
    );
    expect(local).toContain("ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', version)");
    expect(distributed).toContain('cityHash64(trace_id)');
  });

  it('add a column to both tables, an index to the one that has rows', () => {
    expect(clusterStatements('ALTER TABLE traces ADD COLUMN IF NOT EXISTS a String', 'prod')).toEqual([
      'ALTER TABLE traces_local ON CLUSTER `prod` ADD COLUMN IF NOT EXISTS a String',
      'ALTER TABLE traces ON CLUSTER `prod` ADD COLUMN IF NOT EXISTS a String',
    ]);
    expect(clusterStatements('ALTER TABLE traces MATERIALIZE PROJECTION p', 'prod')).toHaveLength(1);
    expect(clusterStatements("ALTER TABLE traces DELETE WHERE user_id = 'ADD COLUMN'", 'prod')).toHaveLength(1);
  });

  it('cannot be led astray by the name of the cluster', () => {
    expect(clusterStatements('ALTER TABLE traces DELETE WHERE 1', 'a`b\\c')[0]).toBe(
      'ALTER TABLE traces_local ON CLUSTER `a\\`b\\\\c` DELETE WHERE 1',
    );
  });

  it('leave inserts and selects alone: those name the distributed table', () => {
    expect(clusterStatements('INSERT INTO traces SELECT 1', 'prod')).toEqual(['INSERT INTO traces SELECT 1']);
  });
});
