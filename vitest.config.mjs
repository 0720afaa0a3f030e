import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['contract/**/*.test.mjs', 'provisioning/**/*.test.mjs', 'docs/**/*.test.mjs', 'scripts/**/*.test.mjs'],
    environment: 'node',
  },
});
