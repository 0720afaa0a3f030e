import type { Density } from '../../options/options';

/** Pixels, as the virtual list needs them. A tall row has three lines of input and output. */
export const ROW_HEIGHTS: Record<Density, number> = { compact: 28, comfortable: 36, tall: 64 };

/** Pixels. */
export const HEADER_HEIGHT = 36;

/** CSS variable that holds the widths of the columns, so that a change of one does not draw all rows again. */
export const COLUMNS_VARIABLE = '--modeltrace-columns';
