import { modelOf, payloadOf, PERIOD, SPANS, tokensOf } from './traffic.mjs';

const SPANS_SAMPLED = 60;
/** The spans that were sent, and the model call itself. */
const SPANS_SHOWN = SPANS + 1;

async function ask(url, path, body) {
  const answer = await fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(120_000),
  });
  if (!answer.ok) throw new Error(`${path.slice(0, 60)}: ${answer.status}`);
  return answer;
}

/** All traces of a model with their payloads, as the server exports them. */
async function exported(url, model) {
  const answer = await ask(url, `/api/v1/export?format=jsonl&model=${model}&from=${PERIOD.from}&to=${PERIOD.to}`);
  const text = await answer.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function totals(url, model, extra) {
  const measures = ['requests', 'input_tokens', 'duration_samples'];
  const answer = await ask(url, '/api/v1/metrics', { ...PERIOD, measures, filters: { model: [model] }, ...extra });
  const { data } = await answer.json();
  return measures.map((measure) => (data[measure] ?? []).reduce((sum, value) => sum + Number(value), 0)).join('/');
}

/** What is wrong with what a round left behind; empty when nothing is. */
export async function faultsOf(url, round, { acknowledged, givenUp }) {
  const faults = [];
  const model = modelOf(round);
  const traces = await exported(url, model);
  const ids = traces.map((trace) => trace.request_id);
  const visible = new Set(ids);
  const lost = [...acknowledged].filter((id) => !visible.has(id));
  if (lost.length > 0) faults.push(`${lost.length} acknowledged traces are lost, e.g. ${lost[0]}`);
  if (visible.size !== ids.length) faults.push(`${ids.length - visible.size} traces are there twice`);
  const unknown = ids.filter((id) => !acknowledged.has(id) && !givenUp.has(id));
  if (unknown.length > 0) faults.push(`${unknown.length} traces were never sent, e.g. ${unknown[0]}`);
  for (const trace of traces) {
    const { prompt, answer } = payloadOf(trace.request_id);
    const text = JSON.stringify(trace);
    if (!text.includes(prompt) || !text.includes(answer)) faults.push(`${trace.request_id} lacks its payload`);
  }
  // Those that nobody was told of first: a cut shows in them.
  const sample = [...ids.filter((id) => !acknowledged.has(id)), ...ids.slice(-SPANS_SAMPLED)].slice(0, SPANS_SAMPLED);
  for (const id of sample) {
    const trace = await (await ask(url, `/api/v1/traces/${id}`)).json();
    if (trace.spans?.length !== SPANS_SHOWN)
      faults.push(`${id} has ${trace.spans?.length ?? 'no'} spans instead of ${SPANS_SHOWN}`);
  }
  const tokens = [...visible].reduce((sum, id) => sum + tokensOf(id), 0);
  const expected = `${visible.size}/${tokens}/${visible.size}`;
  for (const [name, extra] of [
    ['in hours', { interval: '1h' }],
    ['in days', { interval: '1d' }],
    ['as one number', {}],
    ['from the rows', { query: 'duration_ms >= 0' }],
  ]) {
    const found = await totals(url, model, extra);
    if (found !== expected) faults.push(`requests/tokens/samples ${name} are ${found}, stored are ${expected}`);
  }
  return { faults, visible: visible.size };
}
