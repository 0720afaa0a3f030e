import { readViewState, viewParameters } from './viewState';

describe('the state in the address', () => {
  it('comes back as it was written, whatever the texts hold', () => {
    const view = {
      model: 'gpt-4o/eu & more',
      search: 'a "b" $c %',
      query: 'status:failed OR x = "&=#"',
      sort: 'duration_ms',
      order: 'asc' as const,
      live: true,
      columns: 'status.request_id~200',
    };
    const address = new URLSearchParams(viewParameters(view, 4) as Record<string, string>);
    expect(readViewState(new URLSearchParams(address.toString()), 4)).toEqual(view);
  });

  it('of one panel is not taken for that of another', () => {
    const address = new URLSearchParams('mt-4-query=a&mt-41-query=b');
    expect(readViewState(address, 4).query).toBe('a');
    expect(readViewState(address, 1).query).toBe('');
  });

  it('that cannot be read counts as not chosen', () => {
    expect(readViewState(new URLSearchParams('mt-4-order=up&mt-4-live=yes&mt-4-sort='), 4)).toEqual({
      model: '',
      search: '',
      query: '',
      live: false,
    });
  });

  it('loses what is given up, and keeps what a change does not name', () => {
    expect(viewParameters({ query: '', live: false, sort: 'cost_usd' }, 4)).toEqual({
      'mt-4-query': null,
      'mt-4-live': null,
      'mt-4-sort': 'cost_usd',
    });
  });
});
