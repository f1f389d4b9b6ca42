import { availableParallelism } from 'node:os';

import { defineConfig } from 'playwright/test';

import { chromiumPath } from './tools/chromium.ts';

/** The build that is tested, and where it is served. Two runs beside each other need two of each. */
const build = process.env['E2E_BUILD'] ?? 'dist-demo';
const port = Number(process.env['E2E_PORT'] ?? '4199');
const address = `http://localhost:${port}`;

/** Only this machine answers: whatever else the page asks for is an error, never a request. */
const noOtherHost = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: availableParallelism(),
  reporter: [['line'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace costs a third of the time; `playwright test --trace on` makes one when it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-default-apps',
        '--disable-sync',
        '--no-first-run',
        `--host-resolver-rules=${noOtherHost}`,
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --mode demo --outDir ${build} --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});
