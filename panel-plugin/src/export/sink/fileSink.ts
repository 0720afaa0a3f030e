/** Where the bytes of a file go. Until `commit` there is no file that anybody could take for one. */
export interface FileSink {
  /** Resolves when more can be taken. */
  write(bytes: Uint8Array): Promise<void>;
  /** Makes the file be there, whole, under its name. */
  commit(): Promise<void>;
  /** Leaves nothing behind. Never fails. */
  abort(): Promise<void>;
}

/** A writable file of the browser: its bytes are in a place of their own until it is closed. */
interface WritableFile {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Bytes as browsers' files take them: those of an answer are never shared with another thread. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}

/**
 * A file of the browser as a sink.
 * @param committed called when all is in the file
 * @param removed called when there is to be no file
 */
export function writableSink(
  file: WritableFile,
  { committed, removed }: { committed?: () => Promise<void>; removed: () => Promise<void> }
): FileSink {
  return {
    write: (bytes) => file.write(ownBytes(bytes)),
    commit: async () => {
      await file.close();
      await committed?.();
    },
    abort: async () => {
      await quietly(() => file.abort());
      await quietly(removed);
    },
  };
}

/** What cannot be tidied up is no reason to say that the export failed for another reason. */
async function quietly(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch {
    // Nothing can be done about it, and no file looks whole.
  }
}
