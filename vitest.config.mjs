import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'contract/**/*.test.mjs',
      'provisioning/**/*.test.mjs',
      'docs/**/*.test.mjs',
      'scripts/**/*.test.mjs',
      'workbench/src/**/*.test.ts',
    ],
    environment: 'node',
    // Grafana's packages are written for bundlers.
    server: { deps: { inline: [/@grafana\//, /d3-/] } },
  },
});
