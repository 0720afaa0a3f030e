/** Named SQL expressions over the columns of the layers below. */
export type Layer = Readonly<Record<string, string>>;

function namesIn(sql: string): string[] {
  return sql.match(/[a-z_][a-z_0-9]*/g) ?? [];
}

/**
 * A SELECT of `columns` from layer upon layer over a first SELECT. Each layer is a subquery of its own, so that an
 * expression is written once and used by name above. A layer passes on only what is used above it: the engine's time to
 * plan the statement grows with the columns of all layers.
 */
export function layered(
  base: { sql: string; columns: readonly string[] },
  layers: readonly Layer[],
  columns: readonly string[],
  where: { above: number; condition: string },
): string {
  const usedAbove = layers.map((_, index) => {
    const above = layers.slice(index + 1).flatMap((layer) => Object.values(layer).flatMap(namesIn));
    const condition = index < where.above ? namesIn(where.condition) : [];
    return new Set([...above, ...condition, ...columns]);
  });
  const known = layers.map((_, index) => [...base.columns, ...layers.slice(0, index).flatMap(Object.keys)]);
  const sql = layers.reduce((inner, layer, index) => {
    const used = usedAbove[index] ?? new Set();
    const passed = (known[index] ?? []).filter((name) => used.has(name));
    const added = Object.entries(layer).flatMap(([name, expression]) =>
      used.has(name) ? [`${expression} AS ${name}`] : [],
    );
    const condition = where.above === index ? `\nWHERE ${where.condition}` : '';
    return `SELECT ${[...passed, ...added].join(',\n  ')}\nFROM (\n${inner}\n)${condition}`;
  }, base.sql);
  return `SELECT ${columns.join(', ')}\nFROM (\n${sql}\n)`;
}
