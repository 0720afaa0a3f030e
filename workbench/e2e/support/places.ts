import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Variant } from './baseUrls';

const root = join(import.meta.dirname, '..', '..', '..');

export const places = {
  traceServer: join(root, 'backend-mock', 'dist', 'cli.js'),
  host: join(root, 'workbench', 'host', 'bin', process.platform === 'win32' ? 'workbench-host.exe' : 'workbench-host'),
  plugins: [join(root, 'datasource-plugin', 'dist'), join(root, 'panel-plugin', 'dist')],
  provisioning: join(root, 'provisioning'),
  screenshots: join(root, 'artifacts', 'screenshots'),
  recordedCalls: join(root, '..', 'shared', 'data', 'recorded-calls.jsonl'),
};

export const pageOf = (variant: Variant) =>
  join(root, 'workbench', ...(variant === 'react-18' ? ['react-18', 'dist'] : ['dist']));

/** Recorded calls are not part of the repository. */
export const hasRecordedCalls = existsSync(places.recordedCalls);
