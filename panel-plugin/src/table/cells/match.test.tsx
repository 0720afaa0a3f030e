import { screen, within } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../../fixtures/panel';
import { traceSummary, tracesFrame } from '../../fixtures/traces';
import { TracePage } from '../../frames/TracePage';
import { cellText, copiedText } from './cellText';

const found = (match_preview: string) => traceSummary({ match_preview });
const shown = (rows: Parameters<typeof tracesFrame>[0], columns: string[] = []) =>
  renderPanel({
    data: panelData({ series: [tracesFrame(rows)] }),
    options: { showToolbar: false, columns },
  });
const headers = () => screen.getAllByRole('columnheader').map((cell) => cell.textContent);

beforeEach(() => {
  preparePage();
  localStorage.clear();
  answerWith({ query: () => Promise.resolve({ data: [] }) });
});

describe('rows of a search for a text', () => {
  it('say in which of their texts it is and mark it, right after what the trace is, also where no column shows that text', () => {
    shown([found('error_message: …the day before yesterday the card was \u2068REFUNDED\u2069 twice')]);
    const column = headers().indexOf('Match');
    expect(headers()[column + 1]).toBe('Response time');
    const cell = screen.getAllByRole('gridcell')[column]!;
    expect(cell).toHaveTextContent('Error message: …rday the card was REFUNDED twice');
    expect(within(cell).getByText('REFUNDED', { selector: 'mark' })).toBeInTheDocument();
  });

  it('show so beside columns that were chosen, and only while there is something to show', () => {
    const { show } = shown([found('input: \u2068a\u2069')], ['status', 'cost_usd']);
    expect(headers()).toEqual(['Status', 'Match', 'Cost']);
    show({ data: panelData({ series: [tracesFrame([found('')])] }) });
    expect(headers()).toEqual(['Status', 'Cost']);
  });

  it('show text that hides something, or that poses as a hit, as what it is', () => {
    shown([found('input: <b>\u202e \u2068x\u2069 \u2068y\u2069')]);
    expect(screen.getAllByText(/./, { selector: 'mark' }).map((mark) => mark.textContent)).toEqual(['x']);
    expect(screen.getByText(/<b>⟨U\+202E⟩/)).toHaveTextContent('⟨U+2068⟩y');
  });
});

it('a payload of another data source in the place of a match does not come into the page as a whole', () => {
  const row = new TracePage(tracesFrame([found(`input: \u2068a\u2069${'b'.repeat(1_000_000)}`)])).row(0);
  expect(cellText(row, 'match_preview', 'utc').length).toBeLessThan(2_000);
});

it('a hit is copied with the text around it, without the signs that tell where it is', () => {
  const row = new TracePage(tracesFrame([found('tags: team=\u2068care\u2069, x')])).row(0);
  expect(cellText(row, 'match_preview', 'utc')).toBe('Tags: team=care, x');
  expect(copiedText(row, 'match_preview')).toBe('tags: team=care, x');
});
