import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const ms = (value) => (value === undefined ? '' : value.toFixed(value < 10 ? 2 : 0));
const shown = ({ value, unit }) => `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`;
const verdict = ({ isMet }) => (isMet ? 'met' : '**missed**');

/** How much a chart grew from the smaller data set, as lines of their own. */
function growthLines(lines, smaller, rows) {
  if (!smaller || smaller.rows >= rows) return [];
  return lines.flatMap((line) => {
    const before = smaller.lines.find(({ name }) => name === line.name);
    if (!line.grows || !before) return [];
    const value = line.apiMs / before.apiMs;
    return [
      {
        name: `growth from ${smaller.rows.toLocaleString('en-US')} rows: ${line.name}`,
        value,
        unit: '×',
        target: '< 2',
        isMet: value < 2,
        apiMs: line.apiMs,
        engineMs: before.apiMs,
      },
    ];
  });
}

/** A run's results as a table of Markdown. */
export function toMarkdown({ rows, runs, date, engineVersion, load, lines }) {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}-${process.arch}, node ${process.version}`;
  const missed = lines.filter(({ isMet }) => !isMet).map(({ name }) => `- ${name}`);
  return [
    `## ${rows.toLocaleString('en-US')} traces, ${date}`,
    '',
    `${machine}, engine ${engineVersion}. Load of the machine before the run: ${load}. Medians of ${runs} warm runs.`,
    '',
    '| what | result | target | | server, ms | engine, ms | statements |',
    '|---|---|---|---|---|---|---|',
    ...lines.map(
      (line) =>
        `| ${line.name} | ${shown(line)} | ${line.target} | ${verdict(line)} | ${ms(line.apiMs)} | ${ms(line.engineMs)} | ${line.statements ?? ''} |`,
    ),
    '',
    missed.length === 0 ? 'Every target is met.' : `Targets that are missed:\n\n${missed.join('\n')}`,
    '',
  ].join('\n');
}

/** Keeps a run's results beside the data sets and compares them with those of a smaller one. */
export function keepResults(result, dir) {
  const file = (rows) => join(dir, `results-${rows}.json`);
  const others = [1_000_000, 100_000].filter((rows) => rows < result.rows && existsSync(file(rows)));
  const [smaller] = others.map((rows) => JSON.parse(readFileSync(file(rows), 'utf8')));
  const complete = { ...result, lines: [...result.lines, ...growthLines(result.lines, smaller, result.rows)] };
  if (!result.isPartial) writeFileSync(file(result.rows), JSON.stringify(complete));
  return complete;
}

const START =
  '# Benchmark results\n\nWhat is measured and how to read it: [docs/benchmarks.md](../docs/benchmarks.md).\n\n';

/** Puts a run's table into RESULTS.md, in the place of an earlier one of the same size. */
export function record(result, file) {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : START;
  const [head, ...sections] = before.split(/^(?=## )/m);
  const title = `## ${result.rows.toLocaleString('en-US')} traces, `;
  const kept = sections.filter((section) => !section.startsWith(title));
  writeFileSync(
    file,
    `${[head.trimEnd(), ...kept.map((section) => section.trimEnd()), toMarkdown(result).trimEnd()].join('\n\n')}\n`,
  );
}
