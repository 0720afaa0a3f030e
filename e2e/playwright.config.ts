import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig } from '@playwright/test';

const INSTALLED_CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// Without an installed one, Playwright takes the one that it installed itself.
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? INSTALLED_CHROMIUMS.find((path) => existsSync(path));

const credentials = {
  user: process.env.GRAFANA_USER ?? 'admin',
  password: process.env.GRAFANA_PASSWORD ?? 'admin',
};
const authentication = join(dirname(createRequire(import.meta.url).resolve('@grafana/plugin-e2e')), 'auth');

/** Journeys through a real Grafana at GRAFANA_URL, provisioned with this repository's files. See docs/workbench.md. */
export default defineConfig<PluginOptions>({
  testDir: './journeys',
  outputDir: './test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }]],
  use: {
    baseURL: process.env.GRAFANA_URL ?? '',
    provisioningRootDir: join(import.meta.dirname, '..', 'provisioning'),
    grafanaAPICredentials: credentials,
    user: credentials,
    viewport: { width: 1440, height: 1200 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] },
  },
  projects: [
    { name: 'log in', testDir: authentication, testMatch: [/.*\.js/] },
    {
      name: 'grafana',
      use: { storageState: join('playwright', '.auth', `${credentials.user}.json`) },
      dependencies: ['log in'],
    },
  ],
});
