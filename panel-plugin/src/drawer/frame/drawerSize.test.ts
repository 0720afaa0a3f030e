import { besideRange, canBeBeside, overRange, widthAfterKey, widthWithin } from './drawerSize';

describe('width of the drawer', () => {
  it('is the whole of a phone, and leaves a glimpse of the page on larger screens', () => {
    expect(widthWithin(overRange(320), undefined)).toBe(320);
    expect(widthWithin(overRange(320), 900)).toBe(320);
    expect(overRange(1440).maxPx).toBeLessThan(1440);
    expect(overRange(3840).defaultPx).toBeLessThan(3840 / 2);
  });

  it('beside the table leaves room for the table', () => {
    expect(canBeBeside(600)).toBe(false);
    expect(canBeBeside(1200)).toBe(true);
    expect(widthWithin(besideRange(1200), 5000)).toBeLessThanOrEqual(1200 - 320);
    expect(widthWithin(besideRange(1200), 10)).toBe(320);
  });

  it('is changed by the arrows towards where they point, and by Home and End to its ends', () => {
    const range = overRange(1440);
    expect(widthAfterKey('ArrowLeft', 800, range)).toBeGreaterThan(800);
    expect(widthAfterKey('ArrowRight', 800, range)).toBeLessThan(800);
    expect(widthAfterKey('Home', 800, range)).toBe(range.minPx);
    expect(widthAfterKey('End', 800, range)).toBe(range.maxPx);
    expect(widthAfterKey('ArrowLeft', range.maxPx, range)).toBe(range.maxPx);
    expect(widthAfterKey('Tab', 800, range)).toBeUndefined();
  });
});
