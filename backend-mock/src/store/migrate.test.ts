import { describe, expect, it } from 'vitest';
import { statementsOf } from './migrate.js';

describe('statements of a migration', () => {
  it('are cut at semicolons that end a line, without comments', () => {
    expect(statementsOf("-- a; b;\nCREATE x\n(\n  -- c;\n  d String DEFAULT ';'\n);\n\nCREATE y;\n")).toEqual([
      "CREATE x\n(\n  d String DEFAULT ';'\n)",
      'CREATE y',
    ]);
  });
});
