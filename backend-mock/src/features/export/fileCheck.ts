import { parquetMetadata } from 'hyparquet';
import type { ExportFormat } from './sql.js';

/** Counts the rows of a file while its bytes go by. */
export interface FileCheck {
  /** The bytes to send of the next ones; they are those of the engine but for lines without a text. */
  take(bytes: Buffer): Buffer;
  /** Traces in the file so far. */
  rows(): number;
  /** Traces that were left out so far. */
  skipped(): number;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;

const WORD_BYTES = 4;
const QUOTES = 0x22222222;
const LOW_BITS = 0x7f7f7f7f;
const HIGH_BITS = 0x80808080;

/** The exclusive or of a number's 32 bits. */
function parity(word: number): number {
  let bits = word ^ (word >>> 16);
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  bits ^= bits >>> 2;
  return (bits ^ (bits >>> 1)) & 1;
}

/**
 * Whether the quotes from `from` (inclusive) to `to` (exclusive) are odd in number, as 0 or 1. Four bytes at a time: a
 * byte that is no quote leaves its high bit, as `(x & 0x7f) + 0x7f | x` of a byte that is not zero does, and as bytes come
 * by fours the other bytes are odd in number when the quotes are.
 */
function oddQuotes(bytes: DataView, from: number, to: number): number {
  let others = 0;
  let at = from;
  for (; at + WORD_BYTES <= to; at += WORD_BYTES) {
    const word = bytes.getInt32(at, true) ^ QUOTES;
    others ^= (((word & LOW_BITS) + LOW_BITS) | word) & HIGH_BITS;
  }
  let isOdd = parity(others);
  for (; at < to; at += 1) if (bytes.getUint8(at) === QUOTE) isOdd ^= 1;
  return isOdd;
}

/**
 * Records of a CSV file without its header: line ends outside of quotes, which are those after an even number of quotes. A
 * doubled quote changes nothing.
 */
function csvCheck(): FileCheck {
  let lines = 0;
  let isQuoted = 0;
  return {
    take: (bytes) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      let from = 0;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        isQuoted ^= oddQuotes(view, from, at);
        if (isQuoted === 0) lines += 1;
        from = at + 1;
      }
      isQuoted ^= oddQuotes(view, from, bytes.length);
      return bytes;
    },
    rows: () => Math.max(0, lines - 1),
    skipped: () => 0,
  };
}

/** Lines with a text; empty ones stand for traces that the format cannot express, and are taken out. */
function lineCheck(): FileCheck {
  let rows = 0;
  let skipped = 0;
  let isLineStart = true;
  return {
    take: (bytes) => {
      const kept: Buffer[] = [];
      let from = 0;
      let lineStart = isLineStart ? 0 : -1;
      for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
        if (at === lineStart) {
          skipped += 1;
          if (at > from) kept.push(bytes.subarray(from, at));
          from = at + 1;
        } else rows += 1;
        lineStart = at + 1;
      }
      isLineStart = lineStart === bytes.length;
      if (from === 0) return bytes;
      kept.push(bytes.subarray(from));
      return Buffer.concat(kept);
    },
    rows: () => rows,
    skipped: () => skipped,
  };
}

/** A Parquet file says at its end how many rows it has; the end is as long as its last eight bytes say. */
const LONGEST_FOOTER_BYTES = 16_000_000;
const TRAILER_BYTES = 8;

function parquetCheck(): FileCheck {
  let ends: Buffer[] = [];
  let bytesKept = 0;
  return {
    take: (bytes) => {
      ends.push(bytes);
      bytesKept += bytes.length;
      while (ends[0] && bytesKept - ends[0].length >= LONGEST_FOOTER_BYTES) {
        bytesKept -= ends[0].length;
        ends = ends.slice(1);
      }
      return bytes;
    },
    rows: () => {
      const end = Buffer.concat(ends);
      if (end.length < TRAILER_BYTES || end.toString('latin1', end.length - 4) !== 'PAR1') return 0;
      const footer = end.subarray(-TRAILER_BYTES - end.readUInt32LE(end.length - TRAILER_BYTES));
      return Number(parquetMetadata(new Uint8Array(footer).buffer).num_rows);
    },
    skipped: () => 0,
  };
}

/** A check for a file of a format. */
export function fileCheck(format: ExportFormat): FileCheck {
  if (format === 'csv') return csvCheck();
  return format === 'parquet' ? parquetCheck() : lineCheck();
}
