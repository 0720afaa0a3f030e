/** Widths in pixels that the drawer can take, and the one it has until somebody changes it. */
export interface WidthRange {
  minPx: number;
  maxPx: number;
  defaultPx: number;
}

/** Narrower, and neither table nor trace can be read; WCAG wants content to reflow down to this width. */
const MIN_PX = 320;

/** Beside the drawer something of the page stays in sight, unless the screen is small. */
const GLIMPSE_PX = 48;
const SMALL_SCREEN_PX = 640;

/** Lines get too long to read above these; whoever wants more makes it wider. */
const DEFAULT_OVER_MAX_PX = 1280;
const DEFAULT_BESIDE_MAX_PX = 1100;

/** Panels from this width on have room for table and trace side by side. */
const BESIDE_FROM_PX = 880;

const KEY_STEP_PX = 32;

export function canBeBeside(panelPx: number): boolean {
  return panelPx >= BESIDE_FROM_PX;
}

/** Widths of the drawer over the page. */
export function overRange(viewportPx: number): WidthRange {
  const maxPx = viewportPx < SMALL_SCREEN_PX ? viewportPx : viewportPx - GLIMPSE_PX;
  const wantedPx = Math.min(DEFAULT_OVER_MAX_PX, Math.max(600, 0.65 * viewportPx));
  return { minPx: Math.min(MIN_PX, maxPx), maxPx, defaultPx: Math.min(maxPx, Math.round(wantedPx)) };
}

/** Widths of the drawer beside the table; the table keeps at least as much as the drawer must have. */
export function besideRange(panelPx: number): WidthRange {
  const maxPx = Math.max(MIN_PX, panelPx - MIN_PX);
  return { minPx: MIN_PX, maxPx, defaultPx: Math.min(maxPx, DEFAULT_BESIDE_MAX_PX, Math.round(panelPx / 2)) };
}

/** The width that is shown: the remembered one as far as there is room for it now. */
export function widthWithin(range: WidthRange, wantedPx: number | undefined): number {
  return Math.round(Math.max(range.minPx, Math.min(range.maxPx, wantedPx ?? range.defaultPx)));
}

/** Width after a key on the handle at the drawer's left edge; undefined for keys that do nothing there. */
export function widthAfterKey(key: string, widthPx: number, range: WidthRange): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return widthWithin(range, widthPx + KEY_STEP_PX);
    case 'ArrowRight':
      return widthWithin(range, widthPx - KEY_STEP_PX);
    case 'Home':
      return range.minPx;
    case 'End':
      return range.maxPx;
    default:
      return undefined;
  }
}
