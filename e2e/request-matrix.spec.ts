import { expect } from 'playwright/test';
import {
  byCommvault,
  needsNoBrowser,
  pressTroubles,
  type TroubleName,
} from '#src/mocks/faults/testing-presses.ts';
import { named } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { cellsOf, gestures, kinds, says, type Waits } from './drivers/presses.ts';
import type { Screens } from './drivers/screens.ts';
import { matrixUnless, test } from './fixtures.ts';

/**
 * The outcome of one press of Restore under every fault and user action, by what the page says. What needs no browser
 * for it is in `src/wizard/submit/press-cells.test.ts`, by the same table.
 */

/** Azure needs a while to make the job that an answer leads to. */
const accepted = { says: 'Restore request accepted', forMs: 90_000 };
/** Half a minute later the job is looked for beside a request on its way. */
const onItsWay = { says: 'Sending the restore', forMs: 31_000 };
/** Later the request is given up. */
const givenUp = { ...onItsWay, forMs: 101_000 };

type WaitsOf = Readonly<Partial<Record<TroubleName, Waits>>>;

/** What the page says before the outcome; left out: the outcome is seen at once. */
const waits: WaitsOf = {
  nothing: { first: accepted },
  'Location alone': { first: accepted },
  'no answer': { first: onItsWay },
  'no arrival': { first: givenUp },
  'a slow answer': { first: onItsWay },
};

/** Lists of a CommServe lag by half a minute, so a job that is looked for takes a second look, or one more. */
const found = {
  says: 'Outcome unknown',
  forMs: 61_000,
  until: async ({ page, shell }: Screens) =>
    page.url().includes('/jobs/') || shell.text('This job could be yours.').first().isVisible(),
};
/** The answer of a CommServe names the job, which is known some seconds later. */
const byName = { ...accepted, forMs: 10_000 };

const waitsByCommvault: WaitsOf = {
  nothing: { first: byName },
  'a lost answer': { first: found },
  'a server error after the work': { first: found },
  'headers that cannot be read': { first: byName },
  'Location alone': { first: byName },
  'a job without details': { first: found },
  'a replaced ID': { first: found },
  'a job that tells nothing': { first: found },
  'a clock an hour ahead': { first: found },
  'a clock an hour behind': { first: found },
  'no token': { first: byName },
  'half an answer': { first: found },
  'no answer': { first: givenUp, alone: found },
  'a slow answer': { alone: found },
};

const cells = cellsOf(waits, {
  'a VM by Commvault': { troubles: byCommvault, waits: waitsByCommvault },
});

/** Each way and each gesture; all that a press comes to is in the unit test of the cells. */
const inSet: ReadonlySet<string> = new Set([
  'a machine, nothing, one press',
  'a machine, a lost request, a second tab',
  'a machine in the secondary region, a token of other claims, Back',
  'a disk, no right to restore, Discard',
  'a disk, half an answer, a reload',
  'a VM by Commvault, no token, a double press',
]);

test('each of the fixed set is a cell', () => {
  expect(cells.filter(({ title }) => inSet.has(title))).toHaveLength(inSet.size);
});

/** A press, and a second one right after it. */
const PRESSES: readonly string[] = ['one press', 'a double press'];

const FULLY = 'a machine';

/**
 * For the other kinds each trouble has one gesture, in turn: how a press is followed doesn't depend on the kind once it is
 * sent, and the unit test has all cells that need no browser.
 */
const otherKinds = Object.keys(kinds).filter((way) => way !== FULLY);
const gestureNames = Object.keys(gestures);
const inTurn = otherKinds.flatMap((way, nth) =>
  Object.keys(pressTroubles).flatMap((trouble, row) =>
    gestureNames
      .filter((_, column) => column === (row + nth) % gestureNames.length)
      .map((gesture) => ({ way, gesture, title: `${way}, ${trouble}, ${gesture}` })),
  ),
);
const titlesInTurn = new Set(inTurn.map(({ title }) => title));

test('each other way meets each trouble, and each gesture three times', () => {
  expect(cells.filter(({ title }) => titlesInTurn.has(title))).toHaveLength(
    otherKinds.length * Object.keys(pressTroubles).length,
  );
  for (const way of otherKinds)
    for (const gesture of gestureNames)
      expect(
        inTurn.filter((cell) => cell.way === way && cell.gesture === gesture).length,
        `${way}, ${gesture}`,
      ).toBeGreaterThanOrEqual(3);
});

const inBrowser = cells.filter((cell) => {
  if (inSet.has(cell.title)) return true;
  if (!cell.title.startsWith(`${FULLY}, `)) return titlesInTurn.has(cell.title);
  return !PRESSES.includes(cell.gesture) || !needsNoBrowser(cell);
});

test.describe(`${String(inBrowser.length)} cells`, () => {
  for (const cell of inBrowser) {
    test(
      cell.title,
      { tag: matrixUnless(inSet.has(cell.title)) },
      async ({ app, azure, clock, faults, page }) => {
        const screens = await app.open('/instances', 'default');
        await cell.fill(screens, clock);
        // What Review hasn't shown yet could hold the press back.
        await allRead(page);
        faults.expectRefusals();
        for (const fault of cell.faults) await faults.add(named(fault));
        const draft = new URL(page.url()).pathname;
        const { isOver } = cell;
        const hasLeft = async () => cell.hasLeft({ shown: screens, azure }, clock);
        const shown = await cell.press({ app, azure, page, screens, draft, hasLeft, isOver });
        await cell.goOn({ shown, azure }, clock);
        await says[cell.says](shown);
        expect(await azure.begun()).toBe(cell.accepted);
        expect(azure.sent().length).toBeLessThanOrEqual(1);
      },
    );
  }
});
