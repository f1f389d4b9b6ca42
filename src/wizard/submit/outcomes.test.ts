import { environmentManager } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import { allCells, type Cell, cellsToTry, sizesOf } from '#src/api/queries/testing-cells.ts';
import { type Tried, tried, type Write } from '#src/api/queries/testing-write.ts';
import { NEW_VM, WRITES } from '#src/api/queries/testing-writes.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { asPressed, PRESSES, type Shown } from '#src/wizard/submit/testing-outcomes.ts';
import { RESTORES } from '#src/wizard/submit/testing-restores.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, freshStorage, quickLooks } from '#src/lib/testing.ts';

/**
 * What the product says of each request that starts something, by what the page gets of it, whether it was done, when its
 * job is listed, and the form in which it leaves: how often it is sent, what is shown at last, and where the way on leads.
 */

/** Requests that have no row here. */
const NO_ROW: Readonly<Record<string, string>> = {
  startValidation: 'it starts nothing that could be found',
  startDiskValidation: 'it starts nothing that could be found',
  renewTokens: 'whoever holds the old pair enters another one, whatever was answered',
  deleteMachine: 'no page sends it',
  writePublicAddress: 'no page sends it',
  deletePublicAddress: 'no page sends it',
};

const REQUESTS: readonly Write[] = [...WRITES, NEW_VM];
const ROWS = REQUESTS.filter(({ of }) => NO_ROW[of] === undefined);
const ALL = allCells(ROWS);
const RUN = cellsToTry(ALL);

const storage = freshStorage();
beforeAll(() => {
  provideJobSources(JOB_SOURCES);
  // The cache reads again by itself only where it takes itself to be in a browser.
  environmentManager.setIsServer(() => false);
});
afterAll(() => environmentManager.setIsServer(() => true));
beforeEach(() => {
  quickLooks({ setTimeout, setInterval });
  storage.entries.clear();
  resetPageState();
});
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

test('each request has a row, or a reason why not, and each cell that is left out has one', () => {
  const known = [...Object.keys(PRESSES), ...Object.keys(RESTORES)];
  expect(ROWS.map(({ of }) => of).toSorted()).toEqual(known.toSorted());
  expect(ROWS.length + Object.keys(NO_ROW).length).toBe(REQUESTS.length);
  expect(sizesOf(ALL)).toEqual({
    tried: 1074,
    'it leaves as text': 1936,
    'what was not done is never listed': 1062,
    'it has no job': 696,
    'its answer leads to no restore': 208,
    'a copy has no code': 128,
  });
});

interface Outcome extends Tried {
  readonly first: Shown;
  readonly last: Shown;
}

/** Presses as the page of a request does, and makes the press or the look that is offered then. */
async function outcomeOf({ write, form, ...meets }: Cell): Promise<Outcome> {
  const isRestore = RESTORES[write.of] !== undefined;
  const pressing = RESTORES[write.of] ?? PRESSES[write.of];
  if (pressing === undefined) throw new Error(`${write.of} has no row`);
  const clock = fakeClock();
  clock.pause(true);
  let shown: readonly [Shown, Shown] | undefined;
  const row = asPressed(
    write,
    pressing,
    (it) => (seconds) => {
      it.clock.add(seconds);
      clock.jump(seconds * 1000);
    },
    (...both) => {
      shown = both;
    },
  );
  const it = await tried(row, {
    meets,
    canStream: form === 'stream',
    clockOf: (world) => {
      if (!isRestore) return installWorldClock(world.clock);
      clock.jump(world.clock.now());
      return installClock(clock);
    },
  });
  if (shown === undefined) throw it.end;
  const [first, last] = shown;
  return { ...it, first, last };
}

/** Whether the job that a page has taken came of a request of this page. */
function isOurs({ done, last: { job } }: Outcome): boolean {
  const ours = done.flatMap((event) => {
    if (event.type === 'restore-accepted') return [event.jobId];
    if (event.type !== 'service-event') return [];
    return /"jobId":(\d+)/.exec(JSON.stringify(event))?.[1] ?? [];
  });
  return job === undefined || ours.some((one) => job.includes(one));
}

/** Answers by which the service itself refuses. */
const REFUSES: readonly string[] = ['the code of a copy', 'another 4xx'];

/** What the page of a script says of a point that may be mounted by its request: never whose it is, and never that none is. */
const OF_SCRIPT = /might have mounted it|isn’t mounted/;

/**
 * Whose result takes longer than the looks after a refusal of another code: the operation of a backup service, a
 * registration. What they say by then is what was looked at.
 */
const SLOW: readonly string[] = [
  'undeleteItem',
  'protectMachine',
  'registerSqlMachine',
  'changeCrossSubscription',
];

/**
 * What the looks after a refusal have come to by themselves: the code of a copy is looked for until the latest job is
 * listed, another code for a quarter of a minute.
 */
function foundByLooks({ of, answer, listedAfter }: Cell): boolean | null {
  if (of === 'startFileRecovery' || !REFUSES.includes(answer)) return null;
  if (answer === 'the code of a copy') return true;
  // Lists of a CommServe are half a minute behind.
  if (of === 'createTask') return false;
  return listedAfter === 0 && !SLOW.includes(of);
}

/** A refusal says when its result was looked for; where a button says it, only what the service said. */
const saysWhen = ({ outcome, text, way }: Shown): boolean =>
  outcome !== 'refused' ||
  way === 'the same press' ||
  way === 'look again' ||
  /\d\d:\d\d/.test(text);

/** The last words of a request that was done; those of a script never say by whom the point is mounted. */
const saysDone = ({ of }: Cell, { outcome, text }: Shown): boolean =>
  of === 'startFileRecovery' ? OF_SCRIPT.test(text) : outcome === 'done';

console.log(`Requests × answers: ${String(RUN.length)} of ${String(sizesOf(ALL)['tried'])} cells.`);

describe('what was done', () => {
  test.each(RUN.filter(({ isDone }) => isDone))('$of: $title', async (cell) => {
    const outcome = await outcomeOf(cell);
    const { first, last, sent, done } = outcome;
    expect({ isDone: done.length > 0, sent, isOurs: isOurs(outcome) }).toEqual({
      isDone: true,
      sent: 1,
      isOurs: true,
    });
    expect(`${first.text} ${last.text}`).not.toMatch(/nothing|not sent|wasn’t sent/i);
    expect(last).toSatisfy((shown: Shown) => saysDone(cell, shown));
    expect(first.outcome === 'open' && first.way === null).toBe(false);
    const isFound = foundByLooks(cell) ?? first.outcome === 'done';
    expect(first.outcome === 'done').toBe(isFound);
    expect(first).toSatisfy(saysWhen);
  });
});

describe('what was not done', () => {
  test.each(RUN.filter(({ isDone }) => !isDone))('$of: $title', async (cell) => {
    const outcome = await outcomeOf(cell);
    const { first, last, sent } = outcome;
    expect(first.outcome).toBe(REFUSES.includes(cell.answer) ? 'refused' : 'open');
    expect(first).toSatisfy(saysWhen);
    expect(isOurs(outcome)).toBe(true);
    // What is there at last came of another press.
    expect(last.outcome === 'done' ? sent : 2).toBe(2);
    expect(sent).toBeLessThanOrEqual(2);
  });
});
