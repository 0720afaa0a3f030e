import { dateTime, FieldType, LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import { panelData } from '../fixtures/panel';
import { liveStateOf } from './liveState';
import { liveViewAfter, pausedView, resumedView, shownBy, type LiveView } from './liveView';
import { whyNotLive } from './whyNotLive';

/** Rows with these request ids, as the data source gives them for a live query. */
function frameOf(ids: string[], trouble: string | null = null): DataFrame {
  return {
    length: ids.length,
    meta: { custom: { liveStatus: { trouble } } },
    fields: [{ name: 'request_id', type: FieldType.string, config: {}, values: ids }],
  };
}

const asked = panelData();

function came(ids: string[], over: Partial<PanelData> = {}): PanelData {
  return { ...asked, series: [frameOf(ids)], state: LoadingState.Streaming, ...over };
}

const idsOf = (data: PanelData): unknown => data.series[0]?.fields[0]?.values;

/** The view after all of these came while live was on. */
function following(...all: PanelData[]): LiveView {
  return all.reduce<LiveView>((view, data) => liveViewAfter(view, data, true), {});
}

describe('the rows of a live table', () => {
  it('are those that came last, and what is new is counted from the first ones on', () => {
    const view = following(came(['a']), came(['b', 'a']), came(['d', 'c', 'b']));
    expect(view.arrivals?.count).toBe(3);
    expect(idsOf(shownBy(view, came(['d', 'c', 'b'])))).toEqual(['d', 'c', 'b']);
  });

  it('stay where they are while it is paused, and all that came is there afterwards', () => {
    const [first, later] = [came(['a']), came(['c', 'b', 'a'])];
    const paused = liveViewAfter(pausedView(following(first), first), later, true);
    expect(idsOf(shownBy(paused, later))).toEqual(['a']);
    expect(paused.arrivals?.count).toBe(2);
    const resumed = resumedView(paused);
    expect(idsOf(shownBy(resumed, later))).toEqual(['c', 'b', 'a']);
    expect(resumed.arrivals?.count).toBe(0);
  });

  it('of another question are not hidden by a pause', () => {
    const first = came(['a']);
    const other = panelData({ series: [frameOf(['z'])], state: LoadingState.Streaming }, { query: 'status:error' });
    const view = liveViewAfter(pausedView(following(first), first), other, true);
    expect(idsOf(shownBy(view, other))).toEqual(['z']);
    expect(view.arrivals?.count).toBe(0);
  });

  it('do not vanish when live is turned off, until the dashboard has newer ones', () => {
    const old = panelData({ series: [frameOf(['a'])] });
    const off = liveViewAfter(following(came(['a']), came(['b', 'a'])), old, false);
    expect(idsOf(shownBy(off, old))).toEqual(['b', 'a']);
    expect(shownBy(off, old).state).toBe(LoadingState.Done);
    expect(liveViewAfter(off, { ...old, series: [...old.series] }, false)).toBe(off);
    const refreshed = panelData({ series: [frameOf(['c', 'b', 'a'])] });
    expect(idsOf(shownBy(liveViewAfter(off, refreshed, false), refreshed))).toEqual(['c', 'b', 'a']);
  });

  it('without live are what the dashboard has, as the same object', () => {
    const data = panelData({ series: [frameOf(['a'])] });
    const view: LiveView = {};
    expect(liveViewAfter(view, data, false)).toBe(view);
    expect(shownBy(view, data)).toBe(data);
  });
});

describe('the state of live', () => {
  it.each([
    ['it is off', came(['a']), false, { kind: 'off' }],
    ['nothing has come yet', came([], { series: [], state: LoadingState.Loading }), true, { kind: 'starting' }],
    ['traces come', came(['a']), true, { kind: 'following' }],
    [
      'the connection broke',
      came([], { series: [frameOf([], 'Live is interrupted. The trace server is restarting.')] }),
      true,
      { kind: 'interrupted', trouble: 'Live is interrupted. The trace server is restarting.' },
    ],
    [
      'it cannot be had',
      came([], { series: [frameOf([], 'Live is off because …')], state: LoadingState.Done }),
      true,
      { kind: 'refused', trouble: 'Live is off because …' },
    ],
  ])('is told when %s', (_, data, isOn, state) => {
    expect(liveStateOf(data, isOn)).toEqual(state);
  });
});

describe('live says why it cannot be turned on', () => {
  const range = (to: string) => ({ from: dateTime(0), to: dateTime(1), raw: { from: 'now-1h', to } });

  beforeEach(() => {
    config.liveEnabled = true;
  });

  it.each(['now', 'now/d', 'now/w'])('not for a range until %s', (to) => {
    expect(whyNotLive({ refId: 'A' }, range(to))).toBeUndefined();
  });

  it.each(['now-1h', '2026-11-20T00:00:00Z'])('for a range until %s', (to) => {
    expect(whyNotLive({ refId: 'A' }, range(to))).toContain('ends now');
  });

  it('for the list of a point of a chart, and where Grafana Live is turned off', () => {
    expect(whyNotLive({ refId: 'A', within: { start: '1', width: '1h' } }, range('now'))).toContain('one point');
    config.liveEnabled = false;
    expect(whyNotLive({ refId: 'A' }, range('now'))).toContain('turned off');
  });
});
