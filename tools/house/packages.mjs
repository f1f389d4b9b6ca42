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
      /^tools\/bench\/bare\//,
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
    only: [tests, /^e2e\/.*\.spec\.ts$/, /^tools\/test\/property-seed\.ts$/],
    why: 'tests only',
  },
  {
    match: /^(vitest|@vitest\/[^/]+|vitest-browser-react)(\/|$)/,
    only: [
      tests,
      /^tools\/test\/(property-seed|test-page)\.ts$/,
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
    only: [/^tools\/firefox\//],
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
