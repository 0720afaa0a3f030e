import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { type Variant, baseUrlOf } from './e2e/support/baseUrls';

const INSTALLED_CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// Without an installed one, Playwright takes the one that it installed itself.
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? INSTALLED_CHROMIUMS.find((path) => existsSync(path));

export default defineConfig<{ variant: Variant }>({
  testDir: './e2e',
  outputDir: './test-results',
  globalSetup: './e2e/support/globalSetup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }]],
  use: {
    viewport: { width: 1440, height: 1000 },
    timezoneId: 'UTC',
    locale: 'en-US',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The same bundles and the same tests, on the two versions of React that Grafana 12.4 to 13.2 run on.
  projects: [
    { name: 'react-19', use: { variant: 'react-19', baseURL: baseUrlOf('react-19') } },
    { name: 'react-18', use: { variant: 'react-18', baseURL: baseUrlOf('react-18') } },
  ],
});
