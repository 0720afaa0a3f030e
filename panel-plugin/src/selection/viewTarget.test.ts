import { viewDiffers, viewTarget } from './viewTarget';

const NONE = { model: false, search: false };
const target = { refId: 'A', queryType: 'traces', query: 'source:api', conditions: ['x'] };
const empty = { model: '', search: '', query: '', live: false };

describe('what the viewer chose', () => {
  it('is added apart from the query of the panel, so that an OR cannot get around it', () => {
    const view = { ...empty, model: 'a"b\\c', search: 'two\nlines', query: 'cost > 1 OR status:failed' };
    expect(viewTarget(target, view, NONE)).toEqual({
      ...target,
      conditions: ['x', 'model = "a\\"b\\\\c"', '"two\\nlines"', 'cost > 1 OR status:failed'],
    });
  });

  it('is not added twice where variables of the dashboard bring it', () => {
    const view = { ...empty, model: 'm', search: 's' };
    expect(viewTarget(target, view, { model: true, search: true })).toEqual(target);
    expect(viewDiffers(view, { model: true, search: true })).toBe(false);
    expect(viewDiffers(view, { model: true, search: false })).toBe(true);
  });

  it('of all models leaves the model out', () => {
    expect(viewDiffers({ ...empty, model: '$__all' }, NONE)).toBe(false);
  });

  it('of another order takes the place of the saved one; live takes the newest first', () => {
    const saved = { ...target, sort: 'cost_usd', order: 'asc' as const };
    expect(viewTarget(saved, { ...empty, sort: 'duration_ms', order: 'desc' }, NONE)).toMatchObject({
      sort: 'duration_ms',
      order: 'desc',
    });
    expect(viewTarget(saved, { ...empty, live: true, sort: 'duration_ms' }, NONE)).toMatchObject({
      live: true,
      sort: 'start_time',
      order: 'desc',
    });
  });
});
