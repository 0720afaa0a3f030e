import { rm } from 'node:fs/promises';
import { postFixture } from '../fixture/post';
import { type Variant, setBaseUrl, setTraceServerUrl } from './baseUrls';
import { hasRecordedCalls, places } from './places';
import { type Running, importCalls, startHost, startTraceServer } from './processes';

const VARIANTS: Variant[] = ['react-19', 'react-18'];

/** One trace server with the fixture and the recorded calls, and a host of its own for each variant of the page. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await rm(places.screenshots, { recursive: true, force: true });
  const started: Running[] = [];
  const stopAll = async () => {
    for (const running of started.reverse()) {
      await running.stop();
    }
  };
  try {
    const traceServer = await startTraceServer();
    started.push(traceServer);
    setTraceServerUrl(traceServer.url);
    await postFixture(traceServer.url);
    if (hasRecordedCalls) {
      await importCalls(places.recordedCalls, traceServer.url);
    }
    for (const variant of VARIANTS) {
      const host = await startHost(variant, traceServer.url);
      started.push(host);
      setBaseUrl(variant, host.url);
    }
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}
