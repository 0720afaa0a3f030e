import { defineConfig } from '@playwright/test';
import { baseUrlOf } from './e2e/support/baseUrls';
import base from './playwright.config';

/** `npm run pictures`: takes the pictures of the documentation anew, of the built parts with the demonstration data. */
export default defineConfig({
  ...base,
  testDir: './pictures',
  globalSetup: './pictures/globalSetup.ts',
  workers: 1,
  timeout: 120_000,
  projects: [{ name: 'pictures', use: { ...base.use, baseURL: baseUrlOf('react-19') } }],
});
