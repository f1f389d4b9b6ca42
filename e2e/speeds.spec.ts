import { expect, type Page } from 'playwright/test';
import { fillApp01ByCommvault } from './drivers/commvault.ts';
import { appData, reviewDisk, validated, withDisks } from './drivers/disks.ts';
import { lostAnswer, once } from './drivers/faults.ts';
import { FileRecovery } from './drivers/files.ts';
import { allRead, passUntil, slowDown, until } from './drivers/page.ts';
import { deleteInAzure } from './drivers/others.ts';
import { fillApp01Beside, fillApp01Disks, fillWebStageReplaced } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { stepClock } from './drivers/simulated.ts';
import { sources } from './drivers/world.ts';
import { type Clock, test } from './fixtures.ts';
import { provesIf } from './set.ts';

/**
 * At each speed of the clock, on a quick or on a slow machine: a request whose answer is lost is sent once and found, and
 * what it started comes to its end. Each kind of start and each speed meets both machines; not each kind at each speed does.
 */

test.use({ isShared: false });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What starts something, with everything chosen, until its end. */
interface Start {
  readonly fill: (screens: Screens, clock: Clock) => Promise<void>;
  readonly press: (screens: Screens) => Promise<void>;
  /** The operation that it sends. */
  readonly operation: string;
  /** What was started is found. */
  readonly isFound: (screens: Screens) => Promise<boolean>;
  /** Longer than it takes. */
  readonly stepMs: number;
  readonly isOver: (screens: Screens) => Promise<boolean>;
}

const restore = {
  stepMs: 6 * HOUR_MS,
  press: async ({ wizard }: Screens) => wizard.restoreButton().click(),
  isFound: async ({ shell }: Screens) => shell.title(/^Restore of/).isVisible(),
  isOver: async ({ job }: Screens) => job.progress().getByText('Completed').first().isVisible(),
} as const;

const disk: Start['fill'] = async (screens, clock) => {
  const target = { subscription: 'Contoso Production', group: 'rg-app-prod', name: 'data-back' };
  await reviewDisk(withDisks(screens), { ...appData, ...target });
  await validated(withDisks(screens), clock);
};

const script: Start = {
  fill: async ({ page }) => new FileRecovery(page).reviewed(sources.app01),
  press: async ({ page }) => new FileRecovery(page).press().click(),
  operation: 'recoveryPoints.mount',
  // A session lasts twelve hours.
  stepMs: 13 * HOUR_MS,
  isFound: async ({ page }) =>
    new FileRecovery(page).reports(/request of .* might have mounted it/),
  isOver: async ({ page }) => new FileRecovery(page).reports(/the restore point isn’t mounted/),
};

const starts: Readonly<Record<string, Start>> = {
  'a new VM': { ...restore, fill: fillApp01Beside, operation: 'restores.trigger' },
  disks: { ...restore, fill: fillApp01Disks, operation: 'restores.trigger' },
  'an Azure disk': { ...restore, fill: disk, operation: 'diskRestores.trigger' },
  'a VM by Commvault': {
    ...restore,
    fill: fillApp01ByCommvault,
    operation: 'commvaultTasks.create',
  },
  'a script': script,
};

const SPEEDS = [1, 10, 60, 3600] as const;
/** From this speed on what was started runs to its end; else the clock is stepped there. */
const RUNS_FROM = 60;

type GoOn = (at: { readonly page: Page; readonly clock: Clock }, realMs: number) => Promise<void>;
const runs: GoOn = async ({ clock }, realMs) => clock.waitFor(realMs);
const isStepped =
  (speed: number): GoOn =>
  async ({ page }, realMs) =>
    stepClock(page, realMs * speed);
const MACHINES = { 'a quick machine': 1, 'a machine six times slower': 6 } as const;

/** A token of a CommServe lives eight hours: eight seconds at ×3600, too few for the press of a slow machine. */
const isTooFast = (what: string, speed: number): boolean =>
  what === 'a VM by Commvault' && speed === 3600;

const cells = Object.entries(starts).flatMap(([what, start], kind) =>
  SPEEDS.filter((speed) => !isTooFast(what, speed)).map((speed, nth) => {
    const machine = (kind + nth) % 2 === 0 ? 'a machine six times slower' : 'a quick machine';
    const title = `${what} at ×${String(speed)} on ${machine}`;
    const goOn = speed >= RUNS_FROM ? runs : isStepped(speed);
    return { ...start, title, speed, slower: MACHINES[machine], goOn };
  }),
);

/** The demo’s own speed. */
const IN_SET = 'a new VM at ×10 on a quick machine';

test.describe(`${String(cells.length)} cells`, () => {
  for (const { title, speed, slower, goOn, operation, stepMs, ...start } of cells)
    test(
      title,
      { tag: provesIf(title === IN_SET, 'a lost answer is found at the demo’s speed') },
      async ({ app, azure, clock, faults, page }) => {
        const screens = await app.open('/instances', 'default');
        await start.fill(screens, clock);
        await allRead(page);
        await faults.add(once(operation, lostAnswer.effect));
        await slowDown(page, slower);
        await clock.speed(speed);
        await start.press(screens);
        // Time that is moved before is time that its reads have taken.
        await until(async () => (await azure.received(operation)).length > 0);
        await passUntil(
          async () => clock.waitFor(MINUTE_MS / speed),
          async () => start.isFound(screens),
        );
        expect(await azure.received(operation)).toHaveLength(1);
        // Once: a step while a slow machine reads would have it read again.
        await goOn({ page, clock }, stepMs / speed);
        await until(async () => start.isOver(screens));
        expect(await azure.received(operation)).toHaveLength(1);
      },
    );
});

const webStage =
  '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups/rg-web-stage/providers/Microsoft.Compute/virtualMachines/web-fe-07';

test('at ×3600 a source that is deleted holds the press back on a slow machine, and the log shows it', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  // That the VM is gone is an answer of 404.
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const { log, shell, simulation, wizard } = screens;
  await fillWebStageReplaced(screens);
  await slowDown(page, 6);
  await clock.speed(3600);
  await deleteInAzure(page, webStage);
  await wizard.restore();
  await until(async () => shell.text('Something that this restore depends on changed').isVisible());
  expect(azure.sent()).toHaveLength(0);
  await simulation.open();
  await log.show('Events');
  await expect(log.lines().filter({ hasText: 'web-fe-07 deleted' })).not.toHaveCount(0);
});
