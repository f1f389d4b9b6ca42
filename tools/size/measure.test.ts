import { describe, expect, test } from 'vitest';

import type { Build, Chunk } from './build.ts';
import {
  bootFile,
  firstRouteSize,
  simulator,
  simulatorSize,
  sizeOfKind,
  sizeWithoutSignIn,
  tracesOf,
} from './measure.ts';

type Part = Partial<Chunk> & { size?: number };

const worker = 'mockServiceWorker.js';

/** A build of chunks that weigh 1 kB unless told otherwise; each one's file is its name. The boot file weighs half. */
function built(parts: Record<string, Part>, files: Record<string, number> = {}): Build {
  const empty = { isEntry: false, imports: [], dynamicImports: [], modules: [] };
  const entries = Object.entries(parts);
  return {
    lazy: new Map(),
    chunks: new Map(entries.map(([key, part]) => [key, { ...empty, file: `${key}.js`, ...part }])),
    files: new Map([
      ...entries.map(([key, { size = 1000 }]): [string, number] => [`${key}.js`, size]),
      [bootFile, 500],
      ...Object.entries(files),
    ]),
    read: (file) => `text of ${file}`,
  };
}

const demo: Record<string, Part> = {
  entry: { isEntry: true, imports: ['react'], dynamicImports: ['overview', 'jobs', 'mocks'] },
  react: {},
  overview: { imports: ['table'], modules: ['src/pages/overview/OverviewPage.tsx'] },
  table: {},
  jobs: { imports: ['table'], modules: ['src/pages/jobs/JobsPage.tsx'] },
  mocks: { imports: ['msw', 'react'], modules: ['src/mocks/boot.ts'] },
  msw: { modules: ['node_modules/msw/lib/index.js'] },
};

describe('the first route', () => {
  test('is the entry, the overview, what they load at once, and what watches the start', () => {
    expect(firstRouteSize(built(demo))).toBe(4.5);
  });

  test('has nothing of the page that sign-in comes back to', () => {
    const live = { ...demo, 'redirect.html': { isEntry: true, imports: ['bridge'] }, bridge: {} };
    expect(firstRouteSize(built(live))).toBe(4.5);
  });

  test('cannot be measured without the overview', () => {
    const { overview: _, ...rest } = demo;
    expect(() => firstRouteSize(built(rest))).toThrow('No chunk holds src/pages/overview');
  });

  test('must not hold a part of the simulator', () => {
    const leaking = { ...demo, table: { modules: ['src/mocks/world/seed.ts'] } };
    expect(() => firstRouteSize(built(leaking))).toThrow('src/mocks/world/seed.ts');
  });

  test('cannot be measured when a file of the manifest is missing', () => {
    const missing = { ...demo, table: { file: 'elsewhere.js' } };
    expect(() => firstRouteSize(built(missing))).toThrow('elsewhere.js, which is not there');
  });
});

describe('the other sizes', () => {
  test('the simulator is what only the demo loads, with its worker', () => {
    expect(simulatorSize(built(demo, { [worker]: 500 }), worker)).toBe(2.5);
    expect(() => simulatorSize(built(demo), worker)).toThrow('has no mockServiceWorker.js');
  });

  test('sign-in is left out only where a chunk holds nothing else', () => {
    const msal = 'node_modules/@azure/msal-browser/index.js';
    const parts = { entry: { isEntry: true }, msal: { modules: [msal] } };
    expect(sizeWithoutSignIn(built(parts))).toBe(1.5);
    const mixed = { ...parts, msal: { modules: [msal, 'src/app/auth.ts'] } };
    expect(sizeWithoutSignIn(built(mixed))).toBe(2.5);
  });

  test('files are counted by their ending', () => {
    expect(sizeOfKind(built(demo, { 'assets/a.css': 300, 'b.css': 200 }), /\.css$/)).toBe(0.5);
  });

  test('traces are files of the simulator and marker texts', () => {
    const traces = tracesOf({ ...simulator, markers: ['text of msw', 'nowhere'] }, built(demo));
    expect(traces).toEqual(['src/mocks/boot.ts', 'node_modules/msw/lib/index.js', 'text of msw']);
  });
});
