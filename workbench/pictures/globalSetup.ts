import { setTimeout } from 'node:timers/promises';
import { setBaseUrl } from '../e2e/support/baseUrls';
import { type Running, startHost, startTraceServer } from '../e2e/support/processes';

const COUNT = { refId: 'A', queryType: 'metrics', schemaVersion: 2, measures: ['requests'], interval: 'none' };

interface Answer {
  results: { A?: { frames?: { data: { values: number[][] } }[] } };
}

/** The page of React 19 with the demonstration data. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const started: Running[] = [];
  const stopAll = async () => {
    for (const running of started.reverse()) {
      await running.stop();
    }
  };
  try {
    const traceServer = await startTraceServer({ MODELTRACE_DEMO: '1' });
    started.push(traceServer);
    const host = await startHost('react-19', traceServer.url);
    started.push(host);
    setBaseUrl('react-19', host.url);
    await untilAllIsStored(host.url);
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Demonstration data are stored after the server is ready: until their number stands still. */
async function untilAllIsStored(host: string): Promise<void> {
  for (let before = -1, now = 0; now === 0 || now !== before;) {
    before = now;
    await setTimeout(3000);
    now = await countOf(host);
  }
}

async function countOf(host: string): Promise<number> {
  const queries = [{ ...COUNT, datasource: { uid: 'modeltrace' } }];
  const body = JSON.stringify({ from: 'now-90d', to: 'now', queries });
  const answer = await fetch(`${host}/api/ds/query`, { method: 'POST', body });
  const { results } = (await answer.json()) as Answer;
  return results.A?.frames?.[0]?.data.values[0]?.[0] ?? 0;
}
