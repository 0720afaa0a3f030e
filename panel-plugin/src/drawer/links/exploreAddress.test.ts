import { exploreAddress } from './exploreAddress';

const trace = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  requestId: 'req-1',
  startMs: 1_000_000_000,
  durationMs: 2500,
};
const loki = { uid: 'loki', query: '{app="x"} |= `${traceId}` |= `${requestId}`', property: 'expr' };

const paneOf = (address: string | undefined): unknown =>
  JSON.parse(new URLSearchParams(address?.split('?')[1]).get('panes') ?? 'null');

describe('link to another data source in Explore', () => {
  it('asks for the trace, around its time', () => {
    expect(paneOf(exploreAddress(loki, trace))).toEqual({
      a: {
        datasource: 'loki',
        queries: [{ refId: 'A', datasource: { uid: 'loki' }, expr: `{app="x"} |= \`${trace.traceId}\` |= \`req-1\`` }],
        range: { from: '999400000', to: '1000602500' },
      },
    });
  });

  it('has the query type that the other data source needs', () => {
    const tempo = { uid: 'tempo', query: '${traceId}', property: 'query', queryType: 'traceql' };
    expect(paneOf(exploreAddress(tempo, trace))).toMatchObject({
      a: { queries: [{ queryType: 'traceql', query: trace.traceId }] },
    });
  });

  it('is left out when a request id could add to the query', () => {
    expect(exploreAddress(loki, { ...trace, requestId: '` or `' })).toBeUndefined();
    expect(exploreAddress({ ...loki, query: '${traceId}' }, { ...trace, requestId: '` or `' })).toBeDefined();
  });

  it('is left out without a trace id', () => {
    expect(exploreAddress(loki, { ...trace, traceId: '' })).toBeUndefined();
    expect(exploreAddress(loki, { ...trace, traceId: '`} or {' })).toBeUndefined();
  });
});
