import { get, ratioLine } from '../measure.mjs';
import { daysBefore, UNTIL } from '../server/dataSet.mjs';

const PERIOD = `from=${daysBefore(30)}&to=${UNTIL}`;
const MODEL = 'gpt-4.1';

/** Lists of newest traces and a trace by its id. */
export default {
  name: 'lists',
  async run({ server, runs }) {
    const answer = await server.engine.query({
      query: `SELECT request_id FROM traces ORDER BY cityHash64(request_id) LIMIT ${runs + 1}`,
      format: 'JSONEachRow',
    });
    const ids = (await answer.json()).map((row) => row.request_id);
    return [
      await ratioLine(
        'newest 100 of a model',
        1.5,
        server,
        runs,
        get(`/api/v1/traces?model=${MODEL}&limit=100&${PERIOD}`),
      ),
      await ratioLine('newest 100 of all models', 1.5, server, runs, get(`/api/v1/traces?limit=100&${PERIOD}`)),
      await ratioLine('a trace by its id', 2, server, runs, (run) => ({
        method: 'GET',
        path: `/api/v1/traces/${ids[run]}`,
      })),
    ];
  },
};
