import { AppEvents } from '@grafana/data';
import { getAppEvents, setAppEvents } from '@grafana/runtime';
import { answerOf, endPart, FakeFile, part } from '../../fixtures/exports';
import * as calls from './exportCalls';
import { newJob, type ExportJob } from './exportJob';
import { ExportJobs } from './exportJobs';
import { runExport } from './runExport';

jest.mock('./exportCalls');
const mocked = jest.mocked(calls);

const FILE = 'Request ID\r\na\r\nb\r\n';
const whole = () => answerOf([part('b', { rowsTotal: 2 }), part('d', FILE), endPart(FILE)]);
const source = { ref: { uid: 'modeltrace' }, scopedVars: undefined };

let jobs: ExportJobs;
let published: { type: string; payload?: unknown }[];

beforeEach(() => {
  jest.resetAllMocks();
  mocked.exportedRows.mockResolvedValue(1);
  mocked.cancelExport.mockResolvedValue();
  jobs = new ExportJobs();
  published = [];
  setAppEvents({ publish: (event: { type: string }) => published.push(event) } as unknown as ReturnType<
    typeof getAppEvents
  >);
});

function start(id: string, file: FakeFile, fileName = 'gpt_traces_data.csv'): void {
  const request = { query: {}, from: 'a', to: 'b', format: 'csv' as const, exportId: id };
  jobs.start('panel', newJob(id, fileName, 'csv', 0), runExport({ source, request, fileName, sink: file }));
}

const job = (id: string) => jobs.of('panel').find((one) => one.id === id);

async function until(id: string, state: ExportJob['state']): Promise<void> {
  for (let turn = 0; turn < 200 && job(id)?.state !== state; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(job(id)?.state).toBe(state);
}

/** Whether the browser would ask before it leaves the page. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

it('a whole export is saved, and the notification states rows and file name', async () => {
  mocked.openExport.mockResolvedValue(whole());
  const file = new FakeFile();
  start('1', file);
  await until('1', 'saved');
  expect([file.state, file.text]).toEqual(['saved', FILE]);
  expect(published).toEqual([
    { type: AppEvents.alertSuccess.name, payload: ['Export saved', 'gpt_traces_data.csv, 2 rows.'] },
  ]);
});

it('a connection that breaks leaves no file, and says so', async () => {
  mocked.openExport.mockResolvedValue(answerOf([part('b', { rowsTotal: 2 }), part('d', FILE)], 'fail'));
  const file = new FakeFile();
  start('1', file);
  await until('1', 'failed');
  expect(file.state).toBe('gone');
  expect(job('1')?.reason).toContain('broke off before the file was whole');
  expect(published[0]?.type).toBe(AppEvents.alertError.name);
});

it('an answer that ends too early leaves no file although it ended well', async () => {
  mocked.openExport.mockResolvedValue(answerOf([part('b', { rowsTotal: 2 }), part('d', FILE)]));
  const file = new FakeFile();
  start('1', file);
  await until('1', 'failed');
  expect(file.state).toBe('gone');
});

it('a file that cannot be put under its name is not said to be saved', async () => {
  mocked.openExport.mockResolvedValue(whole());
  const file = new FakeFile();
  file.commit = () => Promise.reject(new Error('The disk is full.'));
  start('1', file);
  await until('1', 'failed');
  expect([file.state, job('1')?.reason]).toEqual(['gone', 'The disk is full.']);
});

it('cancelling ends the download, the trace server’s work and the file', async () => {
  const file = new FakeFile();
  // What waits for the next bytes learns of the end by its signal, as fetch does.
  const stopped = new Promise<never>((_, reject) => {
    mocked.openExport.mockImplementation((__, ___, signal) => {
      signal.addEventListener('abort', () => {
        reject(new DOMException('aborted', 'AbortError'));
      });
      const first = answerOf([part('b', { rowsTotal: 2 }), part('d', FILE)], 'open').body?.getReader();
      let reads = 0;
      const read = () => ((reads += 1) <= 2 ? first?.read() : stopped);
      return Promise.resolve({
        ok: true,
        body: { getReader: () => ({ read, cancel: () => Promise.resolve() }) },
      } as unknown as Response);
    });
  });
  start('1', file);
  await until('1', 'running');
  jobs.cancel('1');
  await until('1', 'cancelled');
  expect(mocked.cancelExport).toHaveBeenCalledWith(source, '1');
  expect(file.state).toBe('gone');
  expect(published).toEqual([]);
});

it('two exports do not disturb each other', async () => {
  mocked.openExport.mockResolvedValueOnce(answerOf([part('b', { rowsTotal: 2 })], 'fail'));
  mocked.openExport.mockResolvedValueOnce(whole());
  const [lost, kept] = [new FakeFile(), new FakeFile()];
  start('1', lost, 'a.csv');
  start('2', kept, 'b.csv');
  await until('1', 'failed');
  await until('2', 'saved');
  expect([lost.state, kept.state, kept.text]).toEqual(['gone', 'saved', FILE]);
});

it('leaving the page is asked about while an export runs, and not before or after', async () => {
  expect(asksBeforeLeaving()).toBe(false);
  let answer: (response: Response) => void = () => undefined;
  mocked.openExport.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  start('1', new FakeFile());
  expect(asksBeforeLeaving()).toBe(true);
  answer(whole());
  await until('1', 'saved');
  expect(asksBeforeLeaving()).toBe(false);
});

it('an export that runs cannot be taken out of the list, one that has ended can', async () => {
  let answer: (response: Response) => void = () => undefined;
  mocked.openExport.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  start('1', new FakeFile());
  jobs.forget('1');
  expect(jobs.of('panel')).toHaveLength(1);
  expect(jobs.of('another panel')).toHaveLength(0);
  answer(whole());
  await until('1', 'saved');
  jobs.forget('1');
  expect(jobs.of('panel')).toHaveLength(0);
});
