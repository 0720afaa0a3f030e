/** One measured value, as the table of results shows it. */
export const line = (name, value, unit, target, isMet) => ({ name, value, unit, target, isMet });

/** The table of traces. */
export const grid = (page) => page.getByRole('grid', { name: 'Traces' });
