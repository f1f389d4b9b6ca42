import { availableParallelism } from 'node:os';

import { defineConfig } from 'playwright/test';

import { SET } from './e2e/set.ts';
import { testBrowserArgs, testBrowserPath } from './tools/chromium.ts';
import { RACES } from './tools/test/browser-reporter.ts';
import { testedBuild } from './tools/test/tested-build.ts';

// Playwright has read it by now. Its workers get FORCE_COLOR, and Node would warn in each of them that there are both.
delete process.env['NO_COLOR'];

const tested = testedBuild(process.env);
/** What only the live build shows has a folder of its own, and what takes pictures of the screens has one, too. */
const own = { demo: 'e2e', live: 'e2e/live' } as const;

const elsewhere = tested.mode === 'demo' ? [`**/${own.live}/**`, '**/e2e/pictures/**'] : [];

export default defineConfig({
  // `npm test` compares its rows with the tests that there are.
  metadata: { set: SET },
  testDir: own[tested.mode],
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  // What looks at a screen in eleven windows takes a busy machine long; what hangs still ends.
  timeout: 240_000,
  // A page's first load takes a busy machine longer than Playwright's five seconds.
  expect: { timeout: 15_000 },
  workers: availableParallelism(),
  reporter: 'line',
  // Builds what is tested when its sources have changed, and serves a demo.
  globalSetup: './tools/test/global-setup.ts',
  use: {
    browserName: 'chromium',
    baseURL: `http://localhost:${tested.port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A slip is told in half a minute, on a busy machine too.
    actionTimeout: 20_000,
    navigationTimeout: 60_000,
    // A trace costs a third of the time; `playwright test --trace on` makes one when it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: testBrowserPath(),
      args: [...testBrowserArgs],
    },
  },
  projects: [
    { name: 'races', testMatch: RACES, retries: 0 },
    // `npm test` names what passed only the second time, and fails above three of them. A named file fails at once.
    {
      name: 'rest',
      testIgnore: [RACES, ...elsewhere],
      retries: Number(process.env['E2E_RETRIES'] ?? 0),
    },
  ],
});
