import { join } from 'node:path';
import { type Page, test as base, expect } from '@playwright/test';
import type { Variant } from './baseUrls';
import { places } from './places';

interface Fixtures {
  /** What went wrong in the page so far. A test that expects some of it takes it out. */
  troubles: string[];
  variant: Variant;
  /** Keeps a picture of what is in view under artifacts/screenshots. */
  picture: (name: string) => Promise<void>;
}

/** Playwright's test, failed by any page error, console error, request to another origin or answer of 400 and above. */
export const test = base.extend<Fixtures>({
  troubles: [
    async ({ page, baseURL }, use) => {
      const troubles: string[] = [];
      watch(page, new URL(baseURL ?? '').origin, troubles);
      await use(troubles);
      expect(troubles, 'page errors, console errors, foreign requests and failed answers').toEqual([]);
    },
    { auto: true },
  ],
  variant: ['react-19', { option: true }],
  picture: async ({ page, variant }, use) => {
    await use(async (name) => {
      await page.mouse.move(0, 0);
      const path = join(places.screenshots, `${name}-${variant}.png`);
      await page.screenshot({ path, animations: 'disabled' });
    });
  },
});

function watch(page: Page, origin: string, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) {
      troubles.push(`foreign request: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) {
      troubles.push(`answer ${response.status()}: ${response.url()}`);
    }
  });
}

export { expect };
