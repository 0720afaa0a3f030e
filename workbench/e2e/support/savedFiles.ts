import type { Page } from '@playwright/test';

/** A file of the browser as it is on its disk: only what was closed is in it. */
interface SavedFile {
  bytes: number;
  sha256: string;
  text: string;
}

/** Where the files lie among the browser's private ones. */
const FOLDER = 'chosen-files';

/**
 * Answers the browser's dialog for files, which tests cannot operate, with real files of the browser: they are written by
 * its own streams, whose bytes appear in the file only when it is closed.
 * @returns the files that are there, by name
 */
export async function chooseRealFiles(page: Page): Promise<() => Promise<Record<string, SavedFile>>> {
  await page.addInitScript((folderName) => {
    const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle(folderName, { create: true });
      return folder.getFileHandle(suggestedName, { create: true });
    };
    Object.assign(window, { showSaveFilePicker });
  }, FOLDER);
  return () => page.evaluate(readFiles, FOLDER);
}

/** Runs in the page. Browsers leave a file of their own beside one that is being written; it has another name. */
async function readFiles(folderName: string): Promise<Record<string, SavedFile>> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(folderName, { create: true });
  const found: Record<string, SavedFile> = {};
  const entries = (folder as unknown as { values: () => AsyncIterable<FileSystemHandle> }).values();
  for await (const entry of entries) {
    const content = await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer();
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', content))];
    found[entry.name] = {
      bytes: content.byteLength,
      sha256: digest.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      text: new TextDecoder().decode(content),
    };
  }
  return found;
}
