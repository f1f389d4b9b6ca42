// The layers of this codebase as data; `house/layers` reads it. README.md shows the same as a map.
//
// A layer is the first entry whose pattern matches a file's path. `slice`: files of one layer in
// different folders (the pattern's first group) may not import each other. `may`: layers that may
// be imported; `type:` before a name allows types only, `lazy:` allows `import()` only.

/** @typedef {{ name: string, match: RegExp, slice?: boolean, may: string[] }} Layer */

const leaf = ['model', 'lib', 'lib/sample'];
const api = [
  'api/arm',
  'api/arm/resource-id',
  'api/arm/address',
  'api/wire',
  'api/group',
  'api/provider',
  'api/graph',
];
const mocks = ['mocks/world', 'mocks/time', 'mocks/faults', 'mocks/service', 'mocks/root'];
const wire = ['api/wire', 'api/arm/resource-id'];
const inWizard = ['top', 'azure-disks', 'draft', 'preflight', 'steps', 'submit', 'submitted'];
const wizard = inWizard.map((room) => `wizard/${room}`);

/** @type {Layer[]} */
export const layers = [
  // Which part of a generated matrix is run now: for tests of every kind.
  { name: 'lib/sample', match: /^src\/lib\/testing-sample\.ts$/, may: [] },
  { name: 'lib', match: /^src\/lib\//, may: ['lib/sample'] },
  // Instants are a branded type of src/lib.
  { name: 'model', match: /^src\/model\//, may: ['type:lib'] },
  { name: 'strings', match: /^src\/strings\//, may: ['type:model'] },
  { name: 'rules', match: /^src\/rules\//, may: ['model'] },
  { name: 'ui', match: /^src\/ui\//, may: ['strings', 'type:model', 'lib'] },

  {
    name: 'api/arm/resource-id',
    match: /^src\/api\/arm\/resource-id\./,
    may: ['api/arm', ...leaf],
  },
  { name: 'api/arm/address', match: /^src\/api\/arm\/address\./, may: [...api, ...leaf] },
  // Shapes that every group shares are shapes like any other.
  { name: 'api/wire', match: /^src\/api\/arm\/wire\.ts$/, may: leaf },
  { name: 'api/arm', match: /^src\/api\/arm\//, may: [...wire, 'api/arm/address', ...leaf] },
  { name: 'api/queries', match: /^src\/api\/queries\//, may: [...api, ...leaf] },
  // What holds our wire against Azure's own types: types alone, of all groups of a provider.
  {
    name: 'api/type-test',
    match: /^src\/api\/[^/]+\/[^/]+\.type-test\.ts$/,
    may: ['type:api/wire'],
  },
  // What all groups of one provider share, such as its api-version.
  { name: 'api/provider', match: /^src\/api\/([^/]+)\/[^/]+\.ts$/, slice: true, may: leaf },
  {
    name: 'api/wire',
    match: /^src\/api\/([^/]+\/[^/]+)\/wire[^/]*\.ts$/,
    slice: true,
    may: ['api/arm', 'api/arm/resource-id', ...leaf],
  },
  // One operation that lists for every group: no group could do without it.
  {
    name: 'api/graph',
    match: /^src\/api\/resource-graph\//,
    may: ['api/provider', 'api/arm', 'api/arm/address', 'api/wire', 'api/arm/resource-id', ...leaf],
  },
  {
    name: 'api/group',
    match: /^src\/api\/([^/]+\/[^/]+)\//,
    slice: true,
    may: ['api/provider', 'api/graph', 'api/arm', 'api/arm/address', ...wire, ...leaf],
  },

  // Events hold the plans of jobs and the faults that were set.
  {
    name: 'mocks/world',
    match: /^src\/mocks\/world\//,
    may: ['type:mocks/time', 'type:mocks/faults', ...wire, ...leaf],
  },
  { name: 'mocks/time', match: /^src\/mocks\/time\//, may: ['api/wire', 'lib'] },
  { name: 'mocks/faults', match: /^src\/mocks\/faults\//, may: ['api/wire', 'lib'] },
  {
    name: 'mocks/panel',
    match: /^src\/mocks\/panel\//,
    may: [...mocks, 'ui', 'strings', 'lib'],
  },
  { name: 'mocks/service', match: /^src\/mocks\/[^/]+\//, may: [...mocks, ...wire, ...leaf] },
  {
    name: 'mocks/root',
    match: /^src\/mocks\/[^/]+$/,
    may: [...mocks, 'lazy:mocks/panel', ...wire, ...leaf],
  },

  {
    name: 'wizard/steps',
    match: /^src\/wizard\/steps\/([^/]+)\//,
    slice: true,
    may: [
      'wizard/draft',
      'wizard/preflight',
      'api/queries',
      'api/arm/address',
      'rules',
      'ui',
      'strings',
      ...leaf,
    ],
  },
  // The restore of a managed disk: steps, reads and checks of its own.
  {
    name: 'wizard/azure-disks',
    match: /^src\/wizard\/azure-disks\//,
    may: [
      'wizard/draft',
      'wizard/submit',
      'api/queries',
      ...api,
      'rules',
      'ui',
      'strings',
      ...leaf,
    ],
  },
  // What is looked at once more before a restore: decided from the draft and what was read.
  {
    name: 'wizard/preflight',
    match: /^src\/wizard\/preflight\//,
    may: ['wizard/draft', 'rules', 'strings', 'type:ui', ...leaf],
  },
  {
    name: 'wizard/draft',
    match: /^src\/wizard\/draft\//,
    may: ['type:api/queries', 'rules', 'strings', 'type:ui', ...leaf],
  },
  {
    name: 'wizard/submit',
    match: /^src\/wizard\/submit\//,
    may: ['wizard/draft', ...api, 'api/queries', 'rules', ...leaf],
  },
  // Which restore fits what has happened: decided before there is a draft.
  {
    name: 'wizard/submitted',
    match: /^src\/wizard\/submitted\//,
    may: ['wizard/draft', 'wizard/submit', 'api/queries', 'ui', 'strings', ...leaf],
  },
  {
    name: 'wizard/ways',
    match: /^src\/wizard\/ways\//,
    may: ['wizard/draft', 'rules', 'strings', 'type:ui', ...leaf],
  },
  {
    name: 'wizard/top',
    match: /^src\/wizard\/[^/]+$/,
    may: [...wizard, 'api/queries', 'api/arm/address', 'rules', 'ui', 'strings', ...leaf],
  },

  {
    name: 'pages',
    match: /^src\/pages\/([^/]+)\//,
    slice: true,
    may: [
      'wizard/top',
      // What is left to do after the restore of a disk stands on the page of its job.
      'wizard/azure-disks',
      'wizard/ways',
      'api/queries',
      'api/arm/address',
      'rules',
      'ui',
      'strings',
      ...leaf,
    ],
  },
  {
    name: 'app',
    match: /^src\/app\//,
    may: ['pages', ...wizard, ...api, 'api/queries', 'ui', 'strings', ...leaf],
  },
  {
    name: 'main',
    match: /^src\/main\.tsx$/,
    may: ['app', ...api, 'lib', 'lazy:mocks/root', 'lazy:mocks/panel'],
  },
  // What the house measures about itself, and Vite's types.
  { name: 'house', match: /^src\/(house\.test|vite-env\.d)\.ts$/, may: [] },

  {
    name: 'e2e',
    match: /^e2e\//,
    may: ['type:mocks/world', 'type:mocks/faults', 'type:mocks/panel', 'lib/sample'],
  },
  {
    name: 'tools',
    match: /^tools\//,
    // Documents are generated from the rules, and from where the wizard has its facts; the ways into
    // the demo's wizard are found by its own drafts.
    may: [
      'rules',
      'wizard/draft',
      'wizard/submit',
      ...api,
      'api/queries',
      ...mocks,
      'mocks/panel',
      'strings',
      ...leaf,
    ],
  },
  { name: 'config', match: /^[^/]+\.config\.ts$/, may: ['tools'] },
];

/** What a test may import beyond what its folder may: the first entry that matches. */
export const testExtras = [
  // The model has instants, and only lib makes them.
  { match: /^src\/model\/.*\.test\.ts$/, may: ['lib'] },
  // Ways are tried on whole worlds, read as the wizard reads them.
  {
    match: /^src\/wizard\/ways\/.*\.test\.ts$/,
    may: [...mocks, ...wire, 'api/arm', 'wizard/submit'],
  },
  {
    // What the wizard reads is read as its hooks read it, over the client.
    match: /^src\/wizard\/[^/]+\.test\.ts$/,
    may: [...mocks, ...wire, 'api/arm'],
  },
  { match: /^src\/(api|wizard)\/.*(\.test\.tsx?|\/testing-tab\.ts)$/, may: [...mocks, ...wire] },
];

// Packages that only some files may name. The first entry that matches a package decides.

const anything = /^/;
const tests = /\.test\.tsx?$/;
const drawn = /^src\/(main\.tsx$|app\/|pages\/|wizard\/|ui\/|mocks\/panel\/)/;

/** @type {{ match: RegExp, only: RegExp[], why: string }[]} */
export const packages = [
  {
    match: /^node:/,
    only: [/^(tools|e2e)\//, /^[^/]+\.config\.ts$/, /^src\/mocks\/serve[^/]*\.ts$/, tests],
    why: 'a browser has no Node',
  },
  {
    match: /^msw(\/|$)/,
    only: [/^src\/mocks\/worker[^/]*\.ts$/],
    why: 'the simulator is a function; one adapter knows msw',
  },
  {
    match: /^(react|react-dom|@fluentui\/[^/]+)(\/|$)/,
    only: [drawn, /^src\/api\/queries\/.*\.tsx$/],
    why: 'only what draws knows React',
  },
  {
    match: /^@tanstack\/react-router$/,
    only: [/^src\/(app|pages|ui)\//, /^src\/wizard\/(steps\/|[^/]+$)/],
    why: 'only screens know addresses',
  },
  {
    match: /^@tanstack\/react-query$/,
    only: [
      /^src\/(main\.tsx$|app\/|pages\/|api\/queries\/)/,
      /^src\/wizard\/(azure-disks\/|steps\/|submit(ted)?\/|[^/]+$)/,
    ],
    why: 'server state reaches the rest as plain values',
  },
  {
    match: /^react-hook-form$|^@hookform\//,
    only: [/^src\/(wizard|ui|pages)\//],
    why: 'forms live in the wizard and its fields',
  },
  {
    match: /^@azure\//,
    only: [/^src\/api\/arm\//, /\.type-test\.ts$/, /^src\/app\//, /^tools\//],
    why: 'only the client knows Azure libraries',
  },
  { match: /^filesize$|^ipaddr\.js$/, only: [/^src\/lib\//], why: 'wrapped once, in src/lib' },
  {
    match: /^idb$/,
    only: [/^src\/(lib|mocks\/world)\//, /^src\/wizard\/draft\//],
    why: 'storage has its own files',
  },
  {
    match: /^zod(\/|$)/,
    only: [/^src\/(api|app|pages|wizard|mocks)\//, /^src\/lib\/storage\.ts$/, /^tools\//, tests],
    why: 'rules and model are plain TypeScript',
  },
  {
    match: /^(vitest|fast-check)(\/|$)/,
    only: [tests, /^tools\/test\/property-seed\.ts$/, /^vite\.config\.ts$/],
    why: 'tests only',
  },
  {
    match: /^(playwright|@axe-core\/playwright)(\/|$)/,
    only: [/^e2e\//, /^tools\//, /^playwright\.config\.ts$/],
    why: 'browser tests and their tools only',
  },
  { match: /^vite(\/|$)/, only: [/^tools\//, /^vite\.config\.ts$/], why: 'the build only' },
  { match: anything, only: [anything], why: '' },
];
