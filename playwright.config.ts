import { availableParallelism } from 'node:os';

import { defineConfig } from 'playwright/test';

import { testBrowserPath } from './tools/chromium.ts';
import { testedBuild } from './tools/test/tested-build.ts';

/** Only this machine answers: whatever else the page asks for is an error, never a request. */
const noOtherHost = 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

const tested = testedBuild(process.env);
/** What only the live build shows has a folder of its own. */
const own = { demo: 'e2e', live: 'e2e/live' } as const;

export default defineConfig({
  testDir: own[tested.mode],
  testIgnore: tested.mode === 'demo' ? [`**/${own.live}/**`] : [],
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  // What reads a whole screen after every key takes a busy machine long; what hangs still ends.
  timeout: 60_000,
  // A test that fails is run once more by `npm test` alone, which says so (tools/test/unsteady.ts).
  retries: 0,
  workers: availableParallelism(),
  reporter: [['line'], ['json', { outputFile: '.cache/playwright.json' }]],
  // Builds what is tested when its sources have changed, and serves a demo.
  globalSetup: './tools/test/global-setup.ts',
  use: {
    baseURL: `http://localhost:${tested.port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace costs a third of the time; `playwright test --trace on` makes one when it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: testBrowserPath(),
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
});
