import { locationService } from '@grafana/runtime';
import { act, screen } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';

beforeEach(preparePage);

const own = () => panelData({ series: [tracesFrame([traceSummary({ request_id: 'any' })])] });

/** A data source that answers the panel's own questions for rows when it is told to. */
function waitingDataSource() {
  let answer: () => void = () => undefined;
  answerWith({
    query: ({ targets }) =>
      new Promise((resolve) => {
        if (targets[0]?.queryType === 'traces') {
          answer = () => {
            resolve({ data: [tracesFrame([traceSummary({ request_id: 'found' })])] });
          };
        }
      }),
  });
  return () => {
    act(() => {
      answer();
    });
  };
}

describe('while rows for what the viewer chose are asked for', () => {
  it('a link that brings a filter along shows no rows that do not match it', async () => {
    const answer = waitingDataSource();
    locationService.partial({ 'mt-1-query': 'status:failed' });
    renderPanel({ data: own() });
    expect(screen.queryByText('any')).not.toBeInTheDocument();
    await act(() => Promise.resolve());
    answer();
    expect(await screen.findByText('found')).toBeInTheDocument();
  });

  it('the rows of before stay, so that the table does not flicker', async () => {
    const answer = waitingDataSource();
    renderPanel({ data: own() });
    expect(screen.getByText('any')).toBeInTheDocument();
    act(() => {
      locationService.partial({ 'mt-1-query': 'status:failed' });
    });
    expect(screen.getByText('any')).toBeInTheDocument();
    await act(() => Promise.resolve());
    answer();
    expect(await screen.findByText('found')).toBeInTheDocument();
    expect(screen.queryByText('any')).not.toBeInTheDocument();
  });
});
