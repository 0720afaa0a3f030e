import type { FileSink } from './fileSink';
import { memoryFile } from './memoryFile';
import { canPickFile, isPickingForbidden, pickFile } from './pickedFile';
import { canWriteTemporaryFile, temporaryFile } from './temporaryFile';

/**
 * How a file is saved here: `picked` where the user chooses a file that is written as the bytes come; `temporary` when
 * they go to a private file of the browser first; `memory` when they are put together in the page.
 */
export type SinkKind = 'picked' | 'temporary' | 'memory';

/** The best way that this browser has. */
export function bestSink(): SinkKind {
  if (canPickFile()) {
    return 'picked';
  }
  return canWriteTemporaryFile() ? 'temporary' : 'memory';
}

/**
 * A sink of the best kind that works; a browser may offer what it then refuses, as in private windows. Must be called
 * while a click is handled.
 * @throws NotPicked
 */
export async function chooseSink(fileName: string): Promise<FileSink> {
  if (canPickFile()) {
    try {
      return await pickFile(fileName);
    } catch (error) {
      if (!isPickingForbidden(error)) {
        throw error;
      }
    }
  }
  if (canWriteTemporaryFile()) {
    try {
      return await temporaryFile(fileName);
    } catch {
      // Firefox has no private files in private windows.
    }
  }
  return memoryFile(fileName);
}
