import { defineConfig } from 'vitest/config';

/** Tests in the system's Firefox. `npm run matrix` runs them where there is one. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tools/firefox/*.test.ts'],
    globalSetup: ['tools/firefox/setup.ts'],
    passWithNoTests: false,
    // One Firefox at a time uses all cores.
    fileParallelism: false,
    // No test is about speed: this only ends one that doesn't end by itself.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
