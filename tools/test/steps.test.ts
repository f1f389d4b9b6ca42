import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { root } from '../program.ts';
import { RACES } from './browser-reporter.ts';
import { failureText, Progress, type Tally } from './progress.ts';
import { isGood, judged, Run } from './steps.ts';

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

  test('runs suites as long as there is time for one more, and the first in any case', async () => {
    const [one, two, three] = ['tests of a run', 'two', 'three'].map((name) => ({
      ...suiteOf(writes(passed)),
      name,
    }));
    if (one === undefined || two === undefined || three === undefined) throw new Error('none');
    const run = new Run();
    expect(await run.suitesWithin(0, [one, two, three])).toEqual(['two', 'three']);
    expect(await run.suitesWithin(1, [one, one])).toEqual([]);
    run.end('', 12);
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 skipped');
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
