// Jest runs in UTC so that times in tests are the same everywhere.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

// Packages under @grafana/ui that are published as ES modules only.
const esModules = [
  ...grafanaESModules,
  '@react-hookz',
  '@ver0',
  'd3-.*',
  'delaunator',
  'internmap',
  'robust-predicates',
];

module.exports = {
  ...base,
  // How fast the machine is says nothing about the editors.
  testTimeout: 60_000,
  setupFiles: ['<rootDir>/jest-globals.js'],
  transform: { '^.+\\.(mjs|[tj]sx?)$': Object.values(base.transform)[0] },
  transformIgnorePatterns: [nodeModulesToTransform(esModules)],
};
