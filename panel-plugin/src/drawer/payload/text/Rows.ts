/** A row of the shown text: the part [start, end) of a block, without its line end. */
export interface Row {
  block: number;
  start: number;
  end: number;
}

/** The rows that are shown of a text. */
export interface Rows {
  readonly rowCount: number;
  /** The row of this number; an empty one when there is none. */
  row: (index: number) => Row;
  /** The number of the row that shows this place of the text. */
  rowAt: (block: number, offset: number) => number;
}
