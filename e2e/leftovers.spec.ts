import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { forbidden, once } from './drivers/faults.ts';
import { LeftoversPage } from './drivers/actions.ts';
import { attachInAzure, openStarted } from './drivers/others.ts';
import { startApp01Disks } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const HOUR = 3_600_000;
const CONTAINER = /^Select app01-[\da-f]{32}$/;

test(
  'what a restore of this browser left is found, and its container is deleted',
  { tag: proves('delete what a restore left') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/', 'default');
    await startApp01Disks(screens, clock);
    await clock.pass(4 * HOUR);
    await screens.shell.goTo('Overview');
    const leftovers = new LeftoversPage(page);
    await leftovers.open();
    await leftovers.table('Staged containers').expectRow({
      From: 'Restore of app01',
      Size: 'not reported',
      Location: 'stprodweu01',
    });
    await leftovers.table('Disks without a VM').expectRow({
      From: 'Might be from the restore of app01',
      Location: 'rg-restore-weu',
    });
    await expect(leftovers.boxes().and(page.getByRole('checkbox', { checked: true }))).toHaveCount(
      0,
    );
    await expectAccessible(page, 'leftover resources');
    await page.setViewportSize({ width: 400, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await leftovers.boxes(CONTAINER).check();
    await leftovers.plan(1);
    const action = leftovers.action(/^Delete container app01-/);
    await expect(action).toContainText('with its template, configuration, and VHDs');
    await expectAccessible(page, 'plan of a deletion');
    await leftovers.command('Show commands').click();
    await expect(action).toContainText('az storage container-rm delete --yes');
    await leftovers.command('Delete').click();
    await expect(action).toContainText('Type the name exactly');
    const name = /Delete container (app01-[\da-f]{32})/.exec(await action.innerText())?.[1] ?? '';
    await leftovers.confirm(name);
    await leftovers.expectSteps(/^Delete container app01-/, [/: Done$/]);
    await expect(leftovers.boxes(CONTAINER)).toHaveCount(0);
    await app.reload();
    await leftovers.expectSteps(/^Delete container app01-/, [/: Done$/]);
    await expect(leftovers.boxes(CONTAINER)).toHaveCount(0);
    const done = page.getByRole('list', { name: 'After the restore of app01' });
    await expect(done.getByRole('listitem')).toHaveText([
      /^Delete container app01-.*Delete leftover resources, .* UTC.*Done\./,
    ]);
  },
);

test('one deletion that Azure refuses, and one of a disk that is attached meanwhile, keep the others', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  await screens.shell.goTo('Backup jobs');
  const leftovers = new LeftoversPage(page);
  await leftovers.open();
  const disks = leftovers.boxes(/^Select testvm-/);
  await expect(disks).toHaveCount(2);
  await leftovers.boxes(/^Select testvm-osdisk/).check();
  await leftovers.boxes(/^Select testvm-datadisk/).check();
  await leftovers.plan(2);
  await leftovers.command('Change selection').click();
  await expect(disks).toHaveCount(2);
  await leftovers.plan(2);
  await attachInAzure(page, 'testvm-datadisk-');
  await faults.add(once('disks.delete', { kind: 'status', status: 403 }));
  await leftovers.confirm('delete 2');
  await clock.speed(60);
  const all = 'Delete 2 resources';
  await leftovers.expectSteps(all, [/datadisk.*: Not sent$/, /osdisk.*: Refused$/]);
  await expect(leftovers.action(all)).toContainText('It is attached to testVM now.');
  await expect(leftovers.action(all)).toContainText('Restore Center didn’t send a request');
  await expect(leftovers.action(all)).not.toContainText('Azure rejected a request');
  await expectAccessible(page, 'deletions that were refused');
  await leftovers.command('Try again').click();
  await leftovers.expectSteps(all, [/datadisk.*: Not sent$/, /osdisk.*: Done$/]);
  expect(await azure.received('disks.delete')).toHaveLength(2);
});

test('a list that can’t be read keeps the rest, and can be read again', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/', 'default');
  await startApp01Disks(screens, clock);
  await clock.pass(4 * HOUR);
  const fault = forbidden('blobContainers.list');
  await faults.add(fault);
  await screens.shell.goTo('Overview');
  const leftovers = new LeftoversPage(page);
  await leftovers.open();
  const containers = leftovers.section('Staged containers');
  await expect(containers).toContainText(
    'You don’t have permission to view the containers of stprodweu01.',
  );
  await leftovers.table('Disks without a VM').expectRow({ Location: 'rg-restore-weu' });
  await expectAccessible(page, 'leftover resources in part');
  await faults.remove(fault.id);
  await containers.getByRole('button', { name: /^Check again/ }).click();
  await leftovers.table('Staged containers').expectRow({ From: 'Restore of app01' });
});
