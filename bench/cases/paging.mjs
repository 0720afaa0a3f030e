import { compare } from '../measure.mjs';
import { daysBefore, UNTIL } from '../server/dataSet.mjs';

const PAGES = 1000;
const LIMIT = 100;

/** The cursor after so many rows: pages of the largest size on the way there, the same rows as with pages of 100. */
async function cursorAfter(server, list, rows) {
  let cursor;
  for (let left = rows; left > 0;) {
    const limit = Math.min(left, 1000);
    const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { status, body } = await server.call('GET', `${list}&limit=${limit}${after}`);
    if (status !== 200) throw new Error(`paging: ${status} ${body.toString().slice(0, 200)}`);
    const { traces } = JSON.parse(body.toString());
    const last = traces.at(-1);
    if (last === undefined || traces.length < limit) return undefined;
    cursor = last.cursor;
    left -= limit;
  }
  return cursor;
}

/** A page far down against the first one. */
export default {
  name: 'paging',
  async run({ server, runs }) {
    const lines = [];
    for (const [name, filter] of [
      ['of a model', '&model=gpt-4.1'],
      ['of all models', ''],
    ]) {
      const list = `/api/v1/traces?from=${daysBefore(90)}&to=${UNTIL}${filter}`;
      const cursor = await cursorAfter(server, list, PAGES * LIMIT);
      if (cursor === undefined) continue;
      const first = await compare(server, runs, () => ({ method: 'GET', path: `${list}&limit=${LIMIT}` }));
      const deep = await compare(server, runs, () => ({
        method: 'GET',
        path: `${list}&limit=${LIMIT}&cursor=${encodeURIComponent(cursor)}`,
      }));
      const ratio = deep.apiMs / first.apiMs;
      lines.push({
        ...deep,
        name: `page ${PAGES} ${name} (page 1: ${first.apiMs.toFixed(1)} ms)`,
        value: ratio,
        unit: '× page 1',
        target: '≤ 1.3',
        isMet: ratio <= 1.3,
      });
    }
    return lines;
  },
};
