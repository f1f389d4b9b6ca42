import { expect } from 'playwright/test';
import { allRead, goTo, wordsSeen } from './drivers/page.ts';
import { pageOf, sources } from './drivers/world.ts';
import { NextSteps } from './drivers/jobs.ts';
import { configure, fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type Clock, test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** How many words a screen shows at most, at 1440 × 900. */

interface Screen {
  readonly name: string;
  readonly limit: number;
  readonly open: (screens: Screens, clock: Clock) => Promise<void>;
}

/** A new VM from app01, watched for a while on the page of its job. */
async function watch(
  { shell, wizard, job, page, ...screens }: Screens,
  clock: Clock,
): Promise<void> {
  await fillApp01Beside({ shell, wizard, job, page, ...screens });
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  for (let minutes = 2; minutes < 14; minutes += 2) {
    await clock.pass(120_000);
    await allRead(page);
  }
  await job.expectProgress('GiB/min');
  await expect(page.getByRole('img', { name: /^Progress over time: / })).toBeVisible();
}

const APP01 = pageOf.app01.replace('/instances/', '');

const SCREENS: readonly Screen[] = [
  {
    name: 'Backup jobs',
    limit: 300,
    open: async ({ jobs, page }) => {
      await goTo(page, '/jobs');
      await expect(jobs.running.row('app01')).toContainText('%');
    },
  },
  {
    name: 'Overview',
    limit: 250,
    open: async ({ overview, page }) => {
      await goTo(page, '/');
      await expect(overview.picture()).toBeVisible();
      await overview.expectMoving('app01');
    },
  },
  {
    name: 'Restore point',
    limit: 380,
    open: async ({ page, wizard }) => {
      await goTo(page, `/restore/new?instance=${encodeURIComponent(APP01)}`);
      await wizard.expectStep('restore-point');
    },
  },
  ...Object.entries({
    app01: pageOf.app01,
    'sql-erp-02': pageOf.sqlErp,
    'hr-db-01': pageOf.hrDb,
  }).map(([name, address]) => ({
    name: `The page of ${name}`,
    limit: 500,
    open: async ({ instance, page }: Screens) => {
      await goTo(page, address);
      await expect(instance.timeline()).toBeVisible();
      await instance.jobs.expectVisible();
    },
  })),
  {
    name: 'Configuration',
    limit: 250,
    open: async (screens) => {
      await configure(screens, sources.app01);
      await screens.configuration.fillNewMachine({
        name: 'app01-night',
        group: 'rg-restore-weu',
        network: 'vnet-prod-weu',
        staging: 'stprodweu01 (LRS)',
      });
    },
  },
  {
    name: 'Review of a new VM',
    limit: 330,
    open: async (screens) => {
      await fillApp01Beside(screens);
      await screens.wizard.preflight.expectChecked();
    },
  },
  {
    name: 'Review of a replacement that is blocked',
    limit: 340,
    open: async (screens) => {
      const { wizard, configuration } = screens;
      await configure(screens, sources.app01);
      await configuration.fillReplacement('stprodweu01 (LRS)');
      await wizard.openStep('review');
      await wizard.preflight.expectLine('Power state of the source VM', 'Not possible');
    },
  },
  { name: 'A running job', limit: 230, open: watch },
  {
    name: 'A job that is done',
    limit: 270,
    open: async (screens, clock) => {
      await watch(screens, clock);
      await clock.pass(3 * 3_600_000);
      await screens.job.expectProgress('Completed');
      await new NextSteps(screens.page).expectStatus('Set up backup', 'Open');
    },
  },
  {
    name: 'A job that failed',
    limit: 275,
    open: async ({ shell, job, page }) => {
      await goTo(page, '/jobs?operation=Restore&status=failed');
      await shell.follow('Restore of testVM');
      await expect(job.existing()).toBeVisible();
    },
  },
];

test.use({ viewport: { width: 1440, height: 900 } });

for (const { name, limit, open } of SCREENS) {
  test(
    `${name} shows at most ${String(limit)} words`,
    { tag: provesIf(name === 'Review of a new VM', 'Review says no more than it may') },
    async ({ app, clock }) => {
      const screens = await app.open('/instances', 'default');
      await open(screens, clock);
      await allRead(screens.page);
      const words = await wordsSeen(screens.page);
      expect(words).toBeGreaterThan(50);
      expect(words).toBeLessThanOrEqual(limit);
    },
  );
}
