import { createHash } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { DAYS, inUrl } from './fixture/times';
import { SEARCHED } from './fixture/traces';
import { panel } from './support/dashboard';
import { chooseRealFiles } from './support/savedFiles';
import { expect, test } from './support/test';

const TRACES = `/d/modeltrace-traces?${inUrl(DAYS)}&var-model=$__all`;
const NAME = 'traces_data.jsonl';

interface Started {
  dialog: Locator;
  /** What the dialog says how many there are. */
  rows: string;
}

/** Begins an export of JSON Lines. */
async function begin(page: Page): Promise<Started> {
  await page.goto(TRACES);
  await panel(page, 'Traces')
    .getByRole('button', { name: /^Export/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Export traces' });
  await dialog.getByRole('radio', { name: /^JSON Lines/ }).check({ force: true });
  const rows = dialog.getByText(/^[\d,]+ rows$/);
  await expect(rows).toBeVisible();
  const started = { dialog, rows: await rows.innerText() };
  await dialog.getByRole('button', { name: 'Start export' }).click();
  return started;
}

/** The beginning of an answer and of its file, without an end. */
function brokenAnswer(): Buffer {
  const part = (kind: string, content: string) => {
    const head = Buffer.alloc(5);
    head.write(kind);
    head.writeUInt32BE(Buffer.byteLength(content), 1);
    return Buffer.concat([head, Buffer.from(content)]);
  };
  return Buffer.concat([part('b', '{"rowsTotal":2}'), part('d', '{"request_id":"a"}\n')]);
}

test('a chosen file of the browser has every row, byte for byte as the trace server proved it', async ({ page }) => {
  const files = await chooseRealFiles(page);
  let sent: Buffer = Buffer.alloc(0);
  await page.route('**/resources/export?*', async (route) => {
    const answer = await route.fetch();
    sent = await answer.body();
    await route.fulfill({ response: answer });
  });
  const { dialog, rows } = await begin(page);
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText(`Saved: ${rows}`);
  const { [NAME]: file, ...others } = await files();
  expect(Object.keys(others)).toEqual([]);
  const lines = (file?.text ?? '').trimEnd().split('\n');
  expect(`${lines.length.toLocaleString('en-US')} rows`).toBe(rows);
  expect(lines.map((line) => (JSON.parse(line) as { request_id: string }).request_id)).toContain(SEARCHED.requestId);
  // The last part of the answer is the trace server's own proof.
  const proof = /\{"bytes":(\d+).*"sha256":"([0-9a-f]{64})"/.exec(sent.subarray(-1000).toString('latin1'));
  expect([file?.bytes, file?.sha256]).toEqual([Number(proof?.[1]), proof?.[2]]);
  expect(file?.sha256).toBe(
    createHash('sha256')
      .update(file?.text ?? '')
      .digest('hex'),
  );
});

test('an export that is cancelled leaves no file that looks whole', async ({ page }) => {
  const files = await chooseRealFiles(page);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/resources/export?*', async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  const { dialog } = await begin(page);
  const list = dialog.getByRole('list', { name: 'Exports' });
  await list.getByRole('button', { name: /^Cancel the export/ }).click();
  await expect(list).toContainText('Cancelled. No file was saved.');
  answer();
  expect(await files()).toEqual({});
});

test('an export that fails after its first rows leaves no file', async ({ page }) => {
  const files = await chooseRealFiles(page);
  await page.route('**/resources/export?*', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: brokenAnswer() }),
  );
  const { dialog } = await begin(page);
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText('no file was saved');
  expect(await files()).toEqual({});
});

test('a file that is replaced stays as it was until the new one is whole', async ({ page }) => {
  const files = await chooseRealFiles(page);
  const { dialog } = await begin(page);
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText('Saved:');
  const before = await files();
  await page.route('**/resources/export?*', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: brokenAnswer() }),
  );
  await dialog.getByRole('button', { name: 'Start export' }).click();
  await expect(dialog.getByRole('list', { name: 'Exports' })).toContainText('no file was saved');
  expect(await files()).toEqual(before);
});
