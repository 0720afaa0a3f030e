import { constants } from 'node:buffer';

/** How the values of a column are written: by the type that the column has in its table. */
export type ColumnKind =
  'text' | 'textMap' | 'time' | 'float64' | 'nullableFloat64' | 'nullableUInt32' | 'nullableUInt16' | 'uint32' | 'bool';

/** Rows share buffers of this size. */
const BUFFER_BYTES = 1 << 20;
/** The longest text that UTF-8 certainly has in less than 128 bytes, whose length then is one byte. */
const SHORT_CHARACTERS = 42;
const BYTES_PER_CHARACTER = 3;
/** Length of any value but a text, with room to spare; and of a text's length. */
const FIXED_BYTES = 16;
const MAX_UINT32 = 0xffff_ffff;
const MAX_UINT16 = 0xffff;
const LENGTH_BITS = 7;
const LENGTH_MASK = 0x7f;
const MORE = 0x80;

/** Length of `YYYY-MM-DD hh:mm:ss`. */
const SECONDS_END = 19;

function lengthBytes(length: number): number {
  let bytes = 1;
  for (let left = length >>> LENGTH_BITS; left > 0; left >>>= LENGTH_BITS) bytes += 1;
  return bytes;
}

/**
 * Writes rows in ClickHouse's RowBinary format (`INSERT … FORMAT RowBinary`). Beside JSON, texts are copied instead of
 * escaped here and unescaped by the engine, which is most of what a row with payloads costs. What JSON has no number for
 * (not finite, or too large for its column) is written as not known; half of a surrogate pair becomes the replacement character.
 */
export class RowBinaryWriter {
  readonly #columns: readonly (readonly [name: string, kind: ColumnKind])[];
  #buffer = Buffer.alloc(0);
  #start = 0;
  #at = 0;

  /** @param columns Kinds by name, in the order in which the insert names the columns. */
  constructor(columns: Readonly<Record<string, ColumnKind>>) {
    this.#columns = Object.entries(columns);
  }

  /** The bytes of a row. Rows written one after the other mostly lie one after the other in memory, too. */
  row(row: object): Uint8Array {
    this.#start = this.#at;
    const values = row as Readonly<Record<string, unknown>>;
    for (const [name, kind] of this.#columns) this.#value(kind, values[name]);
    return this.#buffer.subarray(this.#start, this.#at);
  }

  #value(kind: ColumnKind, value: unknown): void {
    if (kind === 'text') {
      this.#text(value as string);
      return;
    }
    this.#reserve(FIXED_BYTES);
    if (kind === 'textMap') this.#textMap(value as Readonly<Record<string, string>>);
    else if (kind === 'time') this.#time(value as string);
    else if (kind === 'bool') this.#byte(value === true ? 1 : 0);
    else this.#number(kind, value);
  }

  #number(kind: Exclude<ColumnKind, 'text' | 'textMap' | 'time' | 'bool'>, value: unknown): void {
    if (kind === 'nullableFloat64') {
      const isKnown = Number.isFinite(value);
      this.#byte(isKnown ? 0 : 1);
      if (isKnown) this.#double(value as number);
    } else if (kind === 'float64') {
      this.#double(Number.isFinite(value) ? (value as number) : 0);
    } else if (kind === 'uint32') {
      this.#at = this.#buffer.writeUInt32LE(value as number, this.#at);
    } else {
      this.#nullableCount(value, kind === 'nullableUInt32' ? MAX_UINT32 : MAX_UINT16);
    }
  }

  #nullableCount(value: unknown, max: number): void {
    const isKnown = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;
    this.#byte(isKnown ? 0 : 1);
    if (!isKnown) return;
    this.#at =
      max === MAX_UINT32 ? this.#buffer.writeUInt32LE(value, this.#at) : this.#buffer.writeUInt16LE(value, this.#at);
  }

  /** Without the sign of a negative zero, as JSON writes numbers: nobody means another number by it. */
  #double(value: number): void {
    this.#at = this.#buffer.writeDoubleLE(value === 0 ? 0 : value, this.#at);
  }

  #byte(value: number): void {
    this.#buffer[this.#at] = value;
    this.#at += 1;
  }

  /** Microseconds since 1970 from `YYYY-MM-DD hh:mm:ss.ffffff`; beyond 2^53 from the year 2255 on. */
  #time(engineTime: string): void {
    const seconds = Date.parse(`${engineTime.slice(0, SECONDS_END)}Z`) / 1000;
    const micros = BigInt(seconds) * 1_000_000n + BigInt(engineTime.slice(SECONDS_END + 1));
    this.#at = this.#buffer.writeBigInt64LE(micros, this.#at);
  }

  #textMap(map: Readonly<Record<string, string>>): void {
    const names = Object.keys(map);
    this.#length(names.length);
    for (const name of names) {
      this.#text(name);
      this.#text(map[name] ?? '');
    }
  }

  #text(text: string): void {
    const { length } = text;
    if (length <= SHORT_CHARACTERS) {
      this.#reserve(length * BYTES_PER_CHARACTER + 1);
      const written = length === 0 ? 0 : this.#buffer.write(text, this.#at + 1, 'utf8');
      this.#buffer[this.#at] = written;
      this.#at += written + 1;
      return;
    }
    this.#reserve(length * BYTES_PER_CHARACTER + FIXED_BYTES);
    // Most texts are ASCII: their length in bytes is known before they are written. Else they are moved to their place.
    const guessed = this.#at + lengthBytes(length);
    const written = this.#buffer.write(text, guessed, 'utf8');
    const place = this.#at + lengthBytes(written);
    if (place !== guessed) this.#buffer.copyWithin(place, guessed, guessed + written);
    this.#length(written);
    this.#at += written;
  }

  #length(length: number): void {
    let left = length;
    for (; left > LENGTH_MASK; left >>>= LENGTH_BITS) this.#byte((left & LENGTH_MASK) | MORE);
    this.#byte(left);
  }

  /** A row never lies in two buffers: what is written of it is taken along into the next. */
  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const written = this.#at - this.#start;
    const wanted = Math.min(Math.max(BUFFER_BYTES, (written + bytes) * 2), constants.MAX_LENGTH);
    const next = Buffer.allocUnsafeSlow(wanted);
    this.#buffer.copy(next, 0, this.#start, this.#at);
    this.#buffer = next;
    this.#start = 0;
    this.#at = written;
  }
}
