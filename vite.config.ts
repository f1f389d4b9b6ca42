import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { buildModeOf, devHeaders, securityHeaders } from './tools/csp.ts';
import { deployment } from './tools/vite/deployment.ts';
import { simulatedAzure } from './tools/vite/simulated-azure.ts';

/**
 * Two builds of one source: live (`dist/`) and, with `--mode demo`, the demo with the simulated Azure as a lazy part
 * (`dist-demo/`); `deployment` names the folders. `__DEMO__` is the only difference that the source sees.
 */
export default defineConfig(({ mode }) => {
  const build = buildModeOf(mode);
  return {
    plugins: [react(), deployment(build), build === 'demo' && simulatedAzure()],
    define: { __DEMO__: JSON.stringify(build === 'demo') },
    build: {
      target: 'baseline-widely-available',
      manifest: true,
      // No inline script and no data: URL by size, so that the policy needs no exception.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // `npm run size` judges by what a person waits for; a warning at the first start would only worry.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        // Sign-in comes back to a page of its own; the demo signs nobody in.
        input: build === 'live' ? ['index.html', 'redirect.html'] : ['index.html'],
        output: {
          // What every visit loads is in few files, and so is what many pages share; the rest is the bundler's choice. The
          // simulated Azure reads of the model, too, and must not wait for pages.
          codeSplitting: {
            groups: [
              // Sign-in stays apart; the entries, too, or the manifest would name none.
              {
                name: 'libraries',
                tags: ['$initial'],
                test: /node_modules[\\/](?!@azure[\\/]msal-)/,
              },
              {
                name: 'first',
                tags: ['$initial'],
                test: /[\\/]src[\\/](?!main\.tsx$|redirect\.ts$)/,
              },
              // The simulator shows it before the first answer, and would load all that shares a file with it.
              { name: 'first', test: /[\\/]svg[\\/]dismiss\.js$/ },
              // The simulator reads of it, too, and would load all that shares a file with it.
              { name: 'model', test: /[\\/]src[\\/]model[\\/]/ },
              // The card of the first visit comes after it, and so does what an issue of Azure leaves possible.
              {
                name: 'overview',
                test: /[\\/]src[\\/]pages[\\/]overview[\\/](?!FirstVisit|IssueNotice)/,
              },
              {
                name: 'shared',
                minShareCount: 16,
                test: /[\\/](?:node_modules|src[\\/](?!mocks|model))/,
              },
            ],
          },
          // What is deployed says nothing of its sources, not even by the names of files.
          chunkFileNames: 'assets/[hash].js',
          entryFileNames: 'assets/[hash].js',
        },
      },
    },
    server: { headers: devHeaders(), port: 5173 },
    // Vite answers every other address with the page, also ids with dots and semicolons (tried).
    preview: { headers: securityHeaders(build), port: 4173 },
  };
});
