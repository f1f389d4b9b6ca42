import { availableParallelism } from 'node:os';

import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

import { testBrowserArgs, testBrowserPath } from './tools/chromium.ts';

/** Tests of Vitest, by what runs them: `npx vitest run --project unit`. */
export default defineConfig({
  // Tests see the live build, where nothing is simulated.
  define: { __DEMO__: 'false' },
  test: {
    passWithNoTests: false,
    // Vitest would leave one core free, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          // They need a Firefox.
          exclude: ['tools/test/firefox.test.ts'],
          setupFiles: ['tools/test/test-page.ts'],
          // Files share the modules of their worker: loading them anew for each cost a third of the time.
          isolate: false,
          pool: 'threads',
          // Some tests wait for a program or for real time: one more than there are cores takes a sixth off the time.
          maxWorkers: availableParallelism() + 1,
          // No test is about speed: this only ends one that hangs.
          testTimeout: 120_000,
        },
      },
      {
        // A component alone, in the browser: a test in TSX draws.
        extends: true,
        // Packages are looked for before the first test, in each run: what is found later loads the page anew.
        optimizeDeps: { entries: ['src/**/*.test.tsx', 'src/ui/testing-setup.ts'], force: true },
        test: {
          name: 'components',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/ui/testing-setup.ts'],
          // Files share one page, as they share its modules.
          isolate: false,
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: testBrowserPath(), args: [...testBrowserArgs] },
              contextOptions: { locale: 'en-GB', timezoneId: 'UTC' },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 720 } }],
          },
        },
      },
      {
        // Where there is a Firefox, `npm run matrix` runs them.
        extends: true,
        test: {
          name: 'firefox',
          environment: 'node',
          include: ['tools/test/firefox.test.ts'],
          // One Firefox at a time uses all cores.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
