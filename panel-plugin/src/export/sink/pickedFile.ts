import { writableSink, type FileSink } from './fileSink';

/** Of the File System Access API what TypeScript's own types lack. */
interface PickingWindow {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<PickedHandle>;
}

type PickedHandle = FileSystemFileHandle & { remove?: () => Promise<void> };

/** Whether the browser lets its user choose a file that is then written as the bytes come. */
export function canPickFile(): boolean {
  return typeof (window as PickingWindow).showSaveFilePicker === 'function';
}

/** The user closed the dialog of the browser. */
export class NotPicked extends Error {}

/**
 * Lets the user choose where to save. Must be called while a click is handled. The file gets its bytes when it is
 * committed: until then they are in a file of the browser's own.
 * @throws NotPicked
 */
export async function pickFile(fileName: string): Promise<FileSink> {
  let handle: PickedHandle | undefined;
  try {
    handle = await (window as PickingWindow).showSaveFilePicker?.({ suggestedName: fileName });
  } catch (error) {
    throw isNamed(error, 'AbortError') ? new NotPicked() : error;
  }
  if (!handle) {
    throw new NotPicked();
  }
  return sinkOf(handle);
}

async function sinkOf(handle: PickedHandle): Promise<FileSink> {
  return writableSink(await handle.createWritable(), { removed: () => removeIfEmpty(handle) });
}

/** Choosing a name makes an empty file at once, which nobody needs when nothing comes into it. */
async function removeIfEmpty(handle: PickedHandle): Promise<void> {
  const file = await handle.getFile();
  if (file.size === 0) {
    await handle.remove?.();
  }
}

/** Frames of other sites may not ask for a file. */
export function isPickingForbidden(error: unknown): boolean {
  return isNamed(error, 'SecurityError') || isNamed(error, 'NotAllowedError');
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
