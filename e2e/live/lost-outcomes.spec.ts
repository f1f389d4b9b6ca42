import { expect } from 'playwright/test';
import { openDeploy } from '../drivers/deploy.ts';
import { lostAnswer, once, pageAfter, repeated } from '../drivers/faults.ts';
import { FileRecovery } from '../drivers/files.ts';
import { passUntil, until } from '../drivers/page.ts';
import { app01Beside, configureByHand } from '../drivers/restores.ts';
import type { Screens } from '../drivers/screens.ts';
import type { Fault } from '../drivers/simulated.ts';
import { sources } from '../drivers/world.ts';
import type { Clock } from '../fixtures.ts';
import { test } from '../live-fixtures.ts';
import { provesIf, type SetRow } from '../set.ts';

/**
 * Over HTTP/1.1, where a browser repeats what it can read again: an answer that is cut, a gateway that repeats the request,
 * and a page of a proxy after the work. What was started is found, to its end and after a reload, and nothing that the page
 * advises writes a second time.
 */

test.use({ hasHttp2: false });

const HOUR_MS = 3_600_000;

/** What starts something, with everything chosen. */
interface Start {
  readonly row: SetRow;
  /** Until the press that sends. */
  readonly fill: (screens: Screens, clock: Pick<Clock, 'pass'>) => Promise<void>;
  readonly press: (screens: Screens) => Promise<void>;
  readonly kind: Parameters<typeof repeated>[0];
  readonly operation: string;
  /** Its request, as the page sends it. */
  readonly sends: RegExp;
  /** What was started is found, or said to be perhaps there. */
  readonly isFound: (screens: Screens) => Promise<boolean>;
  /** Longer than it takes. */
  readonly stepMs: number;
  /** After a reload, once the time has passed. */
  readonly isOver: (screens: Screens) => Promise<boolean>;
}

/** Follows what the page advises where it can't tell, and says whether a text is there then. */
async function checkAgain({ page }: Screens, text: string | RegExp): Promise<boolean> {
  const button = page.getByRole('button', { name: 'Check again', exact: true });
  if (await button.isVisible()) await button.click();
  return page.getByText(text).first().isVisible();
}

const UNDELETED = 'Protection stopped, restore points kept';

const starts: Readonly<Record<string, Start>> = {
  'a new VM': {
    row: 'no advice leads to a second VM',
    fill: async (screens) => {
      await configureByHand(screens, sources.app01);
      await screens.configuration.fillNewMachine(app01Beside);
      await screens.wizard.next('review');
    },
    press: async ({ wizard }) => wizard.restoreButton().click(),
    kind: 'restore',
    operation: 'restores.trigger',
    sends: /^POST .*\/restore\?/,
    isFound: async ({ shell }) => shell.title(/^Restore of/).isVisible(),
    stepMs: 6 * HOUR_MS,
    isOver: async ({ job }) => job.progress().getByText('Completed').first().isVisible(),
  },
  'a script': {
    row: 'no advice leads to a second mount',
    fill: async ({ page }) => new FileRecovery(page).reviewed(sources.app01),
    press: async ({ page }) => new FileRecovery(page).press().click(),
    kind: 'files',
    operation: 'recoveryPoints.mount',
    sends: /^POST .*\/provisionInstantItemRecovery\?/,
    isFound: async (screens) => checkAgain(screens, /might have mounted it/),
    stepMs: 13 * HOUR_MS,
    isOver: async (screens) => checkAgain(screens, /the restore point isn’t mounted/),
  },
  'an undelete': {
    row: 'an undelete isn’t refused beside its result',
    fill: async ({ page, instances }) => {
      await instances.search('hr-stage');
      await page.getByRole('link', { name: 'hr-stage-02', exact: true }).first().click();
      await page.getByRole('button', { name: 'Undelete', exact: true }).click();
      await page.getByRole('textbox', { name: 'Type hr-stage-02 to confirm' }).fill('hr-stage-02');
    },
    press: async ({ page }) => page.getByRole('button', { name: 'Undelete', exact: true }).click(),
    kind: 'undelete',
    operation: 'protectedItems.protect',
    sends: /^PUT .*\/protectedItems\/[^/]*\?/,
    isFound: async ({ page }) => page.getByText(UNDELETED).first().isVisible(),
    stepMs: HOUR_MS,
    isOver: async ({ page }) => page.getByText(UNDELETED).first().isVisible(),
  },
  'a deployment': {
    row: 'no advice leads to a second deployment',
    fill: async (screens, clock) => {
      const deploy = await openDeploy(screens, clock);
      await deploy.field('virtualMachineName').fill('app01-night');
      await deploy.validate(clock, /Azure accepts the template/);
      await screens.page.getByRole('checkbox', { name: /I have read this/ }).check();
    },
    press: async ({ page }) => page.getByRole('button', { name: 'Purchase', exact: true }).click(),
    kind: 'deployment',
    operation: 'deployments.create',
    sends: /^PUT .*\/deployments\//,
    isFound: async ({ page }) =>
      page
        .getByRole('region', { name: 'Deployment: Attempt 1' })
        .getByText(/running/)
        .isVisible(),
    stepMs: HOUR_MS,
    isOver: async ({ page }) =>
      page
        .getByRole('region', { name: 'Deployment: Attempt 1' })
        .getByText(/running/)
        .isVisible(),
  },
};

const troubles: Readonly<Record<string, (start: Start) => Fault>> = {
  'its answer is cut': ({ operation }) => once(operation, lostAnswer.effect),
  'a gateway repeats it': ({ kind }) => repeated(kind),
  'a page of a proxy after the work': ({ kind }) => pageAfter(kind, 409),
};

/** Advice that stands only where nothing was done. */
const ADVICE = /nothing was started|change what the message names|choose another name/i;

for (const [what, start] of Object.entries(starts))
  for (const [trouble, fault] of Object.entries(troubles))
    test(
      `${what}, ${trouble}`,
      { tag: provesIf(trouble === 'its answer is cut', start.row) },
      async ({ clock, page, screens, visitor, world }) => {
        await visitor.arrive('/instances');
        await start.fill(screens, clock);
        await world.azure.append([
          { type: 'fault-added', at: world.clock.now(), fault: fault(start) },
        ]);
        const requests: string[] = [];
        page.on('request', (one) => requests.push(`${one.method()} ${one.url()}`));
        const sent = () => requests.filter((line) => start.sends.test(line));
        await start.press(screens);
        // Time that is moved before is time that its reads have taken.
        await until(async () => sent().length > 0);
        await passUntil(
          async () => clock.pass(16_000),
          async () => start.isFound(screens),
        );
        await expect(page.getByText(ADVICE)).toHaveCount(0);
        await clock.pass(start.stepMs);
        await page.reload();
        await passUntil(
          async () => clock.pass(16_000),
          async () => start.isOver(screens),
        );
        await expect(page.getByText(ADVICE)).toHaveCount(0);
        expect(sent()).toHaveLength(1);
      },
    );
