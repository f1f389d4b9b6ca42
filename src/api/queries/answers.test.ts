import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts, errorOf } from '#src/api/arm/error.ts';
import { allCells, cellsToTry, sizesOf, STREAMED } from '#src/api/queries/testing-cells.ts';
import { type Meeting, type Tried, tried, type Write } from '#src/api/queries/testing-write.ts';
import { NEW_VM, WRITES } from '#src/api/queries/testing-writes.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { quickLooks } from '#src/lib/testing.ts';

/**
 * Every request that starts something, by what the page gets of it, by whether it was done, by when its job is listed,
 * and by the form in which it leaves: how often it arrives, and what the client knows of it.
 */

beforeEach(() => quickLooks({ setTimeout, setInterval }));
afterEach(() => {
  vi.unstubAllGlobals();
  installClock(machineClock);
});

const ROWS = [...WRITES, NEW_VM];

test.each(ROWS)('$of: a second copy, after the first was done', async ({ copy, ...write }) => {
  const { got } = await tried(write, { canStream: false, isRepeated: true });
  const { status = 0, body = '' } = got ?? {};
  const refused = status < 300 ? undefined : { status, code: errorOf(body).code };
  expect(refused).toEqual(copy);
});

test('those that leave as a stream do so, and no other', async () => {
  const streamed: string[] = [];
  for (const write of ROWS) {
    const { starts } = await tried(write);
    if (starts.at(-1)?.bodyAs === 'stream') streamed.push(write.of);
  }
  expect(streamed.toSorted()).toEqual(STREAMED.toSorted());
});

const ALL = allCells(ROWS);
const RUN = cellsToTry(ALL);

test('the table is whole, and what is left out has a reason', () => {
  expect(ALL).toHaveLength(ROWS.length * 11 * 2 * 4 * 2);
  expect(sizesOf(ALL)).toEqual({
    tried: 1220,
    'it leaves as text': 2288,
    'what was not done is never listed': 1281,
    'it has no job': 915,
    'its answer leads to no restore': 272,
    'a copy has no code': 184,
  });
  expect(new Set(RUN.map(({ of }) => of)).size).toBe(ROWS.length);
});

/** What the client may make of it where it leaves that to its caller; null: it succeeded. */
const KINDS: Readonly<Partial<Record<Meeting['answer'], readonly (string | null)[]>>> = {
  'a cut': ['lost'],
  'the code of a copy': ['refused'],
  'another 4xx': ['refused'],
  'JSON 500': ['refused'],
  '202 of another job': [null],
};
const OF_A_PAGE = ['refused', 'lost', 'unreadable'];

/** Looks for what it has done, and knows what a CommServe means by a refusal: no error is thrown then. */
const JUDGES: readonly string[] = ['createDeployment', 'createResourceGroup', 'renewTokens'];

function kindsOf({ of }: Write, { answer }: Meeting): readonly (string | null)[] {
  const kinds = KINDS[answer] ?? OF_A_PAGE;
  return JUDGES.includes(of) ? [null, ...kinds] : kinds;
}

function kindOf({ end }: Tried): string | null {
  if (end instanceof Error) return armFacts(end)?.kind ?? end.name;
  return null;
}

describe(`${String(RUN.length)} of ${String(sizesOf(ALL)['tried'])} cells`, () => {
  test.each(RUN)('$of: $title', async ({ write, form, title: _title, ...meets }) => {
    const it = await tried(write, { meets, canStream: form === 'stream' });
    const isTwice = meets.answer === 'the code of a copy' && meets.isDone;
    expect(it.starts.at(-1)?.bodyAs).toBe(form);
    expect({ arrivals: it.arrivals, isDone: it.done.length > 0 }).toEqual({
      arrivals: isTwice ? 2 : 1,
      isDone: meets.isDone,
    });
    expect(kindsOf(write, meets)).toContain(kindOf(it));
  });
});
