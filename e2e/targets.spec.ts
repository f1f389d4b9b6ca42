import { expect } from 'playwright/test';
import { atRest, atSizes, expectTargets } from './drivers/layout.ts';
import { diskPageOf, pageOf, sources } from './drivers/world.ts';
import { appData, configureDisk, reviewDisk, withDisks } from './drivers/disks.ts';
import { jobFails, lostRequest, pointsForbidden } from './drivers/faults.ts';
import { allRead, goTo } from './drivers/page.ts';
import { configure, fillApp01Beside } from './drivers/restores.ts';
import { stepIds } from './drivers/wizard.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** Whatever can be pressed is at least 24 pixels wide and high (WCAG 2.5.8), links in a sentence aside. */

/** Addresses of the default world, and what stands there once they are read. */
const pages = {
  '/': 'Restores in progress',
  '/instances': 'app01',
  [pageOf.sqlErp]: 'Crash',
  '/instances?q=app01': 'app01',
  '/jobs': 'app01',
  '/drafts': 'No drafts',
  '/vaults': 'rsv-prod-weu',
  [diskPageOf.vault]: 'bv-prod-weu',
  '/rules': 'Constraints',
  '/rules?kind=block': 'csr.disabled',
  '/rules?rule=staging.zrs': 'Constraint',
  '/what-happened': 'What happened?',
} as const;

const NARROW = [400, 800] as const;
const WIDE = [1440, 900] as const;

test('the targets of a list, narrow', async ({ app, page }) => {
  const { shell } = await app.open('/instances', 'default');
  await shell.expectText(pages['/instances']);
  await atSizes(page, [NARROW], async (at) => {
    await atRest(page);
    await expectTargets(page, `/instances ${at}`);
  });
});

for (const [address, text] of Object.entries(pages))
  test(`the targets of ${address}`, async ({ app, page }) => {
    const { shell } = await app.open(address, 'default');
    await shell.expectText(text);
    await atSizes(page, [WIDE, NARROW], async (at) => {
      await atRest(page);
      await expectTargets(page, `${address} ${at}`);
    });
  });

for (const [width, [pixels, height]] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  const viewport = { width: pixels, height };
  test.describe(width, () => {
    test.use({ viewport });

    test(
      'the targets of the steps, as they stand and refused',
      { tag: provesIf(width === 'narrow', 'targets are large enough') },
      async ({ app, page }) => {
        const screens = await app.open('/instances', 'default');
        const { wizard } = screens;
        await configure(screens, sources.payApi);
        for (const step of stepIds) {
          await wizard.openStep(step);
          await allRead(page);
          await expectTargets(page, step);
          await wizard.answers.unfold();
          await expectTargets(page, `${step}, with its answers`);
        }
        await wizard.openStep('configuration');
        await wizard.tryNext();
        await expect(wizard.refused.summary()).toBeVisible();
        await expectTargets(page, 'configuration, refused');
      },
    );

    test('the targets of the steps of a disk', async ({ app, page }) => {
      const screens = withDisks(await app.open('/instances', 'default'));
      const { wizard } = screens;
      await configureDisk(screens);
      await expectTargets(page, 'parameters');
      await wizard.tryNext();
      await expect(wizard.refused.summary()).toBeVisible();
      await expectTargets(page, 'parameters, refused');
      const target = { subscription: 'Contoso Production', group: 'rg-app-prod', name: 'back' };
      await reviewDisk(screens, { ...appData, ...target });
      await allRead(page);
      await expectTargets(page, 'review');
    });

    test('the targets from Restore to the end of its job', async ({ app, clock, faults, page }) => {
      const screens = await app.open('/instances', 'default');
      const { job, notices, wizard } = screens;
      await fillApp01Beside(screens);
      await faults.add(jobFails);
      await wizard.restoreAccepted();
      await expectTargets(page, 'accepted');
      await goTo(page, '/vaults');
      await clock.pass(90_000);
      await expect(notices.bar()).toBeVisible();
      await expectTargets(page, 'the bar');
      await notices.open();
      await expectTargets(page, 'notifications');
      await notices.line(/app01/).first().getByRole('link').click();
      await job.expectOpen('Restore of app01');
      await expectTargets(page, 'a job that runs');
      await clock.pass(7_200_000);
      await expect(job.errors()).toBeVisible();
      await expectTargets(page, 'a job that failed');
    });

    test('the targets where something is wrong', async ({ app, faults, page }) => {
      const screens = await app.open('/instances', 'default');
      const { shell, wizard } = screens;
      await faults.add(pointsForbidden);
      await configure(screens, sources.app01);
      await wizard.openStep('restore-point');
      await shell.expectAlert('You don’t have permission to view the restore points.');
      await expectTargets(page, 'points forbidden');
    });

    test('the targets of an unknown outcome', async ({ app, faults, page }) => {
      const screens = await app.open('/instances', 'default');
      const { shell, simulation, wizard } = screens;
      await fillApp01Beside(screens);
      await faults.add(lostRequest);
      await wizard.restore();
      await shell.expectText('Outcome unknown');
      await expectTargets(page, 'outcome unknown');
      await simulation.open();
      await expectTargets(page, 'the simulation panel');
    });
  });
}
