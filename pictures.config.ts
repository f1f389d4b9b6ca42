import { defineConfig } from 'playwright/test';

import tests from './playwright.config.ts';

/** Takes the pictures of the product: not a test, so no run of tests has it. */
export default defineConfig(tests, {
  testDir: 'e2e/pictures',
  outputDir: 'test-results/pictures-failed',
  globalSetup: './tools/test/global-setup.ts',
  projects: [{ name: 'pictures' }],
});
