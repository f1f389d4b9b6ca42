// The layers of this codebase as data; `house/layers` reads it. docs/contributing.md shows the same as a map.
//
// A layer is a promise of independence that tests rely on: rules without a network, a simulated Azure without rules.
// It is the first entry whose pattern matches a file's path. `slice`: files of one layer in different folders (the
// pattern's first group) must not import each other. `may`: layers that may be imported; `type:` before a name
// allows types only, `lazy:` allows `import()` only, `wire:` names that end in `Wire`, and what reads resource IDs.

/** @typedef {{ name: string, match: RegExp, slice?: boolean, may: string[] }} Layer */

const leaf = ['model', 'lib'];
const base = [...leaf, 'facts', 'pure', 'api', 'screen'];
const mocks = ['mocks', 'mocks/faults'];
const above = [...base, 'contract', 'frame'];

/** @type {Layer[]} */
export const layers = [
  { name: 'lib', match: /^src\/lib\//, may: [] },
  // Instants are a branded type of src/lib.
  { name: 'model', match: /^src\/model\//, may: ['type:lib'] },
  // What a fact is, with its words: rules read them, and screens show them.
  { name: 'facts', match: /^src\/rules\/facts[./]/, may: [...leaf, 'type:pure'] },
  // Constraints, and what is honestly known of a job: neither has a clock or a network.
  {
    name: 'pure',
    match: /^src\/(?:rules\/|progress\/[^/]+$)/,
    may: ['model', 'type:lib', 'facts'],
  },
  { name: 'api', match: /^src\/api\//, may: [...leaf, 'facts', 'pure'] },
  // Texts and widgets. Rules have the labels of their fields. What is put into a sentence is made harmless by a function of lib.
  { name: 'screen', match: /^src\/(?:strings|ui)\//, may: [...leaf, 'facts', 'pure'] },
  // What every datasource brings, and where each is loaded; its index is all that every page knows of it.
  {
    name: 'contract',
    match: /^src\/datasources\/(?:[^/]+|[^/]+\/index)\.ts$/,
    may: [...base, 'type:frame', 'lazy:datasource'],
  },
  // The wizard and guarded actions of whatever datasource, and a job's progress on screen.
  { name: 'frame', match: /^src\/(?:wizard|actions|progress)\//, may: [...base, 'contract'] },
  // All that is particular to one kind of backup.
  { name: 'datasource', match: /^src\/datasources\/([^/]+)\//, slice: true, may: above },
  // The frame of every page that is a list, and the addresses of the pages that are one file.
  { name: 'page/list', match: /^src\/pages\/(?:list\/|routes\.)/, may: above },
  // A folder, or a file that is a page by itself.
  { name: 'page', match: /^src\/pages\/([^/.]+)/, slice: true, may: [...above, 'page/list'] },
  {
    name: 'app',
    match: /^src\/(?:app\/|main\.tsx$|redirect\.ts$)/,
    may: [...above, 'page', 'page/list', 'lazy:mocks', 'lazy:mocks/panel'],
  },
  // The simulated Azure has Azure's shapes, and neither our rules nor our requests.
  {
    name: 'mocks/panel',
    match: /^src\/mocks\/panel\//,
    may: ['mocks', 'mocks/faults', 'screen', ...leaf],
  },
  // By name: people and tests add them from outside.
  { name: 'mocks/faults', match: /^src\/mocks\/faults\//, may: ['wire:api', 'lib'] },
  {
    name: 'mocks',
    match: /^src\/mocks\//,
    may: ['wire:api', 'mocks/faults', 'lazy:mocks/panel', ...leaf],
  },
  // What watches the start has to run where nothing else does; what the house measures about itself; Vite's types.
  {
    name: 'apart',
    match: /^(?:public\/boot\.js|src\/(?:house\.test|vite-env\.d)\.ts)$/,
    may: [],
  },
  { name: 'e2e', match: /^e2e\//, may: ['type:mocks', 'mocks/faults', 'type:mocks/panel'] },
  { name: 'tools', match: /^tools\//, may: [...above, 'datasource', ...mocks, 'mocks/panel'] },
  { name: 'config', match: /^[^/]+\.config\.ts$/, may: ['tools', 'e2e'] },
];

/** What a test may import beyond what its folder may: the first entry that matches. */
export const testExtras = [
  // It prints the measures of all files.
  { match: /^src\/house\.test\.ts$/, may: ['tools'] },
  // The live build is tested against hosts that the tools serve, and a browser against broken connections.
  { match: /^e2e\/(live|cut|hosted)-fixtures\.ts$/, may: ['tools'] },
  // The model has instants, and only lib makes them.
  { match: /^src\/(model|progress)\/.*\.test\.ts$/, may: ['lib'] },
  // What Overview counts is held against the lists of all pages, with the simulated services behind them.
  {
    match: /^src\/app\/(counts-and-lists\.test|testing-counts)\.ts$/,
    may: ['datasource', ...mocks],
  },
  {
    match: /^src\/(api|actions|wizard|datasources)\/.*([.-]test\.tsx?|\/testing[^/]*\.ts)$/,
    may: [...above, 'datasource', ...mocks],
  },
];

// Packages that only some files may name. The first entry that matches a package decides.

const anything = /^/;
const tests = /\.test\.tsx?$/;
// What tests run in a real shell.
const shell = /^src\/lib\/testing-shell\.ts$/;
const drawn =
  /^src\/(main\.tsx$|app\/|pages\/|wizard\/|actions\/|datasources\/|ui\/|progress\/live\/|mocks\/panel\/)/;

/** @type {{ match: RegExp, only: RegExp[], why: string }[]} */
export const packages = [
  {
    match: /^node:/,
    only: [/^(tools|e2e)\//, /^[^/]+\.config\.ts$/, /^src\/mocks\/serve[^/]*\.ts$/, shell, tests],
    why: 'a browser has no Node',
  },
  {
    match: /^msw(\/|$)/,
    only: [/^src\/mocks\/worker[^/]*\.ts$/],
    why: 'the simulator is a function; one adapter knows msw',
  },
  {
    match: /^@fluentui\/react-calendar-compat$/,
    only: [/^src\/ui\/fields\/DayCalendar\.tsx$/],
    why: 'the calendar is loaded when it is opened',
  },
  {
    match: /^(react|react-dom|@fluentui\/[^/]+)(\/|$)/,
    only: [
      drawn,
      /^src\/api\/queries\/.*\.tsx$/,
      /^tools\/bench\/bare\.tsx$/,
      /^tools\/vite\/styles\/themes\.ts$/,
    ],
    why: 'only what draws knows React',
  },
  {
    match: /^@tanstack\/react-router$/,
    only: [/^src\/(app|pages|ui|wizard|datasources)\//],
    why: 'only screens know addresses',
  },
  {
    match: /^@tanstack\/react-query$/,
    only: [
      /^src\/(main\.tsx$|app\/|pages\/|api\/)/,
      /^src\/(wizard\/|actions\/|datasources\/|progress\/live\/)/,
    ],
    why: 'server state reaches the rest as plain values',
  },
  {
    match: /^react-hook-form$|^@hookform\//,
    only: [/^src\/(wizard|actions|datasources|ui|pages)\//],
    why: 'forms live where something is asked',
  },
  {
    match: /^@azure\//,
    only: [
      /^src\/api\/arm\//,
      /^src\/redirect\.ts$/,
      /\.type-test\.ts$/,
      /^src\/app\//,
      /^tools\//,
    ],
    why: 'only the client knows Azure libraries',
  },
  {
    match: /^d3-scale$/,
    only: [/^src\/ui\/(points\/timeline-parts|picture\/[^/]+)\.tsx?$/],
    why: 'time and lengths are scaled in pictures alone, which are loaded late',
  },
  { match: /^filesize$|^ipaddr\.js$/, only: [/^src\/lib\//], why: 'wrapped once, in src/lib' },
  {
    match: /^idb$/,
    only: [/^src\/(lib|mocks\/world)\//, /^src\/wizard\/draft\//],
    why: 'storage has its own files',
  },
  {
    match: /^zod(\/|$)/,
    only: [
      /^src\/(api|app|pages|wizard|actions|datasources|mocks)\//,
      /^src\/lib\/storage\.ts$/,
      /^tools\//,
      tests,
    ],
    why: 'rules and model are plain TypeScript',
  },
  {
    match: /^fast-check(\/|$)/,
    only: [tests, /^e2e\/.*\.spec\.ts$/, /^tools\/test\/test-page\.ts$/],
    why: 'tests only',
  },
  {
    match: /^(vitest|@vitest\/[^/]+|vitest-browser-react)(\/|$)/,
    only: [
      tests,
      /^tools\/test\/test-page\.ts$/,
      /^src\/(ui\/testing-draw\.tsx|lib\/testing\.ts)$/,
      /^tools\/check\.ts$/,
      /^vitest\.config\.ts$/,
    ],
    why: 'tests and what runs them only',
  },
  {
    match: /^axe-core$/,
    only: [/^src\/ui\/testing-draw\.tsx$/],
    why: 'what components are looked at by in their tests only',
  },
  {
    match: /^puppeteer-core$/,
    only: [/^tools\/test\/firefox\.ts$/],
    why: 'only the tests in Firefox use it',
  },
  {
    match: /^(playwright|@axe-core\/playwright)(\/|$)/,
    only: [/^e2e\//, /^tools\//, /^(?:playwright|pictures)\.config\.ts$/],
    why: 'browser tests and their tools only',
  },
  { match: /^vite(\/|$)/, only: [/^tools\//, /^vite\.config\.ts$/], why: 'the build only' },
  { match: anything, only: [anything], why: '' },
];
