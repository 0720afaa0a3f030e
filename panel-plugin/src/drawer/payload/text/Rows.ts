import type { Row } from './RowIndex';

/** The rows that are shown of a text. */
export interface Rows {
  readonly rowCount: number;
  /** The row of this number; an empty one when there is none. */
  row: (index: number) => Row;
  /** The number of the row that shows this place of the text. */
  rowAt: (block: number, offset: number) => number;
}
