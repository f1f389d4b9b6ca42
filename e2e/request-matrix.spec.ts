import { expect } from 'playwright/test';
import { byCommvault, pressTroubles, type TroubleName } from '#src/mocks/faults/testing-presses.ts';
import { named } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { cellsOf, gestures, says, type Waits } from './drivers/presses.ts';
import type { Screens } from './drivers/screens.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

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

/** What takes a press, each with errors of its own; the secondary region is the same service as the first. */
const SERVICES = ['a machine', 'a disk', 'a VM by Commvault'];

/** Each trouble once for each service, by the gestures in turn: the unit test has all cells that need no browser. */
const gestureNames = Object.keys(gestures);
const inTurn = new Set(
  SERVICES.flatMap((service, nth) =>
    Object.keys(pressTroubles).map((trouble, row) => {
      const gesture = gestureNames[(row + nth) % gestureNames.length] ?? '';
      return `${service}, ${trouble}, ${gesture}`;
    }),
  ),
);
const inBrowser = cells.filter(({ title }) => inTurn.has(title));

/** A request that nothing finds, in a page that was loaded anew. */
const IN_SET = 'a machine, a lost request, a reload';

test('each service meets each trouble once, and all gestures', () => {
  expect(inBrowser).toHaveLength(SERVICES.length * Object.keys(pressTroubles).length);
  expect(inBrowser.some(({ title }) => title === IN_SET)).toBe(true);
  for (const service of SERVICES) {
    const met = inBrowser.filter(({ title }) => title.startsWith(`${service}, `));
    expect(new Set(met.map(({ gesture }) => gesture)).size, service).toBe(gestureNames.length);
  }
});

test.describe(`${String(inBrowser.length)} cells`, () => {
  for (const cell of inBrowser) {
    test(
      cell.title,
      { tag: provesIf(cell.title === IN_SET, 'each press has one outcome') },
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
