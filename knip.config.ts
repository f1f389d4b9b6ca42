import type { KnipConfig } from 'knip';

const everything: KnipConfig = {
  entry: [
    'tools/*.{ts,mjs}',
    'tools/test/{global-setup,browser-reporter,unit-reporter}.ts',
    'src/**/*.type-test.ts',
    'e2e/**/*.spec.ts',
    'playwright.config.ts',
    'pictures.config.ts',
  ],
  project: ['src/**/*.{ts,tsx}!', 'e2e/**/*.ts', 'tools/**/*.{ts,mjs}', '*.config.ts'],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // `commandFile` of tools/program.ts runs them by name.
  ignoreDependencies: ['oxfmt', 'oxlint', 'oxlint-tsgolint'],
};

/** What people run, in the browser or as a program: here a test or a tool of the project is no use. */
const production: KnipConfig = {
  entry: [
    'tools/{azure,conformance,csp,docs,rules}.ts!',
    // Nothing calls file recovery before there is a task for it.
    'src/api/recovery-services/files.ts!',
    // Not everything that can be written after a restore has a page that does it.
    'src/api/arm/operation.ts!',
    'src/api/compute/machine-writes.ts!',
    'src/api/network.ts!',
    'src/api/blobs.ts!',
    'src/model/machine-model.ts!',
  ],
  project: [
    'src/**/*.{ts,tsx}!',
    '!src/**/{testing*,*.type-test}.{ts,tsx}!',
    'tools/{azure,conformance,csp,docs}{.ts,/**/*.ts}!',
    'tools/{rules,case-file}.ts!',
    '!tools/*/testing*.ts!',
  ],
  // A test may look at a part of a file that only the file itself uses; types are no code that runs.
  ignoreExportsUsedInFile: true,
  exclude: ['types'],
};

const config = (options: { readonly production?: boolean }): KnipConfig =>
  options.production === true ? production : everything;

export default config;
