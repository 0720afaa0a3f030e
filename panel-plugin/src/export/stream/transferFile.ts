import { t } from '@grafana/i18n';
import { sha256 } from '@noble/hashes/sha2.js';
import type { FileSink } from '../sink/fileSink';
import { NoExport, PartReader, type ExportEnd, type ExportPart } from './partReader';
import { Turns } from './turns';

/** What is told of a file on its way. */
interface TransferEvents {
  begun: (rowsTotal: number) => void;
  /** Bytes that have been written so far. */
  received: (bytes: number) => void;
}

/**
 * Writes an export into a sink, as fast as the sink takes it, and compares what came with the trace server's proof. The
 * file is whole when this resolves; otherwise it must not be kept.
 * @throws when it is not whole, with a sentence; an error answer has the shape of Grafana's (`data.error.message`)
 */
export async function transferFile(answer: Response, sink: FileSink, events: TransferEvents): Promise<ExportEnd> {
  if (!answer.ok) {
    throw await refusal(answer);
  }
  const transfer = new Transfer(sink, events);
  const reader = answer.body?.getReader();
  const turns = new Turns();
  try {
    for (let bytes = await next(reader); bytes; bytes = await next(reader)) {
      await transfer.take(bytes, turns);
    }
  } catch (error) {
    void reader?.cancel().catch(() => undefined);
    throw error instanceof NoExport || error instanceof SyntaxError ? brokenOff(transfer.bytes) : error;
  } finally {
    turns.end();
  }
  return transfer.end();
}

/** The next bytes; undefined at the end. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch (error) {
    // Browsers say "network error" when a connection ends, each in its own words.
    throw error instanceof TypeError ? new NoExport() : error;
  }
}

class Transfer {
  bytes = 0;
  private readonly parts = new PartReader();
  private readonly hash = sha256.create();
  private proof: ExportEnd | undefined;

  constructor(
    private readonly sink: FileSink,
    private readonly events: TransferEvents
  ) {}

  async take(chunk: Uint8Array, turns: Turns): Promise<void> {
    for (const part of this.parts.take(chunk)) {
      await this.takePart(part);
      await turns.pause();
    }
  }

  private async takePart(part: ExportPart): Promise<void> {
    if (this.proof) {
      // Whatever comes behind the end, it is not what the end was said of.
      throw new NoExport();
    }
    switch (part.kind) {
      case 'begin':
        this.events.begun(part.begin.rowsTotal);
        break;
      case 'data':
        this.hash.update(part.bytes);
        await this.sink.write(part.bytes);
        this.bytes += part.bytes.length;
        this.events.received(this.bytes);
        break;
      case 'error':
        throw Object.assign(new Error(), { data: part.answer });
      case 'end':
        this.proof = part.end;
    }
  }

  /** @throws when the file is not what the trace server says that it sent */
  end(): ExportEnd {
    if (!this.proof) {
      throw brokenOff(this.bytes);
    }
    if (this.proof.bytes !== this.bytes || this.proof.sha256 !== hexOf(this.hash.digest())) {
      throw new Error(t('export.changed', 'The file’s bytes were changed on the way to the browser. Export again.'));
    }
    return this.proof;
  }
}

/** As Grafana's backendSrv rejects, so that one place knows what to say. */
async function refusal(answer: Response): Promise<Error> {
  const text = await answer.text();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  return Object.assign(new Error(answer.statusText), { status: answer.status, data });
}

function brokenOff(bytes: number): Error {
  return bytes === 0
    ? new Error(t('export.no-answer', 'Grafana gave no export for an answer. Look into its log.'))
    : new Error(t('export.broken-off', 'The connection to Grafana broke off before the file was whole. Export again.'));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
