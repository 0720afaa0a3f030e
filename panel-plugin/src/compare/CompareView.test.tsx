import { locationService } from '@grafana/runtime';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { TraceDetail } from '../detail/fetchTrace';
import { streamPayload } from '../detail/streamPayload';
import { answerWith, panelData, preparePage } from '../fixtures/panel';
import { numberedTraces, traceDetail, traceSummary, tracesFrame } from '../fixtures/traces';
import { TracePage } from '../frames/TracePage';
import { RowList } from '../paging/RowList';
import CompareView from './CompareView';
import { openCompare, useComparedId } from './compareUrl';

// Elements are looked up by role, which takes long on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

jest.mock('../detail/streamPayload');
const stream = jest.mocked(streamPayload);

const SOURCE = { ref: { uid: 'modeltrace' }, scopedVars: {} };
const ROWS = new RowList([new TracePage(tracesFrame(numberedTraces(1, 3)))]);
const asked: unknown[] = [];

/** The view, for as long as the URL says so. */
function Page() {
  const rightId = useComparedId();
  const leftId = locationService.getSearch().get('trace') ?? '';
  return rightId === undefined ? null : (
    <CompareView leftId={leftId} rightId={rightId} source={SOURCE} panelData={panelData()} rows={ROWS} timeZone="utc" />
  );
}

function open(traces: TraceDetail[], payloads: Record<string, string>, other = traces[1]?.request_id ?? '') {
  asked.length = 0;
  answerWith({
    getResource: (_path, { request_id }) => {
      const trace = traces.find((candidate) => candidate.request_id === request_id);
      return trace ? Promise.resolve(trace) : Promise.reject(Object.assign(new Error(), { status: 404 }));
    },
    query: (request) => {
      asked.push(request.targets[0]);
      return Promise.resolve({ data: [tracesFrame([traceSummary({ request_id: 'req-good' })])] });
    },
  });
  stream.mockImplementation((_source, { requestId, side }, _signal, take) => {
    take(payloads[`${requestId} ${side}`] ?? '{}');
    return Promise.resolve();
  });
  openCompare(other, traces[0]?.request_id);
  render(<Page />);
  return userEvent.setup();
}

const LEFT = traceDetail({ request_id: 'req-1', duration_ms: 1000, input: { text: '', json: '', json_bytes: 9 } });
const RIGHT = traceDetail({ request_id: 'req-2', duration_ms: 4000, input: { text: '', json: '', json_bytes: 9 } });

const PAYLOADS = {
  'req-1 input': '{"temperature":1.0,"messages":[{"role":"user","content":"Where is my parcel?"}]}',
  'req-2 input': '{"messages":[{"role":"user","content":"Where is my letter?"}],"temperature":1.0,"top_p":1}',
};

beforeEach(preparePage);

describe('comparing two traces', () => {
  it('shows what differs in numbers, with sign and word', async () => {
    open([LEFT, RIGHT], PAYLOADS);
    const outcome = await screen.findByRole('table', { name: 'Outcome and timing' });
    expect(within(outcome).getByRole('row', { name: /^Duration/ })).toHaveTextContent('+3 s (+300 %), worse');
  });

  it('shows what differs in the request, and only that, until all is asked for', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS);
    const request = await screen.findByRole('region', { name: 'Request' });
    await within(request).findByText('1 changed, 1 only in B');
    const rows = () =>
      within(request)
        .getAllByRole('listitem')
        .map((row) => row.textContent);
    expect(rows()).toEqual([
      'Changedmessages[0] (user).contentAWhere is my parcel?BWhere is my letter?',
      'Only in Btop_pAnot thereB1',
    ]);
    expect(within(request).getByText('parcel?').tagName).toBe('DEL');
    expect(within(request).getByText('letter?').tagName).toBe('INS');
    await user.click(screen.getByRole('switch', { name: 'Show what is equal' }));
    expect(rows()).toContain('Equaltemperature1.0');
  });

  it('swaps the sides in the URL, so that a link shows the same', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS);
    await user.click(await screen.findByRole('button', { name: 'Swap sides' }));
    expect(Object.fromEntries(locationService.getSearch())).toEqual({ trace: 'req-2', compare: 'req-1' });
    const outcome = await screen.findByRole('table', { name: 'Outcome and timing' });
    expect(within(outcome).getByRole('row', { name: /^Duration/ })).toHaveTextContent('−3 s (−75 %), better');
  });

  it('is left with Escape; the trace stays open', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS);
    await screen.findByRole('button', { name: 'Swap sides' });
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
    expect(Object.fromEntries(locationService.getSearch())).toEqual({ trace: 'req-1' });
  });

  it('says which of the two does not exist', async () => {
    open([LEFT], PAYLOADS, 'req-gone');
    expect(await screen.findByText('Trace B could not be loaded')).toBeInTheDocument();
    expect(screen.getByText(/There is no trace with this request ID/)).toBeInTheDocument();
  });

  it('says why contents could not be compared, and tries again', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS);
    stream.mockRejectedValue({ status: 500, data: { error: { message: 'The disk is full.' } } });
    await user.click(await screen.findByRole('radio', { name: 'Text' }));
    expect(await screen.findAllByText('The disk is full.')).not.toHaveLength(0);
    stream.mockImplementation((_source, _address, _signal, take) => {
      take('the same');
      return Promise.resolve();
    });
    const request = screen.getByRole('region', { name: 'Request' });
    await user.click(within(request).getByRole('button', { name: 'Try again' }));
    expect(await within(request).findByText('No difference')).toBeInTheDocument();
  });

  it('asks for no contents that the viewer may not see', async () => {
    stream.mockClear();
    open([LEFT, { ...RIGHT, contents_withheld: true }], PAYLOADS);
    expect(await screen.findByText(/withheld from you/)).toBeInTheDocument();
    expect(stream).not.toHaveBeenCalled();
  });

  it('shows what hides in a payload', async () => {
    open([LEFT, RIGHT], { 'req-1 input': '{"a":"x"}', 'req-2 input': '{"a":"x \\u202ey","\\u202eb":1}' });
    const request = await screen.findByRole('region', { name: 'Request' });
    expect(await within(request).findByText(/⟨U\+202E⟩y/)).toBeInTheDocument();
    expect(within(request).getByText('["⟨U+202E⟩b"]')).toBeInTheDocument();
  });
});

describe('choosing the other trace', () => {
  it('takes a pasted id', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS, '');
    await user.type(await screen.findByRole('textbox', { name: /Request ID/ }), ' req-2 {Enter}');
    expect(locationService.getSearch().get('compare')).toBe('req-2');
    expect(await screen.findByRole('table', { name: 'Outcome and timing' })).toBeInTheDocument();
  });

  it('offers the loaded traces, without the open one, narrowed by what is typed', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS, '');
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    await user.type(screen.getByRole('textbox'), 'question 3');
    const row = screen.getByRole('listitem');
    await user.click(within(row).getByRole('button'));
    expect(locationService.getSearch().get('compare')).toBe('req-3');
  });

  it('finds the last successful one of the same model and source', async () => {
    const user = open([LEFT, RIGHT], PAYLOADS, '');
    await user.click(await screen.findByRole('button', { name: /last successful/ }));
    await waitFor(() => {
      expect(locationService.getSearch().get('compare')).toBe('req-good');
    });
    expect(asked).toEqual([
      expect.objectContaining({
        queryType: 'traces',
        conditions: ['status = "success"', 'model = "support-bot"', 'source = "triage"'],
        order: 'desc',
      }),
    ]);
  });
});
