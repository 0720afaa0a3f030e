import { createReadStream } from 'node:fs';

const NEWLINE = 0x0a;

/** A line of a file; `text` is undefined when the line is longer than the reader takes. */
export interface FileLine {
  /** Counted from 1. */
  number: number;
  text: string | undefined;
}

/**
 * Reads a file line by line without ever holding more than one line (or `maxLineBytes`) in memory. Blank lines are
 * counted but not given. Bytes that are not UTF-8 become U+FFFD.
 *
 * @throws the file system's error when the file cannot be read.
 */
export async function* readLines(file: string, maxLineBytes: number): AsyncGenerator<FileLine> {
  let number = 1;
  let size = 0;
  let pieces: Buffer[] = [];
  const take = (): FileLine | undefined => {
    const text = size > maxLineBytes ? undefined : Buffer.concat(pieces).toString('utf8');
    const line = { number, text };
    number += 1;
    size = 0;
    pieces = [];
    return text?.trim() === '' ? undefined : line;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      size += end - start;
      pieces.push(chunk.subarray(start, end));
      start = end + 1;
      const line = take();
      if (line !== undefined) {
        yield line;
      }
    }
    size += chunk.length - start;
    // Beyond the limit only the size is of interest.
    pieces = size > maxLineBytes ? [] : [...pieces, chunk.subarray(start)];
  }
  const last = size > 0 ? take() : undefined;
  if (last !== undefined) {
    yield last;
  }
}
