/** Named SQL expressions over the columns of the layer below. */
export type Layer = Readonly<Record<string, string>>;

/**
 * A SELECT that adds layer after layer of columns to a first one. Each layer is a subquery of its own, so that an
 * expression is written once and used by name above.
 */
export function layered(base: string, layers: readonly Layer[], where?: { above: number; condition: string }): string {
  return layers.reduce((inner, layer, index) => {
    const columns = Object.entries(layer).map(([name, sql]) => `${sql} AS ${name}`);
    const condition = where?.above === index ? `\nWHERE ${where.condition}` : '';
    return `SELECT *,\n  ${columns.join(',\n  ')}\nFROM (\n${inner}\n)${condition}`;
  }, base);
}
