import { expect } from 'playwright/test';
import { Chunks, loadedLate, manifestOf } from './drivers/chunks.ts';
import { allRead, goTo } from './drivers/page.ts';
import { expectHeldBack, heldBackElsewhere, lateScreens, openLate } from './drivers/late-code.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** Code of a datasource that does not load, as while the connection is away or after a new release. */

// Code that another test has loaded is there.
test.use({ isShared: false });

const VMS = 'src/datasources/azure-vm';
const DISKS = 'src/datasources/azure-disk';

test('a wizard whose code does not load says whose, and goes on with all that was typed', async ({
  app,
  page,
  troubles,
}) => {
  const chunks = new Chunks(page, troubles);
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await chunks.block(`${VMS}/restore.ts`, `${DISKS}/restore.ts`);
  await app.reload();
  await shell.expectText('Couldn’t load Azure Virtual machines. Your draft is saved.');
  await shell.press('Reload the new version');
  await shell.expectText('Couldn’t load Azure Virtual machines. Your draft is saved.');
  await chunks.block(`${DISKS}/restore.ts`, `${VMS}/steps/configuration/Panel.tsx`);
  await shell.press('Reload the new version');
  await wizard.expectStep('instance');
  await expect(wizard.instance('testVM')).toBeChecked();
  await wizard.stepButton('configuration').click();
  await shell.expectText('Couldn’t load Azure Virtual machines. Your draft is saved.');
  await chunks.block(`${DISKS}/restore.ts`);
  await shell.press('Reload the new version');
  await wizard.expectStep('configuration');
  await wizard.openStep('datasource');
  await wizard.datasource('Azure Disks').click();
  await shell.expectText('Couldn’t load Azure Disks. Your draft is saved.');
  await chunks.unblock();
  await shell.press('Reload the new version');
  await expect(wizard.datasource('Azure Disks')).toBeChecked();
});

test('a page whose code does not load says whose, lists name it under the others, and both open once it does', async ({
  app,
  page,
  troubles,
}) => {
  const chunks = new Chunks(page, troubles);
  // Without the band of running restores, which loads how they are canceled.
  const { shell, instances, jobs } = await app.open('/jobs?status=inProgress', 'default');
  const failed = 'Couldn’t load Azure Virtual machines. Reload the page to try again.';
  await chunks.block(
    `${VMS}/restore.ts`,
    `${VMS}/lists.tsx`,
    `${VMS}/instance/InstancePage.tsx`,
    `${VMS}/VmJob.tsx`,
    `${VMS}/what-happened/WhatHappened.tsx`,
  );
  await jobs.row('app01').first().getByRole('link').click();
  await shell.expectTitle('This page didn’t load');
  await shell.expectText(failed);
  for (const address of ['/what-happened', '/restore/new', '/instances?datasource=vm']) {
    await goTo(page, '/rules');
    await shell.expectTitle('Constraints');
    await goTo(page, address);
    await shell.expectText(failed);
  }
  await goTo(page, '/vaults');
  await shell.expectTitle('Vaults');
  await shell.expectText(failed);
  await goTo(page, '/instances');
  await expect(instances.row('app01_DataDisk_0')).toBeVisible();
  await shell.expectText(failed);
  await chunks.block(`${VMS}/instance/InstancePage.tsx`);
  await page.goto('/instances?search=app01');
  await shell.follow('app01');
  await shell.expectText(failed);
  await chunks.unblock();
  await shell.press('Reload the new version');
  await shell.expectTitle('app01');
});

test('jobs of another service whose code does not load are named beside those of Azure, and are there once it does', async ({
  app,
  page,
  troubles,
}) => {
  const chunks = new Chunks(page, troubles);
  const { shell, jobs } = await app.open('/rules', 'default');
  await chunks.block('src/api/commvault/job-source.ts', 'src/datasources/commvault-vm/lists.tsx');
  await goTo(page, '/');
  await shell.expectText(
    'Not checked: Commvault (Azure VM). A restore might be in progress there.',
  );
  await goTo(page, '/jobs');
  await expect(jobs.running.row('app01')).toBeVisible();
  await goTo(page, '/jobs/commvault%3Acommserve.contoso.example%2Fjob%2F7');
  await shell.expectTitle('Backup job');
  await expect(shell.content().getByRole('alert')).toContainText('Couldn’t load Commvault');
  await goTo(page, '/jobs?datasource=commvault');
  await shell.expectTitle('This page didn’t load');
  await shell.expectText('Couldn’t load Commvault');
  await chunks.unblock();
  await shell.press('Reload the new version');
  await shell.expectText('15 jobs');
});

test('each file of the build that is loaded late is held back, or named with the reason', async ({
  page,
}) => {
  const named = [
    ...lateScreens.flatMap(({ files }) => Object.keys(files)),
    ...Object.values(heldBackElsewhere).flat(),
  ];
  expect(loadedLate(await manifestOf(page)).toSorted()).toEqual(named.toSorted());
});

for (const screen of lateScreens)
  test(
    `${screen.name}: a file that does not load says so, the rest stays, and it is there once it loads`,
    { tag: provesIf(screen.isInSet === true, 'code that doesn’t load says so') },
    async ({ app, clock, page, troubles }) => {
      const chunks = new Chunks(page, troubles);
      // What all drafts need has come once: the way to a step is short from here.
      const screens = await app.open('/restore/new', screen.scenario ?? 'default');
      await allRead(page);
      const address = await openLate(screen, screens, clock);
      for (const [file, says] of Object.entries(screen.files))
        await test.step(file, async () =>
          expectHeldBack(screens, chunks, { ...screen, address, file, says }),
        );
    },
  );
