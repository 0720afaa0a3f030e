import { chooseSink, bestSink } from './chooseSink';
import { memoryFile } from './memoryFile';
import { NotPicked, pickFile } from './pickedFile';

const bytes = (text: string) => new TextEncoder().encode(text);

interface Saved {
  name: string;
  size: number;
}

let saved: Saved[];
const picking = window as { showSaveFilePicker?: unknown };

beforeEach(() => {
  saved = [];
  let latest = 0;
  URL.createObjectURL = (blob: Blob) => {
    latest = blob.size;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, size: latest });
  });
});

afterEach(() => {
  delete picking.showSaveFilePicker;
  jest.restoreAllMocks();
});

/** A file of the browser's dialog, with what happened to it. */
function pickable(size = 0) {
  const happened: string[] = [];
  const note = (what: string) => () => {
    happened.push(what);
    return Promise.resolve();
  };
  const handle = {
    createWritable: () => Promise.resolve({ write: note('write'), close: note('close'), abort: note('abort') }),
    getFile: () => Promise.resolve({ size }),
    remove: note('remove'),
  };
  picking.showSaveFilePicker = () => Promise.resolve(handle);
  return happened;
}

describe('a file that the user chose', () => {
  it('is closed, which is when it appears, only at the end', async () => {
    const happened = pickable();
    const file = await pickFile('a.csv');
    await file.write(bytes('x'));
    expect(happened).toEqual(['write']);
    await file.commit();
    expect(happened).toEqual(['write', 'close']);
  });

  it('is never closed when the export fails, and the empty file of its name goes away', async () => {
    const happened = pickable();
    const file = await pickFile('a.csv');
    await file.write(bytes('x'));
    await file.abort();
    expect(happened).toEqual(['write', 'abort', 'remove']);
  });

  it('that the user did not choose begins nothing', async () => {
    picking.showSaveFilePicker = () => Promise.reject(new DOMException('closed', 'AbortError'));
    await expect(chooseSink('a.csv')).rejects.toBeInstanceOf(NotPicked);
    expect(saved).toEqual([]);
  });

  it('is put together in memory where the browser forbids its dialog', async () => {
    picking.showSaveFilePicker = () => Promise.reject(new DOMException('cross origin', 'SecurityError'));
    const file = await chooseSink('a.csv');
    await file.write(bytes('abc'));
    await file.commit();
    expect(saved).toEqual([{ name: 'a.csv', size: 3 }]);
  });
});

describe('a file in memory', () => {
  it('is downloaded under its name, whole, at the end only', async () => {
    expect(bestSink()).toBe('memory');
    const file = memoryFile('a.csv');
    await file.write(bytes('abc'));
    await file.write(new Uint8Array(9_000_000));
    await file.write(bytes('d'));
    expect(saved).toEqual([]);
    await file.commit();
    expect(saved).toEqual([{ name: 'a.csv', size: 9_000_004 }]);
  });

  it('that would be too large fails in words and is not cut', async () => {
    const file = memoryFile('a.csv', 1024 * 1024);
    await file.write(new Uint8Array(1024 * 1024));
    await expect(file.write(bytes('x'))).rejects.toThrow('larger than 1 MB');
    await file.abort();
    expect(saved).toEqual([]);
  });
});
