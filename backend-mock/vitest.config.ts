import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The client's sources, so that tests need nothing built.
  ssr: { resolve: { conditions: ['modeltrace-source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['src/**/*.test.ts'],
    // The engine is a process of its own; a slow machine must not turn into failing tests.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
