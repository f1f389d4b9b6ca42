import { describe, expect, test } from 'vitest';

import { type Play, type Played, playTwice } from './browser-tests.ts';
import { isGood } from './tally.ts';
import { playwrightReport } from './testing-reports.ts';
import { neverAgainFiles } from './unsteady.ts';

const files = neverAgainFiles.map((name) => `${name}.spec.ts`);
/** One passed test in each file that must be there. */
const rest = files.map((file) => ({ file, title: 'passes', mark: 'never-again' }));

function played(report: unknown, more: Partial<Played> = {}): Played {
  return { code: 0, output: '', isOverdue: false, report, ...more };
}

/** Plays these runs one after the other, and notes what was run again. */
function player(...runs: readonly Played[]) {
  const left = [...runs];
  const again: string[][] = [];
  const play: Play = async (only) => {
    if (only !== undefined) again.push(only.map(({ listed }) => listed));
    return left.shift() ?? played(undefined);
  };
  return { play, again };
}

const bad = (title: string, more = {}) => ({
  title,
  status: 'unexpected' as const,
  message: `Error: ${title}\n\n at step`,
  ...more,
});

async function tallyOf(...runs: readonly Played[]) {
  const { play, again } = player(...runs);
  const { tally } = await playTwice(play, files);
  return { tally, again };
}

/** A first run in which these failed. */
function firstOf(...failed: ReturnType<typeof bad>[]): Played {
  return played(playwrightReport([...rest, ...failed]), { code: 1 });
}

describe('a browser test that fails', () => {
  test('and passes alone counts as passed, and is named as unsteady', async () => {
    const message = ['Error: late', '', ' 1', ' 2', ' 3', ' 4'].join('\n');
    const second = played(playwrightReport([{ title: 'list', group: 'jobs' }]));
    const { tally, again } = await tallyOf(
      firstOf(bad('list', { group: 'jobs', message })),
      second,
    );
    expect(again).toEqual([['[chromium] › a.spec.ts › jobs › list']]);
    expect(isGood(tally)).toBe(true);
    expect(tally).toMatchObject({ passed: rest.length + 1, failed: 0, failures: [] });
    expect(tally.notes).toEqual(['unsteady: a.spec.ts:7 list\n  Error: late\n   1\n   2\n   3']);
  });

  test('and fails alone too is failed, with its first failure', async () => {
    const again = played(playwrightReport([bad('list', { message: 'other' })]), { code: 1 });
    const { tally } = await tallyOf(firstOf(bad('list')), again);
    expect(tally).toMatchObject({ passed: rest.length, failed: 1, problems: [], notes: [] });
    expect(tally.failures[0]).toBe(
      'a.spec.ts:7 list (failed again when it was run alone)\n  Error: list\n   at step',
    );
  });

  test.each(['never-twice', 'one-restore', 'two-tabs', 'tabs-follow', 'reload', 'reload-disks'])(
    'in %s is not run again',
    async (name) => {
      const { tally, again } = await tallyOf(firstOf(bad('x', { file: `${name}.spec.ts` })));
      expect(again).toEqual([]);
      expect(tally.failed).toBe(1);
      expect(tally.failures[0]).toContain('not run again: a race here is the defect');
    },
  );

  test('that counts accepted restores is not run again, others beside it are', async () => {
    const first = firstOf(bad('counts', { mark: 'never-again' }), bad('list'));
    const { tally, again } = await tallyOf(first, played(playwrightReport([{ title: 'list' }])));
    expect(again).toEqual([['[chromium] › a.spec.ts › list']]);
    expect(tally).toMatchObject({ passed: rest.length + 1, failed: 1 });
  });

  test('that counts accepted restores is run again where Chromium crashed under it', async () => {
    const message = 'Error: page.evaluate: Target crashed';
    const first = firstOf(bad('counts', { mark: 'never-again', message }));
    const { tally, again } = await tallyOf(first, played(playwrightReport([{ title: 'counts' }])));
    expect(again).toEqual([['[chromium] › a.spec.ts › counts']]);
    expect(tally).toMatchObject({ failed: 0, notes: [expect.stringContaining('unsteady: ')] });
  });

  test('because its browser crashed says that first', async () => {
    const message = 'Error: page.goto: Target page, context or browser has been closed';
    const { tally } = await tallyOf(firstOf(bad('list', { message })), played(undefined));
    expect(tally.failures[0]).toContain(
      'The browser or its page ended in the middle of this test.\n',
    );
  });

  test('is not excused by another of its name, nor by a second run without it', async () => {
    const other = played(playwrightReport([{ title: 'list', file: 'b.spec.ts' }]));
    expect((await tallyOf(firstOf(bad('list')), other)).tally.failed).toBe(1);
    const missing = (await tallyOf(firstOf(bad('list')), played(undefined))).tally;
    expect(missing.problems).toEqual(['The second run of the failed tests wrote no report.']);
    expect(missing.failed).toBe(2);
  });
});

describe('a run', () => {
  const four = ['a', 'b', 'c', 'd'];
  test.each([
    [3, true],
    [4, false],
  ])('with %i unsteady tests is good: %s', async (count, good) => {
    const titles = four.slice(0, count);
    const second = played(playwrightReport(titles.map((title) => ({ title }))));
    const { tally } = await tallyOf(firstOf(...titles.map((title) => bad(title))), second);
    expect(isGood(tally)).toBe(good);
    expect(tally.notes).toHaveLength(count);
    expect(tally.problems).toEqual(good ? [] : ['4 tests were unsteady; at most 3 may be.']);
  });

  test('in which too much is broken runs nothing again, and says so', async () => {
    const many = Array.from({ length: 11 }, (_, index) => bad(`test ${index}`));
    const { tally, again } = await tallyOf(firstOf(...many));
    expect(again).toEqual([]);
    expect(tally).toMatchObject({
      failed: 11,
      notes: ['More than 10 tests failed: none was run again.'],
    });
  });

  test('in which all passed is played once', async () => {
    const { tally, again } = await tallyOf(played(playwrightReport(rest)));
    expect(again).toEqual([]);
    expect(tally).toMatchObject({ passed: rest.length, failed: 0, problems: [] });
  });

  const timedOut = '\u001B[31mTimed out waiting 1800s for the test suite to run\u001B[39m';
  const ended: [string, Played][] = [
    ['by force', played(undefined, { code: 1, isOverdue: true })],
    ['by Playwright', played(playwrightReport(rest, [timedOut]), { code: 1 })],
  ];
  test.each(ended)('that takes too long and is ended %s says that alone', async (_how, run) => {
    const { tally } = await tallyOf(run);
    expect(isGood(tally)).toBe(false);
    expect(tally.problems).toEqual(['The browser tests took more than 30 minutes and were ended.']);
  });

  test('that could not start says only why', async () => {
    const report = playwrightReport([], ['Error: Port 4199 is taken.']);
    const { tally } = await tallyOf(played(report, { code: 1 }));
    expect(tally.problems).toEqual(['Error: Port 4199 is taken.']);
  });

  test('without a test that is marked as never run again fails', async () => {
    const unmarked = rest.map(({ file, title }) => ({ file, title }));
    const { tally } = await tallyOf(played(playwrightReport(unmarked)));
    expect(tally.problems).toEqual(['No test has the annotation never-again any more.']);
  });

  test('without a file that is named as never run again fails', async () => {
    const { play } = player(played(playwrightReport(rest)));
    const { tally } = await playTwice(play, files.slice(1));
    expect(tally.problems).toEqual([
      'never-twice is never run again (tools/test/unsteady.ts), but has no spec file.',
    ]);
  });
});
