import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { DAYS, inUrl } from './fixture/times';
import { SEARCHED } from './fixture/traces';
import { panel } from './support/dashboard';
import { expect, test } from './support/test';

const TRACES = `/d/modeltrace-traces?${inUrl(DAYS)}&var-model=$__all`;

/** What became of a file that a stand-in for the browser's own dialog gave. */
interface PickedFile {
  name: string;
  text: string;
  state: 'open' | 'saved' | 'given up';
}

/** No browser without a window shows its dialog for files: this answers in its place. */
async function pickFiles(page: Page): Promise<() => Promise<PickedFile[]>> {
  await page.addInitScript(() => {
    const files: PickedFile[] = [];
    const showSaveFilePicker = ({ suggestedName }: { suggestedName: string }) => {
      const file: PickedFile = { name: suggestedName, text: '', state: 'open' };
      files.push(file);
      const end = (state: PickedFile['state']) => () => {
        file.state = state;
        return Promise.resolve();
      };
      const write = (bytes: Uint8Array) => {
        file.text += new TextDecoder().decode(bytes);
        return Promise.resolve();
      };
      const createWritable = () => Promise.resolve({ write, close: end('saved'), abort: end('given up') });
      return Promise.resolve({ createWritable, getFile: () => Promise.resolve({ size: 1 }) });
    };
    Object.assign(window, { showSaveFilePicker, pickedFiles: files });
  });
  return () => page.evaluate(() => (window as unknown as { pickedFiles: PickedFile[] }).pickedFiles);
}

/** Without the browser's dialog, as in Firefox and Safari. */
async function forgetPicker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
}

/** Opens the dialog, and resolves when it says how many traces there are. */
async function openDialog(page: Page): Promise<{ dialog: Locator; rows: string }> {
  await page.goto(TRACES);
  await panel(page, 'Traces')
    .getByRole('button', { name: /^Export/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Export traces' });
  const rows = dialog.getByText(/^[\d,]+ rows$/);
  await expect(rows).toBeVisible();
  return { dialog, rows: await rows.innerText() };
}

test('everything that matches is written into the file that was chosen', async ({ page }) => {
  const picked = await pickFiles(page);
  const { dialog, rows } = await openDialog(page);
  await dialog.getByRole('button', { name: 'Start export' }).click();
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText(`Saved: ${rows}`);
  const [file] = await picked();
  expect([file?.name, file?.state]).toEqual(['traces_data.csv', 'saved']);
  expect(file?.text).toContain('"Request ID"');
  expect(file?.text).toContain(SEARCHED.requestId);
});

test('a browser without a dialog for files downloads the whole file', async ({ page }) => {
  await forgetPicker(page);
  const { dialog, rows } = await openDialog(page);
  await dialog.getByRole('radio', { name: /^JSON Lines/ }).check({ force: true });
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Start export' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('traces_data.jsonl');
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  expect(`${lines.length.toLocaleString('en-US')} rows`).toBe(rows);
  expect(lines.map((line) => (JSON.parse(line) as { request_id: string }).request_id)).toContain(SEARCHED.requestId);
});

test('an answer that ends before its end leaves no file, and says so', async ({ page }) => {
  const picked = await pickFiles(page);
  // A beginning and data, and then the end of the answer, as Grafana ends one whose plugin failed.
  const begin = '{"rowsTotal":2}';
  const body = Buffer.concat([
    Buffer.from([0x62, 0, 0, 0, begin.length]),
    Buffer.from(begin),
    Buffer.from([0x64, 0, 0, 0, 3]),
    Buffer.from('a\r\n'),
  ]);
  await page.route('**/resources/export?*', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body }),
  );
  const { dialog } = await openDialog(page);
  await dialog.getByRole('button', { name: 'Start export' }).click();
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText('no file was saved');
  const [file] = await picked();
  expect(file?.state).toBe('given up');
});

test('an export can be cancelled, goes on while its dialog is closed, and another one goes on beside it', async ({
  page,
}) => {
  const picked = await pickFiles(page);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  let calls = 0;
  await page.route('**/resources/export?*', async (route) => {
    calls += 1;
    if (calls === 1) {
      await held;
    }
    await route.continue().catch(() => undefined);
  });
  const { dialog, rows } = await openDialog(page);
  const list = dialog.getByRole('list', { name: 'Exports' });
  await dialog.getByRole('button', { name: 'Start export' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Start export' }).click();
  await expect(list).toContainText(`Saved: ${rows}`);
  await page.keyboard.press('Escape');
  const button = panel(page, 'Traces').getByRole('button', { name: /^Export/ });
  await expect(button).toContainText('under way');
  await button.click();
  await list.getByRole('button', { name: /^Cancel the export/ }).click();
  await expect(list).toContainText('Cancelled. No file was saved.');
  answer();
  expect((await picked()).map(({ state }) => state)).toEqual(['given up', 'saved']);
});
