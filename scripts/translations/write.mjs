// `npm run translations`: collects the panel's texts into the file that translators and Grafana read; `--check` compares.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { PlainError, fail, say } from '../process/say.mjs';
import { inRoot } from '../setup/paths.mjs';
import { catalogueOf } from './catalogue.mjs';
import { readTexts } from './readTexts.mjs';

const SOURCES = inRoot('panel-plugin', 'src');
const CATALOGUE = inRoot('panel-plugin', 'src', 'locales', 'en-US', 'modeltrace-traces-panel.json');

/** Columns have their names from the contract, under this prefix and the field's name. */
const FIELD_PREFIX = 'field.';

function fieldTexts() {
  const { traces } = parse(readFileSync(inRoot('contract', 'frames.yaml'), 'utf8'));
  return Object.entries(traces.fields).map(([name, { label }]) => ({
    key: FIELD_PREFIX + name,
    text: label,
    file: 'contract/frames.yaml',
  }));
}

function sourceTexts() {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|gen)\./.test(name) && !name.startsWith('fixtures'))
    .sort()
    .flatMap((name) => {
      const path = join(SOURCES, name);
      return readTexts(relative(inRoot(), path), readFileSync(path, 'utf8'), [FIELD_PREFIX]);
    });
}

try {
  const written = `${JSON.stringify(catalogueOf([...fieldTexts(), ...sourceTexts()]), undefined, 2)}\n`;
  const stored = existsSync(CATALOGUE) ? readFileSync(CATALOGUE, 'utf8') : '';
  if (process.argv.includes('--check')) {
    if (stored !== written)
      throw new PlainError(`${relative(inRoot(), CATALOGUE)} is not up to date: run npm run translations`);
  } else if (stored !== written) {
    mkdirSync(dirname(CATALOGUE), { recursive: true });
    writeFileSync(CATALOGUE, written);
    say(`wrote ${relative(inRoot(), CATALOGUE)}`);
  }
} catch (error) {
  fail(error);
  process.exitCode = 1;
}
