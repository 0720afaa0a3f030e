import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileSchema } from '../contract/compileSchema.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n');
const documents = tracked
  .filter((file) => !file.includes('/.config/') && existsSync(join(root, file)))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const scriptsOf = (workspace) => JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')).scripts;
const WORKSPACES = { '@modeltrace/trace-server': 'backend-mock' };

const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
const anchorsIn = (text) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading));
const blocks = (text, language) =>
  [...text.matchAll(new RegExp('```' + language + '\\n([\\s\\S]*?)```', 'g'))].map(([, body]) => body);

describe.each(documents)('$file', ({ file, text }) => {
  it('has no dead link', () => {
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:)/.test(target)) continue;
      const [path, anchor] = target.split('#');
      const full = path ? resolve(root, dirname(file), path) : join(root, file);
      expect(existsSync(full), `${file} links to ${target}`).toBe(true);
      if (anchor) expect(anchorsIn(readFileSync(full, 'utf8')), `${file} links to ${target}`).toContain(anchor);
    }
  });

  it('names only npm scripts that exist', () => {
    for (const [, name, , workspace] of text.matchAll(/npm (?:run )([\w:-]+)(?=((?: -w ([@\w/-]+))?))/g)) {
      const folder = workspace
        ? (WORKSPACES[workspace] ?? workspace)
        : file.startsWith('datasource-plugin/') || file.startsWith('panel-plugin/')
          ? file.split('/')[0]
          : '.';
      const known = { ...scriptsOf('.'), ...scriptsOf(folder) };
      expect(Object.keys(known), `${file}: npm run ${name}`).toContain(name);
    }
  });

  it('names only files and folders that exist', () => {
    const prefix =
      /`((?:backend-mock|datasource-plugin|panel-plugin|contract|provisioning|workbench|docs|scripts)\/[\w./-]*)`/g;
    for (const [, path] of text.matchAll(prefix)) {
      if (/\bdist\b|\bbin\b/.test(path)) continue;
      expect(existsSync(join(root, path)), `${file} names ${path}`).toBe(true);
    }
  });

  it('shows JSON that parses', () => {
    for (const body of blocks(text, 'json'))
      expect(() => JSON.parse(body), `${file}: ${body.slice(0, 60)}`).not.toThrow();
  });
});

describe('examples that people copy', () => {
  const of = (file) => documents.find((document) => document.file === file).text;
  const bodies = (text) => [...text.matchAll(/-d '(\{[\s\S]*?\})'\n/g)].map(([, body]) => JSON.parse(body));

  it('README: the curl call sends a trace that the server takes', () => {
    const validate = compileSchema('openapi.yaml', 'CreateTracesRequest');
    expect(bodies(of('README.md')).length).toBe(1);
    for (const body of bodies(of('README.md'))) expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  });

  it('sending traces: the JSON trace and the replica change are what the server takes', () => {
    const text = of('docs/sending-traces.md');
    const trace = compileSchema('openapi.yaml', 'TraceInput');
    for (const body of blocks(text, 'json')) expect(trace(JSON.parse(body)), JSON.stringify(trace.errors)).toBe(true);
    const changes = compileSchema('openapi.yaml', 'CreateReplicaChangesRequest');
    for (const body of bodies(text)) expect(changes(body), JSON.stringify(changes.errors)).toBe(true);
  });

  it('metrics: the questions are what the server takes, and the answer shown has what the first asks for', () => {
    const text = of('docs/metrics.md');
    const questions = bodies(text);
    for (const [index, name] of ['MetricsRequest', 'HeatmapRequest', 'LatencyRequest'].entries()) {
      const validate = compileSchema('openapi.yaml', name);
      expect(validate(questions[index]), JSON.stringify(validate.errors)).toBe(true);
    }
    const answers = blocks(text, 'json').map((body) => JSON.parse(body));
    expect(answers).toHaveLength(1);
    const validate = compileSchema('openapi.yaml', 'Columns');
    expect(validate(answers[0]), JSON.stringify(validate.errors)).toBe(true);
    const [{ meta, data, rows }] = answers;
    const [{ group_by, measures }] = questions;
    const columns = ['time', ...group_by, ...measures];
    expect([meta.map(({ name }) => name), Object.keys(data)]).toEqual([columns, columns]);
    for (const column of columns) expect(data[column]).toHaveLength(rows);
  });

  it('export: the state shown is that of the file shown, and the call names it', () => {
    const text = of('docs/export.md');
    const state = JSON.parse(blocks(text, 'json')[0]);
    const validate = compileSchema('openapi.yaml', 'Export');
    expect(validate(state), JSON.stringify(validate.errors)).toBe(true);
    const url = new URL(/curl .*'(http[^']+)'/.exec(text)[1]);
    expect(url.searchParams.get('export_id')).toBe(state.export_id);
    // The lines of a CSV file end as RFC 4180 says.
    const file = blocks(text, 'csv')[0].replaceAll('\n', '\r\n');
    expect(Buffer.byteLength(file)).toBe(state.bytes_written);
    expect(createHash('sha256').update(file).digest('hex')).toBe(state.sha256);
    expect(file.trim().split('\r\n')).toHaveLength(1 + state.rows_written);
  });

  it('sending traces: the table of errors has the codes and statuses of the API', () => {
    const { 'x-http-status': statuses } = compileErrorCodes();
    for (const [, status, code] of of('docs/sending-traces.md').matchAll(/\| (\d{3}) \| `([A-Z_]+)` \|/g))
      expect(statuses[code]).toBe(Number(status));
  });
});

function compileErrorCodes() {
  const text = readFileSync(join(root, 'backend-mock', 'src', 'contract', 'constants.gen.ts'), 'utf8');
  const [, json] = /export const ERROR_STATUS = (\{[\s\S]*?\}) as const/.exec(text);
  return { 'x-http-status': JSON.parse(json) };
}
