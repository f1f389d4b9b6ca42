import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { jobFailsIn, once } from './drivers/faults.ts';
import { openStarted, powerInAzure } from './drivers/others.ts';
import { sources } from './drivers/world.ts';
import { UseDisks } from './drivers/actions.ts';
import type { Screens } from './drivers/screens.ts';
import { type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

const HOUR = 3_600_000;
const BUILD = /^Create VM targetVM from testvm-osdisk-/;

test('a VM that a restore did not create is built from its disks, to the end', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/jobs', 'default');
  await faults.add(jobFailsIn(1));
  await openStarted(screens, 'createVm');
  await clock.pass(HOUR);
  const disks = new UseDisks(page);
  await disks.open();
  await disks.disks.expectRows([
    { Holds: 'Operating system, Windows', 'Attached to': 'No VM' },
    { Holds: 'Data', 'Attached to': 'No VM' },
  ]);
  await expectAccessible(page, 'use of restored disks');
  await disks.text('Virtual machine name').fill('bad name');
  await disks.command('Show the plan').click();
  await expect(disks.text('Virtual machine name')).toBeFocused();
  await disks.text('Virtual machine name').fill('targetVM');
  await disks.fillVm('Standard_A1_v2');
  await disks.choose('License type', 'Windows_Server');
  await disks.plan(BUILD);
  await disks.command('Change the plan').click();
  await expect(page.getByRole('radio', { name: 'Create a VM from them' })).toBeFocused();
  const action = await disks.plan(BUILD);
  await expect(action).toContainText('NIC targetVM-nic in subnet default, dynamic address');
  await disks.command('Show commands').click();
  await expect(action).toContainText('az vm create --subscription');
  await expectAccessible(page, 'plan of a VM');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await disks.confirm('targetVM', 'Create VM');
  await expect(action).toBeFocused();
  await clock.speed(60);
  await disks.expectSteps(BUILD, [/NIC targetVM-nic: Done$/, /VM targetVM: Done$/]);
  await expect(action).toContainText('Completed. Each result was read from Azure.');
  await disks.disks.expectRows([{ 'Attached to': 'targetVM' }, { 'Attached to': 'targetVM' }]);
});

test(
  'the OS disk of a running VM is swapped: stopped, swapped and started',
  { tag: proves('swap the OS disk of a VM') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/jobs', 'default');
    await powerInAzure(page, sources.testVm, 'on');
    await openStarted(screens, 'restoreDisks');
    await clock.pass(HOUR);
    const disks = new UseDisks(page);
    await disks.open();
    await disks.chooseKind('Swap the OS disk of a VM');
    await disks.choose('Virtual machine', 'testVM');
    const action = await disks.plan(/^Swap the OS disk of testVM for testvm-osdisk-/);
    await expect(action).toContainText('testVM: stopped, then started again');
    await disks.confirm('testVM', 'Swap OS disk');
    await clock.speed(60);
    await disks.expectSteps(/^Swap the OS disk/, [
      'Stop VM testVM: Done',
      /^Use testvm-osdisk-.+ as the OS disk: Done$/,
      'Start VM testVM: Done',
    ]);
    await disks.disks.expectRow({ Holds: 'Operating system, Windows', 'Attached to': 'testVM' });
  },
);

test('a data disk is attached with its LUN, and detached again', async ({ app, clock, page }) => {
  const screens = await app.open('/jobs', 'default');
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  await clock.speed(60);
  const disks = new UseDisks(page);
  await disks.open();
  await disks.chooseKind('Attach a disk to a VM');
  await disks.choose('Disk', /^testvm-datadisk-/);
  await disks.choose('Virtual machine', 'testVM');
  await disks.choose('LUN', 'LUN 5');
  await disks.plan(/^Attach testvm-datadisk-/);
  await disks.confirm('testVM', 'Attach disk');
  // The original is detached first.
  await disks.expectSteps(/^Attach testvm/, [/^Detach .+: Done$/, / as LUN 5: Done$/]);
  await disks.disks.expectRow({ Holds: 'Data', 'Attached to': 'testVM' });
  await disks.chooseKind('Detach a disk from a VM');
  await disks.choose('Virtual machine', 'testVM');
  await disks.choose('Disk', /^testvm-datadisk-/);
  await disks.plan(/^Detach testvm-datadisk-/);
  await disks.confirm('testVM', 'Detach disk');
  await disks.expectSteps(/^Detach testvm/, [/^Detach testvm-datadisk-.+: Done$/]);
  await disks.disks.expectRow({ Holds: 'Data', 'Attached to': 'No VM' });
});

/** A VM from the disks of a restore that has ended: its plan is shown. */
async function planned(screens: Screens, clock: Clock): Promise<UseDisks> {
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  const disks = new UseDisks(screens.page);
  await disks.open();
  await disks.text('Virtual machine name').fill('targetVM');
  await disks.fillVm('Standard_A1_v2');
  await disks.plan(BUILD);
  return disks;
}

test('a lost answer is found by a read, and the request is not sent again', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const disks = await planned(await app.open('/jobs', 'default'), clock);
  await faults.add(once('virtualMachines.put', { kind: 'answer-lost' }));
  await disks.confirm('targetVM', 'Create VM');
  await clock.speed(60);
  await disks.expectSteps(BUILD, [/: Done$/, /VM targetVM: Done$/]);
  expect(await azure.received('virtualMachines.put')).toHaveLength(1);
});

test('after a refusal the same request goes on once its cause is mended', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const disks = await planned(await app.open('/jobs', 'default'), clock);
  await faults.add(
    once('virtualMachines.put', { kind: 'status', status: 409, code: 'QuotaExceeded' }),
  );
  await disks.confirm('targetVM', 'Create VM');
  await clock.speed(60);
  await disks.expectSteps(BUILD, [/NIC targetVM-nic: Done$/, /VM targetVM: Refused$/]);
  await expect(disks.action(BUILD)).toContainText('QuotaExceeded');
  await expectAccessible(page, 'refused request of an action');
  await disks.command('Send again').click();
  await disks.expectSteps(BUILD, [/NIC targetVM-nic: Done$/, /VM targetVM: Done$/]);
});

test('a reload in the middle goes on where Azure is, and a second tab follows without sending', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const disks = await planned(await app.open('/jobs', 'default'), clock);
  await disks.confirm('targetVM', 'Create VM');
  await clock.speed(20);
  await disks.expectSteps(BUILD, [/: Done$/, /VM targetVM: In progress$/]);
  await clock.speed(1);
  const second = new UseDisks((await app.tab(new URL(page.url()).pathname)).page);
  await expect(second.action(BUILD)).toContainText('Another tab carries this out.');
  await expect(second.command('Show the plan')).toBeHidden();
  await app.reload();
  await expect(disks.command('Show the plan')).toBeHidden();
  await disks.command('Continue').click();
  await clock.speed(60);
  await disks.expectSteps(BUILD, [/: Done$/, /VM targetVM: Done$/]);
  await second.expectSteps(BUILD, [/: Done$/, /VM targetVM: Done$/]);
  expect(await azure.received('virtualMachines.put')).toHaveLength(1);
});
