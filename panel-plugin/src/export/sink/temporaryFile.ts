import { writableSink, type FileSink } from './fileSink';
import { saveBlob } from './saveBlob';

/** Folder of the browser's private files for this site. */
const FOLDER = 'modeltrace-traces-panel-exports';
/** A download copies the file for as long as this at most; what is older was left by a page that is gone. */
const LEFT_BEHIND_MS = 6 * 60 * 60 * 1000;

/** A folder, with what TypeScript's types of it lack. */
type ListedFolder = FileSystemDirectoryHandle & { keys: () => AsyncIterable<string> };

/** Whether the browser has private files that can be written while the bytes come. Only over https and on localhost. */
export function canWriteTemporaryFile(): boolean {
  const storage = navigator.storage as StorageManager | undefined;
  return (
    typeof storage?.getDirectory === 'function' &&
    typeof FileSystemFileHandle === 'function' &&
    'createWritable' in FileSystemFileHandle.prototype
  );
}

/** Bytes that the site may still store; undefined when the browser does not say. */
export async function freeBytes(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined ? undefined : quota - (usage ?? 0);
  } catch {
    return undefined;
  }
}

/** A private file of the browser, which becomes a download when it is whole. Memory does not grow with it. */
export async function temporaryFile(fileName: string): Promise<FileSink> {
  const root = await navigator.storage.getDirectory();
  const folder = (await root.getDirectoryHandle(FOLDER, { create: true })) as ListedFolder;
  await removeLeftBehind(folder);
  const name = `${Date.now().toString()}-${Math.random().toString(36).slice(2)}`;
  const handle = await folder.getFileHandle(name, { create: true });
  return writableSink(await handle.createWritable(), {
    committed: async () => {
      saveBlob(await handle.getFile(), fileName);
    },
    removed: () => folder.removeEntry(name),
  });
}

/** A page cannot tell when a download has ended, so files are removed by a later one. */
async function removeLeftBehind(folder: ListedFolder): Promise<void> {
  for await (const name of folder.keys()) {
    if (Date.now() - Number.parseInt(name, 10) > LEFT_BEHIND_MS) {
      await folder.removeEntry(name).catch(() => undefined);
    }
  }
}
