import type { components } from '../../contract/query.gen';

export type ExportBegin = components['schemas']['ExportBegin'];
export type ExportEnd = components['schemas']['ExportEnd'];

/** A part of an export, or of the file's bytes what has come of one. */
export type ExportPart =
  | { kind: 'begin'; begin: ExportBegin }
  | { kind: 'data'; bytes: Uint8Array }
  | { kind: 'end'; end: ExportEnd }
  /** The body of an error answer of the trace server's API. */
  | { kind: 'error'; answer: unknown };

/** Kinds of datasource-plugin/pkg/export/parts.go. */
const KINDS = { b: 'begin', d: 'data', e: 'end', x: 'error', k: 'alive' } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

const HEAD_BYTES = 5;
/** Parts that are read whole are sentences and numbers. */
const LONGEST_OBJECT_BYTES = 1 << 20;

/** What came is no export, such as the error page of a proxy, or Grafana's own words behind a part of one. */
export class NoExport extends Error {}

/**
 * Takes an export apart while it comes: a byte for the kind of a part, four bytes for its length, the most significant
 * first, and what it holds.
 */
export class PartReader {
  private readonly head = new Uint8Array(HEAD_BYTES);
  private headBytes = 0;
  private kind: Kind | undefined;
  /** Bytes of the part that have not come yet. */
  private missing = 0;
  private object: number[] = [];

  /** @throws NoExport */
  *take(chunk: Uint8Array): Generator<ExportPart> {
    let at = 0;
    while (at < chunk.length) {
      if (this.kind === undefined) {
        at += this.takeHead(chunk.subarray(at));
      } else {
        const bytes = chunk.subarray(at, at + this.missing);
        at += bytes.length;
        this.missing -= bytes.length;
        if (this.kind === 'data') {
          yield { kind: 'data', bytes };
        } else {
          this.object.push(...bytes);
        }
      }
      if (this.kind !== undefined && this.missing === 0) {
        yield* this.whole(this.kind);
      }
    }
  }

  private takeHead(bytes: Uint8Array): number {
    const taken = bytes.subarray(0, HEAD_BYTES - this.headBytes);
    this.head.set(taken, this.headBytes);
    this.headBytes += taken.length;
    if (this.headBytes === HEAD_BYTES) {
      this.headBytes = 0;
      this.kind = kindOf(this.head[0]);
      this.missing = new DataView(this.head.buffer).getUint32(1);
      if (this.kind !== 'data' && this.missing > LONGEST_OBJECT_BYTES) {
        throw new NoExport();
      }
    }
    return taken.length;
  }

  private *whole(kind: Kind): Generator<ExportPart> {
    this.kind = undefined;
    const text = new TextDecoder().decode(Uint8Array.from(this.object));
    this.object = [];
    switch (kind) {
      case 'begin':
        yield { kind, begin: JSON.parse(text) as ExportBegin };
        break;
      case 'end':
        yield { kind, end: JSON.parse(text) as ExportEnd };
        break;
      case 'error':
        yield { kind, answer: JSON.parse(text) as unknown };
        break;
      case 'data':
      case 'alive':
    }
  }
}

function kindOf(code: number | undefined): Kind {
  const letter = String.fromCharCode(code ?? 0);
  if (!(letter in KINDS)) {
    throw new NoExport();
  }
  return KINDS[letter as keyof typeof KINDS];
}
