// The layers of this codebase as data; `house/layers` reads it. docs/contributing.md shows the same as a map.
//
// A layer is the first entry whose pattern matches a file's path. `slice`: files of one layer in
// different folders (the pattern's first group) must not import each other. `may`: layers that may
// be imported; `type:` before a name allows types only, `lazy:` allows `import()` only, `lazy-own:`
// that of the same folder.

/** @typedef {{ name: string, match: RegExp, slice?: boolean, may: string[] }} Layer */

const leaf = ['model', 'lib'];
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
const wizard = ['wizard/draft', 'wizard/reads', 'wizard/submit', 'wizard/frame'];
const contract = ['datasources/contract', 'datasources/registry'];
const progress = ['progress', 'progress/live'];

/** @type {Layer[]} */
export const layers = [
  // Which part of a generated matrix is run now: for tests of every kind.
  { name: 'lib', match: /^src\/lib\//, may: [] },
  // Instants are a branded type of src/lib.
  { name: 'model', match: /^src\/model\//, may: ['type:lib'] },
  // What is honestly known of a job, by what was read of it: pure.
  { name: 'progress', match: /^src\/progress\/[^/]+$/, may: ['model', 'type:lib'] },
  // The same on screen, for every place that shows a job.
  {
    name: 'progress/live',
    match: /^src\/progress\/live\//,
    may: ['progress', 'api/queries', 'ui', 'strings', ...leaf],
  },
  // What is put into a sentence is made harmless by a function of lib.
  { name: 'strings', match: /^src\/strings\//, may: ['type:model', 'type:progress', 'lib'] },
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
  {
    name: 'api/arm',
    match: /^src\/api\/arm\//,
    // The question that proves the way of streams has an api-version, too.
    may: [...wire, 'api/arm/address', 'api/provider', ...leaf],
  },
  { name: 'api/queries', match: /^src\/api\/queries\//, may: [...api, 'progress', ...leaf] },
  // The queries of a vendor that is not Azure stand beside its groups, of which they use all.
  { name: 'api/own', match: /^src\/api\/[^/]+\/queries\//, may: [...api, 'api/queries', ...leaf] },
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
    may: ['api/provider', 'api/arm', 'api/arm/resource-id', ...leaf],
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

  // What every draft has: its storage, its version, what became of its request.
  {
    name: 'wizard/draft',
    match: /^src\/wizard\/draft\//,
    may: ['rules', 'strings', ...leaf],
  },
  // Requests to a service, each with its state.
  {
    name: 'wizard/reads',
    match: /^src\/wizard\/reads\//,
    may: ['api/queries', 'strings', ...leaf],
  },
  // What every datasource brings, and where each is loaded.
  {
    name: 'datasources/contract',
    match:
      /^src\/datasources\/(datasource|entry|fit|job|list|machines|pages|search|what-happened)\.ts$/,
    may: ['wizard/draft', 'api/queries', 'api/arm', 'progress', 'ui', 'lib', 'rules', 'model'].map(
      (one) => `type:${one}`,
    ),
  },
  // What every page knows of a datasource, and where the rest of it is loaded. Jobs are on every page.
  {
    name: 'datasources/entry',
    match: /^src\/datasources\/([^/]+)\/entry\.ts$/,
    slice: true,
    may: [
      'datasources/contract',
      'lazy-own:datasources/name',
      'lazy:api/own',
      'api/provider',
      'api/group',
      'strings',
      'lib',
    ],
  },
  {
    name: 'datasources/registry',
    match: /^src\/datasources\/[^/]+\.ts$/,
    may: [
      'datasources/contract',
      'datasources/entry',
      'type:api/queries',
      'type:wizard/draft',
      'strings',
      'lib',
    ],
  },
  // One press, one request: for any datasource.
  {
    name: 'wizard/submit',
    match: /^src\/wizard\/submit\//,
    may: ['wizard/draft', 'wizard/reads', 'datasources/contract', ...api, 'api/queries', ...leaf],
  },
  // The steps, the plan, the explanations of whatever datasource the draft has.
  {
    name: 'wizard/frame',
    match: /^src\/wizard\//,
    may: [
      ...contract,
      'wizard/draft',
      'wizard/reads',
      'wizard/submit',
      'api/arm/address',
      'api/queries',
      'rules',
      'ui',
      'strings',
      ...leaf,
    ],
  },
  // Changes to resources that are planned, confirmed by a name, and read back.
  {
    name: 'actions',
    match: /^src\/actions\//,
    may: ['api/arm', 'api/queries', 'ui', 'strings', ...leaf],
  },
  // All that is particular to one kind of backup.
  {
    name: 'datasources/name',
    match: /^src\/datasources\/([^/]+)\//,
    slice: true,
    may: [
      'datasources/contract',
      'actions',
      ...wizard,
      ...progress,
      ...api,
      'api/own',
      'api/queries',
      'rules',
      'ui',
      'strings',
      ...leaf,
    ],
  },

  // The frame of every page that is a list.
  {
    name: 'pages/list',
    match: /^src\/pages\/list\//,
    may: [...contract, 'api/queries', 'ui', 'strings', ...leaf],
  },
  {
    name: 'pages',
    match: /^src\/pages\/([^/]+)\//,
    slice: true,
    may: [
      'pages/list',
      'actions',
      ...contract,
      ...wizard,
      ...progress,
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
    may: [
      'pages',
      ...contract,
      ...wizard,
      ...progress,
      ...api,
      'api/own',
      'api/queries',
      'ui',
      'strings',
      ...leaf,
    ],
  },
  {
    name: 'main',
    match: /^src\/(main\.tsx|redirect\.ts)$/,
    may: ['app', ...api, 'api/own', 'lib', 'lazy:mocks/root', 'lazy:mocks/panel'],
  },
  // What watches the start: it has to run where nothing else does.
  { name: 'boot', match: /^public\/boot\.js$/, may: [] },
  // What the house measures about itself, and Vite's types.
  { name: 'house', match: /^src\/(house\.test|vite-env\.d)\.ts$/, may: [] },

  {
    name: 'e2e',
    match: /^e2e\//,
    may: ['type:mocks/world', 'mocks/faults', 'type:mocks/panel'],
  },
  {
    name: 'tools',
    match: /^tools\//,
    // Documents are generated from the rules, and from where the wizard has its facts; the ways into
    // the demo's wizard are found by its own drafts.
    may: [
      'rules',
      ...wizard,
      'datasources/name',
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
  // The live build is tested against hosts that the tools serve, and a browser against broken connections.
  { match: /^e2e\/(live|cut)-fixtures\.ts$/, may: ['tools'] },
  // The model has instants, and only lib makes them.
  { match: /^src\/(model|progress)\/.*\.test\.ts$/, may: ['lib'] },
  // What is known of a job is tried on jobs of the simulated service.
  {
    match: /^src\/api\/recovery-services\/jobs\/.*\.test\.ts$/,
    may: ['progress', ...mocks, ...wire],
  },
  // Targets meet across datasources, at Review and at the press.
  {
    match: /^src\/wizard\/submit\/(target-[a-z]+\.test|testing-(targets|other-orders))\.ts$/,
    may: [...mocks, ...api, 'api/own', 'datasources/name', 'datasources/registry', 'wizard/frame'],
  },
  // What Overview counts is held against the lists of all pages, with the simulated services behind them.
  {
    match: /^src\/app\/(counts-and-lists\.test|testing-counts)\.ts$/,
    may: ['pages/list', 'datasources/name', ...mocks],
  },
  {
    match: /^src\/(api|wizard|datasources)\/.*(\.test\.tsx?|\/testing[^/]*\.ts)$/,
    may: [...mocks, ...wire, ...api, 'datasources/name'],
  },
];
