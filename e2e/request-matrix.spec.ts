import { expect } from 'playwright/test';
import {
  acceptedButError,
  clockOff,
  commvaultFault,
  emptyBags,
  halfBody,
  hiddenHeaders,
  htmlPage,
  locationOnly,
  lostAnswer,
  lostRequest,
  neverAnswers,
  neverArrives,
  otherClaims,
  replacedId,
  restoreConflict,
  restoreForbidden,
  restoreSlow,
  restoreThrottled,
  restoreThrottledBare,
  restoreThrottledByDate,
  signedOut,
  unreportedIds,
} from './drivers/faults.ts';
import { allRead } from './drivers/in-page.ts';
import { says } from './drivers/presses.ts';
import type { Screens } from './drivers/screens.ts';
import { cellsOf, type Trouble } from './drivers/request-cells.ts';
import { matrixUnless, test } from './fixtures.ts';

/** The outcome of one press of Restore under every fault and user action. */

/** Azure needs a while to make the job that an answer leads to. */
const accepted = { says: 'Restore request accepted', forMs: 90_000 };
/** Half a minute later the job is looked for beside a request on its way. */
const onItsWay = { says: 'Sending the restore', forMs: 31_000 };
/** Later the request is given up. */
const givenUp = { ...onItsWay, forMs: 101_000 };

const troubles: Readonly<Record<string, Trouble>> = {
  nothing: { faults: [], accepted: 1, says: 'job', first: accepted },
  'a lost answer': { faults: [lostAnswer], accepted: 1, says: 'job' },
  'a lost request': { faults: [lostRequest], accepted: 0, says: 'unknown' },
  'a server error after the work': { faults: [acceptedButError], accepted: 1, says: 'job' },
  'headers that cannot be read': { faults: [hiddenHeaders], accepted: 1, says: 'job' },
  'Location alone': { faults: [locationOnly], accepted: 1, says: 'job', first: accepted },
  'a job without details': { faults: [lostAnswer, emptyBags], accepted: 1, says: 'job' },
  'a job that tells nothing': {
    faults: [lostAnswer, emptyBags, unreportedIds],
    accepted: 1,
    says: 'likely',
  },
  'a replaced ID': { faults: [lostAnswer, replacedId], accepted: 1, says: 'ofAnother' },
  'a clock an hour ahead': { faults: [lostAnswer, clockOff(60)], accepted: 1, says: 'job' },
  'a clock an hour behind': { faults: [lostAnswer, clockOff(-60)], accepted: 1, says: 'job' },
  'no right to restore': { faults: [restoreForbidden], accepted: 0, says: 'refused' },
  'a conflict': { faults: [restoreConflict], accepted: 0, says: 'refused' },
  'a token of other claims': { faults: [otherClaims], accepted: 0, says: 'signIn' },
  'no token': { faults: [signedOut], accepted: 0, says: 'signIn' },
  'a pause of 20 s': { faults: [restoreThrottled(20)], accepted: 0, says: 'refused' },
  'a pause until a date': { faults: [restoreThrottledByDate(20)], accepted: 0, says: 'refused' },
  'a pause of an hour': { faults: [restoreThrottled(3600)], accepted: 0, says: 'refused' },
  'a pause without an end': { faults: [restoreThrottledBare], accepted: 0, says: 'refused' },
  'the page of a proxy': { faults: [htmlPage()], accepted: 0, says: 'unknown' },
  'half an answer': { faults: [halfBody], accepted: 1, says: 'job' },
  'no answer': { faults: [neverAnswers], accepted: 1, says: 'job', first: onItsWay },
  'no arrival': { faults: [neverArrives], accepted: 0, says: 'unknown', first: givenUp },
  'a slow answer': { faults: [restoreSlow(60)], accepted: 1, says: 'job', first: onItsWay },
};

/** Lists of a CommServe lag by half a minute, so a job that is looked for takes a second look, or one more. */
const found = {
  says: 'Outcome unknown',
  forMs: 61_000,
  until: async ({ page, shell }: Screens) =>
    page.url().includes('/jobs/') || shell.text('This job could be yours.').first().isVisible(),
};
/** The answer names the job, which is known some seconds later. */
const named = { ...accepted, forMs: 10_000 };

const byCommvault: Readonly<Record<string, Partial<Trouble>>> = {
  nothing: { first: named },
  'a lost answer': { first: found },
  'a server error after the work': { first: found },
  'headers that cannot be read': { first: named },
  'Location alone': { first: named },
  'a job without details': { first: found },
  // Its ID is in the body.
  'a replaced ID': { says: 'job', first: found },
  // By which the job would be certain.
  'a job that tells nothing': {
    faults: [lostAnswer, commvaultFault('no-description')],
    first: found,
  },
  'a clock an hour ahead': { first: found },
  'a clock an hour behind': { first: found },
  'a token of other claims': { says: 'refused' },
  // Azure’s, which a CommServe doesn’t ask for.
  'no token': { accepted: 1, says: 'job', first: named },
  'half an answer': { first: found },
  'no answer': { first: givenUp, alone: found },
  'a slow answer': { alone: found },
};

const cells = cellsOf(troubles, { 'a VM by Commvault': byCommvault });

/** Each way, each gesture, and each thing that a press comes to. */
const inSet: ReadonlySet<string> = new Set([
  'a machine, nothing, one press',
  'a machine, a lost request, a second tab',
  'a machine, a replaced ID, Back',
  'a machine, no answer, Discard',
  'a machine in the secondary region, a server error after the work, a double press',
  'a machine in the secondary region, a token of other claims, Back',
  'a disk, a job that tells nothing, a second tab',
  'a disk, no right to restore, Discard',
  'a disk, half an answer, a reload',
  'a VM by Commvault, a lost answer, one press',
  'a VM by Commvault, a slow answer, a reload',
  'a VM by Commvault, no token, a double press',
]);

test('each of the fixed set is a cell', () => {
  expect(cells.filter(({ title }) => inSet.has(title))).toHaveLength(inSet.size);
});

test.describe(`${String(cells.length)} cells`, () => {
  for (const cell of cells) {
    test(
      cell.title,
      { tag: matrixUnless(inSet.has(cell.title)) },
      async ({ app, azure, clock, faults, page }) => {
        const screens = await app.open('/instances', 'default');
        await cell.fill(screens, clock);
        // What Review hasn't shown yet could hold the press back.
        await allRead(page);
        faults.expectRefusals();
        for (const fault of cell.faults) await faults.add(fault);
        const draft = new URL(page.url()).pathname;
        const { isOver } = cell;
        const hasLeft = async () => cell.hasLeft({ shown: screens, azure });
        const shown = await cell.press({ app, azure, page, screens, draft, hasLeft, isOver });
        await cell.goOn({ shown, azure }, clock);
        await says[cell.says](shown);
        expect(await azure.begun()).toBe(cell.accepted);
        expect(azure.sent().length).toBeLessThanOrEqual(1);
      },
    );
  }
});
