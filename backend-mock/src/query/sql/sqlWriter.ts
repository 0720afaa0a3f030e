/** A value bound to a parameter. */
export type BoundValue = string | number | boolean | readonly string[];

/** Collects what a condition needs besides its text: values by parameter and the columns that it reads. */
export class SqlWriter {
  readonly params: Record<string, BoundValue> = {};
  readonly columns = new Set<string>();
  readonly #prefix: string;
  #count = 0;

  /** @param prefix Start of the parameters' names, apart from those of the rest of the statement. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /**
   * Binds a value; what is returned stands for it in SQL.
   * @param ending End of the parameter's name.
   */
  bind(
    value: BoundValue,
    type: 'String' | 'Float64' | 'Int64' | 'Array(String)' | "DateTime64(6, 'UTC')",
    ending = '',
  ): string {
    const name = `${this.#prefix}${this.#count++}${ending}`;
    this.params[name] = value;
    return `{${name}:${type}}`;
  }

  /** Notes that columns are read. */
  read(columns: readonly string[]): void {
    for (const column of columns) this.columns.add(column);
  }
}
