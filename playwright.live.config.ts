import { defineConfig } from 'playwright/test';

/** The live build against the hosts that it names, all of them on this machine. */
export default defineConfig({
  testDir: 'e2e/live',
  outputDir: 'test-results/live',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  reporter: [['line']],
  use: { timezoneId: 'UTC', screenshot: 'only-on-failure' },
});
