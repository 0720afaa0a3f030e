// Jest runs in UTC so that times in tests are the same everywhere.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

// Packages under @grafana/ui and @tanstack that are published as ES modules only.
const esModules = [
  ...grafanaESModules,
  '@grafana/i18n',
  '@noble',
  '@react-hookz',
  '@tanstack',
  '@ver0',
  'd3-.*',
  'delaunator',
  'internmap',
  'robust-predicates',
];

module.exports = {
  ...base,
  // Looking elements up by role takes long in jsdom, and longer on a busy machine.
  testTimeout: 30_000,
  setupFiles: ['<rootDir>/jest-globals.js'],
  transform: { '^.+\\.(mjs|[tj]sx?)$': Object.values(base.transform)[0] },
  transformIgnorePatterns: [nodeModulesToTransform(esModules)],
};
