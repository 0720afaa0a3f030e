const CHUNK = 32_768;

/** A list of whole numbers from 0 to 2³² − 1 that grows without copying what it has: millions take four bytes each. */
export class NumberList {
  private readonly chunks: Uint32Array[] = [];
  private size = 0;

  get length(): number {
    return this.size;
  }

  /** 0 where there is none. */
  at(index: number): number {
    return this.chunks[Math.floor(index / CHUNK)]?.[index % CHUNK] ?? 0;
  }

  set(index: number, value: number): void {
    const chunk = this.chunks[Math.floor(index / CHUNK)];
    if (chunk) {
      chunk[index % CHUNK] = value;
    }
  }

  push(value: number): void {
    if (this.size === this.chunks.length * CHUNK) {
      this.chunks.push(new Uint32Array(CHUNK));
    }
    this.size += 1;
    this.set(this.size - 1, value);
  }

  pop(): void {
    this.size -= 1;
  }
}

/** How many entries of a rising list of this length are below `value`. */
export function countBelow(value: number, length: number, entry: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entry(middle) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
