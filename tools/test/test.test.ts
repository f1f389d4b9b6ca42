import { globSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { NO_CHROMIUM } from '../chromium.ts';
import { root } from '../program.ts';
import { RACES } from './browser-reporter.ts';
import { ensureBrowser, type Installing } from './browser.ts';
import { failureText, Progress, type Tally } from './progress.ts';
import { freePort, isFree } from './server.ts';
import { listedTests, setProblems } from './set-list.ts';
import { isGood, judged, Run } from './steps.ts';
import { bringUpToDate, freshness, testedBuild, type Workshop } from './tested-build.ts';

const passed: Tally = { passed: 2, failed: 0, skipped: 0, flaky: [] };

describe('a suite', () => {
  test('is good when something passed, and nothing failed or was skipped', () => {
    expect(isGood(passed)).toBe(true);
    expect(isGood({ ...passed, failed: 1 })).toBe(false);
    expect(isGood({ ...passed, skipped: 1 })).toBe(false);
    expect(isGood({ ...passed, passed: 0 })).toBe(false);
  });

  test('that ended badly without a failed test, or wrote no tally, is a failure', () => {
    expect(judged(passed, 0)).toEqual(passed);
    expect(judged(passed, 1)).toMatchObject({ failed: 1 });
    expect(judged({ ...passed, failed: 3 }, 1)).toMatchObject({ failed: 3 });
    expect(isGood(judged(null, 0))).toBe(false);
  });
});

describe('a run', () => {
  const lines: string[] = [];
  const code = process.exitCode;
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = code;
  });

  const good = { name: 'lint', run: async () => ({ code: 0, output: 'chatter' }) };
  const bad = { name: 'types', run: async () => ({ code: 2, output: 'a.ts(1,1): no' }) };
  const suiteOf = (script: string) => ({
    name: 'tests of a run',
    file: '-e',
    args: [script],
    limitMinutes: 1,
  });
  const writes = (tally: Tally) =>
    `require('node:fs').writeFileSync(process.env.TALLY_FILE, '${JSON.stringify(tally)}')`;
  afterEach(() => rmSync(join(root, '.cache/tests-of-a-run.json'), { force: true }));

  test('sums up checks and suites, and names what is flaky and what was left out', async () => {
    const run = new Run();
    await run.checks([good]);
    await run.suite(suiteOf(writes({ ...passed, flaky: ['e2e/a.spec.ts:1 one'] })));
    run.end('Not in this run: 7', 12);
    expect(lines).toContain('Flaky: e2e/a.spec.ts:1 one');
    expect(lines.slice(-2)).toEqual(['Not in this run: 7', '3 passed, 0 failed, 0 skipped']);
    expect(lines.join()).not.toContain('chatter');
    expect(process.exitCode).toBe(0);
  });

  test('shows what a check printed that failed, and doesn’t run what needs it', async () => {
    const run = new Run();
    await run.checks([good, bad]);
    await run.suite({ ...suiteOf(writes(passed)), needs: ['lint', 'types'] });
    run.end('', 12);
    expect(lines.join('\n')).toContain('     | a.ts(1,1): no');
    expect(lines).toContain('FAIL tests of a run: not run, because it needs types.');
    expect(lines.at(-1)).toBe('1 passed, 2 failed, 0 skipped');
    expect(process.exitCode).toBe(1);
  });

  test('never takes the tally of an earlier run', async () => {
    const first = new Run();
    await first.suite(suiteOf(writes(passed)));
    const second = new Run();
    await second.suite(suiteOf(''));
    second.end('', 12);
    expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });
});

test('a failure is its name and the first lines of what it said, without colors', () => {
  const message = `\u001B[31mno\u001B[0m\n\n${'more\n'.repeat(20)}`;
  const text = failureText('a.spec.ts:1 one', message).split('\n');
  expect(text.slice(0, 3)).toEqual(['FAIL a.spec.ts:1 one', '       no', '       more']);
  expect(text).toHaveLength(13);
});

test('progress says what runs and about how much is left', () => {
  const progress = new Progress();
  const start = performance.now();
  progress.begin(4);
  for (const name of ['one', 'two']) progress.starts(name);
  progress.ends('one');
  expect(progress.line(start + 60_000)).toBe('1 of 4, about 3.0 min left; running: two');
  progress.end(passed);
});

test('each name of what proves a race has a spec', () => {
  const files = globSync('e2e/*.spec.ts', { cwd: root }).map((file) => `/${file}`);
  const found = files.filter((file) => RACES.test(file)).join();
  for (const name of ['never-twice', 'one-restore', 'two-tabs', 'tabs-follow', 'reload'])
    expect(found).toContain(`/${name}.spec.ts`);
});

function workshop(state: ReturnType<Workshop['freshness']>, problem?: string) {
  const built: string[] = [];
  const lines: string[] = [];
  const shop: Workshop = {
    freshness: () => state,
    build: async (folder) => {
      built.push(folder);
      return problem;
    },
    say: (line) => lines.push(line),
  };
  return { shop, built, lines };
}

const ours = testedBuild({});
const named = testedBuild({ E2E_BUILD: '/builds/mine', E2E_PORT: '4300' });

test('what is tested is dist-demo, or what was named by hand', () => {
  expect(ours).toEqual({ mode: 'demo', folder: 'dist-demo', port: 4199, isNamed: false });
  expect(named).toEqual({ mode: 'demo', folder: '/builds/mine', port: 4300, isNamed: true });
  expect(testedBuild({ E2E_MODE: 'live' })).toMatchObject({ mode: 'live', folder: 'dist-live' });
});

describe('before browser tests', () => {
  test('a fresh demo is not built again', async () => {
    const { shop, built, lines } = workshop('fresh');
    await bringUpToDate(ours, shop);
    expect({ built, lines }).toEqual({ built: [], lines: [] });
  });

  test.each([
    ['stale', 'its sources, or its path, have changed'],
    ['missing', 'there is none yet'],
  ] as const)('a %s one is built, with a line about it', async (state, why) => {
    const { shop, built, lines } = workshop(state);
    await bringUpToDate(ours, shop);
    expect(built).toEqual(['dist-demo']);
    expect(lines).toEqual([`Building dist-demo (${why}) ...`]);
  });

  test('one that cannot be built is not tested', async () => {
    const { shop } = workshop('stale', 'a typo');
    await expect(bringUpToDate(ours, shop)).rejects.toThrow(
      'The demo build could not be made.\na typo',
    );
  });

  test('a folder named by hand is never written to: missing it is refused, old it is named', async () => {
    const missing = workshop('missing');
    await expect(bringUpToDate(named, missing.shop)).rejects.toThrow(
      'E2E_BUILD names /builds/mine, where there is no build.',
    );
    const stale = workshop('stale');
    await bringUpToDate(named, stale.shop);
    expect(stale.lines).toHaveLength(1);
    expect([...missing.built, ...stale.built]).toEqual([]);
  });
});

let project = '';

/** Writes a file, and dates it and its folder to so many seconds. */
function write(file: string, seconds: number, text = ''): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, seconds, seconds);
  utimesSync(dirname(path), seconds, seconds);
}

describe('a build', () => {
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'freshness-'));
    write('src/app/main.tsx', 100);
    write('src/boot.ts', 100);
  });
  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  test('that was never made is missing', () => {
    expect(freshness('dist-demo', project)).toBe('missing');
  });

  test('that is newer than all sources is fresh, wherever it is', () => {
    write('dist-demo/index.html', 200);
    expect(freshness('dist-demo', project)).toBe('fresh');
    expect(freshness(join(project, 'dist-demo'), project)).toBe('fresh');
  });

  test('is stale after a source was changed', () => {
    write('dist-demo/index.html', 200);
    write('src/app/main.tsx', 300);
    expect(freshness('dist-demo', project)).toBe('stale');
  });

  test.each([
    'main.test.ts',
    'Main.test.tsx',
    'main.type-test.ts',
    'testing.ts',
    'testing-draw.tsx',
  ])('is as fresh as before after %s was changed, which only tests use', (name) => {
    write(`src/app/${name}`, 100);
    write('dist-demo/index.html', 200);
    utimesSync(join(project, 'src/app', name), 300, 300);
    expect(freshness('dist-demo', project)).toBe('fresh');
  });

  test('that is for another place on a host is stale', () => {
    write('dist-demo/index.html', 200, '<script src="/any/path/boot.js" defer></script>');
    expect(freshness('dist-demo', project)).toBe('stale');
    expect(freshness('dist-demo', project, '/any/path/')).toBe('fresh');
  });

  test.each(['src/app/main.tsx', 'src/boot.ts'])('is stale after %s was deleted', (source) => {
    write('dist-demo/index.html', 200);
    rmSync(join(project, source));
    expect(freshness('dist-demo', project)).toBe('stale');
  });
});

const server: Server = createServer();
let taken = 0;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address === 'object' && address !== null) taken = address.port;
});
afterAll(() => {
  server.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('a port at which a program listens is taken, and the next free one is found', async () => {
  expect(await isFree(taken)).toBe(false);
  vi.stubEnv('E2E_PORT', String(taken));
  expect(Number((await freePort()).E2E_PORT)).toBeGreaterThan(taken);
});

test.each([Number.NaN, 0, 65_536, 80.5])('%d is no port', async (port) => {
  vi.stubEnv('E2E_PORT', String(port));
  await expect(freePort()).rejects.toThrow('E2E_PORT must be a number from 1 to 65535.');
});

/** A machine with these browsers, on which these can be installed; notes what was tried. */
function machine(has: readonly string[], canInstall: readonly string[] = []) {
  const there = new Set(has);
  const tried: string[] = [];
  const install = async (name: string): Promise<string> => {
    tried.push(name);
    if (canInstall.includes(name)) there.add(name);
    return '';
  };
  const installing: Installing = {
    isNamed: () => false,
    namedProblem: () => undefined,
    hasShell: () => there.has('chromium-headless-shell'),
    hasFull: () => there.has('chromium'),
    hasDownload: () => there.has('download'),
    fromSystem: install,
    download: async () => install('download'),
  };
  return { installing, tried };
}

async function outcome(...args: Parameters<typeof machine>) {
  const { installing, tried } = machine(...args);
  const { code, output, note } = await ensureBrowser(installing);
  return { good: code === 0, note, output: output.trim(), tried };
}

const slower =
  "Chromium's headless shell is missing and could not be installed: the tests use the full browser, which is slower.";

describe('the browser for the tests', () => {
  test('is there with the headless shell, and nothing is installed', async () => {
    const there = await outcome(['chromium-headless-shell']);
    expect(there).toEqual({ good: true, note: undefined, output: '', tried: [] });
  });

  test('is the headless shell also where only the full one was', async () => {
    const there = await outcome(['chromium'], ['chromium-headless-shell']);
    expect(there).toMatchObject({
      good: true,
      note: undefined,
      tried: ['chromium-headless-shell'],
    });
  });

  test('is the full one, with a note, where no headless shell is available', async () => {
    const there = await outcome(['chromium']);
    expect(there).toMatchObject({ good: true, note: slower, tried: ['chromium-headless-shell'] });
  });

  test("is Playwright's own where there is no other", async () => {
    const there = await outcome([], ['download']);
    expect(there).toMatchObject({ good: true, note: undefined });
  });

  test('is the full one of the system as a last resort', async () => {
    const there = await outcome([], ['chromium']);
    expect(there).toMatchObject({ good: true, note: slower });
    expect(there.tried).toEqual(['chromium-headless-shell', 'download', 'chromium']);
  });

  test('is a failure of one sentence where none can be had', async () => {
    const there = await outcome([]);
    expect(there.good).toBe(false);
    expect(there.output).toBe(NO_CHROMIUM);
  });

  test('is the one named by hand, or its problem', async () => {
    const { installing, tried } = machine(['chromium']);
    const itsOwn: Installing = { ...installing, isNamed: () => true };
    expect((await ensureBrowser(itsOwn)).code).toBe(0);
    const bad = await ensureBrowser({ ...itsOwn, namedProblem: () => 'It does not start.' });
    expect(bad).toEqual({ code: 1, output: 'It does not start.' });
    expect(tried).toEqual([]);
  });
});

/** Does a thing in another thread, as another file of unit tests does; gives the way to end it. */
async function inAnotherThread(source: string): Promise<() => Promise<unknown>> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');\nconst ready = () => parentPort.postMessage(null);\n${source}`,
    { eval: true },
  );
  await new Promise((ready, fail) => {
    worker.once('message', ready);
    worker.once('error', fail);
  });
  return async () => worker.terminate();
}

const isLockFree = async (name: string): Promise<boolean> =>
  navigator.locks.request(name, { ifAvailable: true }, async (lock) => lock !== null);

test('a lock of another file is none of this one’s', async () => {
  // Threads of Node share locks by name: files that carry out the same action would stop each other.
  const end = await inAnotherThread(
    `navigator.locks.request('action', () => { ready(); return new Promise(() => setInterval(String, 1000)); });`,
  );
  expect(await isLockFree('action')).toBe(true);
  await end();
});

test('a lock of this file is still a lock', async () => {
  await navigator.locks.request('action', async () => {
    expect(await isLockFree('action')).toBe(false);
  });
  expect(await isLockFree('action')).toBe(true);
});

test('what another file says on a channel is not heard here', async () => {
  const heard: unknown[] = [];
  const own = new BroadcastChannel('tokens');
  own.addEventListener('message', ({ data }) => heard.push(data));
  const end = await inAnotherThread(
    `new BroadcastChannel('tokens').postMessage('theirs');\nready();`,
  );
  const other = new BroadcastChannel('tokens');
  other.postMessage('ours');
  await expect.poll(() => heard).toEqual(['ours']);
  for (const channel of [own, other]) channel.close();
  await end();
});

describe('the set of browser tests', () => {
  const rows = ['one press', 'two tabs'];
  const ofPress = { file: 'a.spec.ts', tags: ['set', 'set:one-press'] };
  const ofTabs = { file: 'two-tabs.spec.ts', tags: ['set', 'set:two-tabs'] };

  test('has one test for each row; a file of races counts as one', () => {
    expect(setProblems(rows, [ofPress, ofTabs, ofTabs], RACES)).toEqual([]);
    expect(setProblems(rows, [ofTabs], RACES)).toEqual(['“one press” has 0 tests: none']);
    expect(setProblems(rows, [ofPress, ofPress, ofTabs], RACES)).toEqual([
      '“one press” has 2 tests: a.spec.ts (0), a.spec.ts (1)',
    ]);
  });

  test('is read from the list of Playwright, however deep', () => {
    const specs = [{ file: 'a.spec.ts', tags: ['set', 'set:one'] }, { file: 'b.spec.ts' }];
    expect(listedTests({ suites: [{ specs: [], suites: [{ specs }] }] })).toEqual([
      { file: 'a.spec.ts', tags: ['set', 'set:one'] },
      { file: 'b.spec.ts', tags: [] },
    ]);
  });
});
