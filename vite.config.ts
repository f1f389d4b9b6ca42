import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { buildModeOf, devHeaders, securityHeaders } from './tools/csp.ts';
import { chunkGroups, isPlanned } from './tools/vite/chunk-groups.ts';
import { chunkModules } from './tools/vite/chunk-modules.ts';
import { deployment } from './tools/vite/deployment.ts';
import { examplesOnly } from './tools/vite/examples-only.ts';
import { inlineTokens } from './tools/vite/inline-tokens.ts';
import { libraryParts } from './tools/vite/library-parts.ts';
import { metaPolicy } from './tools/vite/meta-policy.ts';
import { minified } from './tools/vite/minified.ts';
import { noCycles } from './tools/vite/no-cycles.ts';
import { notesApart } from './tools/vite/notes-apart.ts';
import { oneWorkerSource } from './tools/vite/one-worker-source.ts';
import { reactExports } from './tools/vite/react-exports.ts';
import { readsOnly } from './tools/vite/reads-only.ts';
import { stylesApart } from './tools/vite/styles/styles-apart.ts';
import { usedVariants } from './tools/vite/used-variants.ts';
import { workerFile } from './tools/vite/worker-file.ts';

/** Where each build goes. */
const folders = { live: 'dist', demo: 'dist-demo' } as const;

/**
 * Two builds of one source: live (`dist/`); with `--mode demo`, the demo with the simulated Azure as a lazy
 * chunk (`dist-demo/`).
 * `__DEMO__` is the only difference the source sees.
 */
export default defineConfig(({ mode }) => {
  const build = buildModeOf(mode);
  return {
    plugins: [
      react(),
      reactExports(),
      libraryParts(),
      chunkModules(),
      ...(isPlanned ? [noCycles()] : []),
      examplesOnly(),
      readsOnly(),
      usedVariants(),
      minified(),
      stylesApart(import.meta.dirname),
      inlineTokens(),
      metaPolicy(build),
      deployment(build),
      // What is deployed says nothing of its sources; the demo's tests find its files by them.
      ...(build === 'live' ? [notesApart()] : [workerFile(), oneWorkerSource()]),
    ],
    define: {
      __DEMO__: JSON.stringify(build !== 'live'),
    },
    build: {
      outDir: folders[build],
      target: 'baseline-widely-available',
      manifest: true,
      // Chunks as text only: no inline script, so the policy needs no exception.
      modulePreload: { polyfill: false },
      // Nothing becomes a data: URL by size; what is inline is inline by choice.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        // Sign-in comes back to a page of its own; the demo signs nobody in.
        input: build === 'live' ? ['index.html', 'redirect.html'] : ['index.html'],
        output: {
          codeSplitting: { groups: chunkGroups },
          // Each import names a file: a name in words costs 8 kB in all.
          // Both are done by minified().
          minify: false,
          minifyInternalExports: false,
          chunkFileNames: 'assets/[hash:7].js',
          entryFileNames: 'assets/[hash:7].js',
        },
        // A plan starts from what the pages share, not from what the bundler makes of it.
        experimental: { chunkOptimization: isPlanned },
      },
    },
    server: { headers: devHeaders(), port: 5173 },
    // Vite answers every other address with the page, also ids with dots and semicolons (tried).
    preview: { headers: securityHeaders(build), port: 4173 },
    test: {
      environment: 'node',
      include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
      // They need a Firefox; vitest.firefox.config.ts runs them.
      exclude: ['tools/firefox/**'],
      globalSetup: ['tools/test/unit-setup.ts'],
      setupFiles: ['tools/test/property-seed.ts', 'tools/test/test-page.ts'],
      passWithNoTests: false,
      // Files share the modules of their worker: loading them anew for each cost a third of the time.
      isolate: false,
      pool: 'threads',
      // Vitest would leave one core free, which on two cores is half of the machine.
      maxWorkers: '100%',
      // No test is about speed: this only ends one that hangs.
      testTimeout: 120_000,
      // Written where the test runner looks for it; see tools/test/vitest-report.ts.
      outputFile: { json: '.cache/vitest.json' },
    },
  };
});
