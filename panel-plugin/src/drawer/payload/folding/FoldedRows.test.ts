import fc from 'fast-check';
import { JsonPrinter } from '../json/JsonPrinter';
import { RowIndex } from '../text/RowIndex';
import { TextBlocks } from '../text/TextBlocks';
import { Folded } from './Folded';
import { FoldedRows } from './FoldedRows';

function printed(json: string, columns: number) {
  const printer = new JsonPrinter('');
  const text = new TextBlocks();
  text.append(printer.add(json));
  text.append(printer.end() ?? '');
  const rows = new RowIndex(text, columns);
  while (rows.step()) {
    // All of it.
  }
  return { text, rows, index: printer.folds };
}

function foldedRows({ text, rows, index }: ReturnType<typeof printed>, folded: Folded): FoldedRows {
  const shown = new FoldedRows(rows, text, index, folded, 0);
  while (shown.step()) {
    // All of it.
  }
  return shown;
}

/** The beginning and the end of each object and array, as brackets pair, by what is looked at sign by sign. */
function pairs(text: string): [number, number][] {
  const open: number[] = [];
  const found: [number, number][] = [];
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      isText = !isText;
    } else if (!isText && '[{'.includes(sign)) {
      open.push(at);
    } else if (!isText && ']}'.includes(sign)) {
      const begin = open.pop() ?? 0;
      if (at > begin + 1) {
        found.push([begin, at]);
      }
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

const json = fc
  .jsonValue({ maxDepth: 5 })
  .map((value) => JSON.stringify({ value }))
  .filter((text) => !text.includes('\\'));

it('every object and array of a payload can be folded, from its opening to its closing bracket', () => {
  fc.assert(
    fc.property(json, (value) => {
      const { text, index } = printed(value, 40);
      const known = Array.from({ length: index.count }, (_, part) => [index.beginOf(part), index.endOf(part)]);
      expect(known).toEqual(pairs(text.whole()));
    })
  );
});

it('folding hides the rows after the opening bracket up to that with the closing one, and no others', () => {
  fc.assert(
    fc.property(
      json,
      fc.integer({ min: 8, max: 60 }),
      fc.array(fc.nat(20)),
      fc.boolean(),
      (value, columns, some, all) => {
        const page = printed(value, columns);
        const { rows, index } = page;
        const folded = some
          .map((part) => part % index.count)
          .reduce<Folded>((known, part) => known.toggled(part), all ? Folded.all : Folded.none);
        const isHidden = (place: number) =>
          Array.from({ length: index.count }, (_, part) => part).some(
            (part) =>
              folded.has(part) &&
              rows.rowAt(0, index.beginOf(part)) < place &&
              place <= rows.rowAt(0, index.endOf(part))
          );
        const expected = Array.from({ length: rows.rowCount }, (_, row) => row).filter((row) => !isHidden(row));
        const shown = foldedRows(page, folded);
        expect(shown.rowCount).toBe(expected.length);
        expected.forEach((row, place) => {
          expect(shown.row(place)).toEqual(rows.row(row));
          expect(shown.rowAt(0, rows.row(row).start)).toBe(place);
        });
      }
    )
  );
});

it('a match in what is nested thousands deep is unfolded without copying what is folded for each level', () => {
  const depth = 3_000;
  const copies = jest.spyOn(Set.prototype, Symbol.iterator);
  const parts = Array.from({ length: depth }, (_, part) => part);
  const shown = Folded.all.without(parts);
  expect(copies.mock.calls.length).toBeLessThan(10);
  copies.mockRestore();
  expect(parts.some((part) => shown.has(part))).toBe(false);
  expect(shown.has(depth)).toBe(true);
});
