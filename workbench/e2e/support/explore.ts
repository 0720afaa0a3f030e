import { type Locator, type Page, expect } from '@playwright/test';
import { exploreUrl } from '../../src/explore/exploreUrl';
import type { Range } from '../fixture/times';

/** A query of the provisioned data source. */
export interface Query {
  queryType: string;
  [property: string]: unknown;
}

/** The address of Explore with a query, or with none. */
export function exploreWith({ from, to }: Range, ...queries: Query[]): string {
  return exploreUrl({
    datasource: 'modeltrace',
    queries: queries.map((query, index) => ({ refId: 'ABC'.charAt(index), schemaVersion: 2, ...query })),
    range: { from: String(from.getTime()), to: String(to.getTime()) },
  });
}

export const results = (page: Page): Locator => page.getByRole('region', { name: 'Results' });

/** Chooses an option of a combobox by mouse. */
export async function choose(box: Locator, option: string): Promise<void> {
  await box.click();
  await box.page().getByRole('option', { name: option }).first().click();
}

/** Types into the text view of the condition, in place of what is there. */
export async function typeCondition(page: Page, text: string): Promise<void> {
  const editor = page.getByTestId('modeltrace-condition-text');
  await expect(editor.locator('.monaco-editor').first()).toBeVisible();
  await editor.locator('.view-lines').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text, { delay: 20 });
}

export const viewOfCondition = (page: Page, view: 'Builder' | 'Text'): Locator =>
  page.getByRole('radiogroup', { name: 'View of the condition' }).getByRole('radio', { name: view });
