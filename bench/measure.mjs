export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const WARM_UP = 2;

function expectOk(answer, request) {
  if (answer.status < 200 || answer.status > 299) {
    throw new Error(
      `${request.method} ${request.path.slice(0, 80)}: ${answer.status} ${answer.body.toString().slice(0, 200)}`,
    );
  }
}

/**
 * Medians of the server's answer and of its engine with the same statements, one after the other in turn.
 * @param requestOf The request of a run: { method, path, body }.
 */
export async function compare(server, runs, requestOf) {
  const api = [];
  const engine = [];
  const answering = [];
  let statements = 0;
  let bytes = 0;
  for (let run = -WARM_UP; run < runs; run++) {
    const request = requestOf(Math.max(0, run));
    await server.ask('takeStatements');
    const answer = await server.call(request.method, request.path, { body: request.body });
    expectOk(answer, request);
    const made = await server.ask('takeStatements');
    const times = [];
    for (const statement of made) times.push(await server.replay(statement));
    if (run < 0) continue;
    api.push(answer.ms);
    engine.push(times.reduce((sum, ms) => sum + ms, 0));
    answering.push(times.at(-1) ?? 0);
    statements = Math.max(statements, made.length);
    bytes = answer.bytes;
  }
  return { apiMs: median(api), engineMs: median(engine), lastStatementMs: median(answering), statements, bytes };
}

/** A line of results of a comparison. */
export async function ratioLine(name, target, server, runs, requestOf) {
  const measured = await compare(server, runs, requestOf);
  const ratio = measured.apiMs / measured.engineMs;
  return { name, value: ratio, unit: '× engine', target: `≤ ${target}`, isMet: ratio <= target, ...measured };
}

export const get = (path) => () => ({ method: 'GET', path });
export const post = (path, body) => () => ({ method: 'POST', path, body });
