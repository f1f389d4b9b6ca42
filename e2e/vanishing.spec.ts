import { expect } from 'playwright/test';
import { expectRefused } from './drivers/configuration.ts';
import { groupsForbidden, lateNetworks } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { deleteInAzure } from './drivers/others.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import type { Scenario } from './drivers/simulated.ts';
import type { Screens } from './drivers/screens.ts';
import { proves } from './set.ts';

/** Something chosen is gone ten minutes later: the page shows it where it was chosen, and the rest stays. */

const target = { group: 'targetRG', staging: 'testAccount (LRS)' };
const gone = 660_000;
const network =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-network-weu/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu';

async function fillTestVm(screens: Screens): Promise<void> {
  await configure(screens, sources.testVm);
  await screens.wizard.fillTarget(target);
  await screens.wizard.next('review');
  // Reads that are still on their way would run out of time when it passes.
  await expect(screens.wizard.restoreButton()).toBeEnabled();
  await screens.wizard.preflight.expectChecked();
}

test.beforeEach(({ troubles }) => {
  troubles.expectRefusals();
});

test('a group that is deleted is refused at its field, and another one goes on', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'group-deleted');
  const { shell, wizard, configuration } = screens;
  await fillTestVm(screens);
  await clock.pass(gone);
  await app.reload();
  await wizard.expectStepState('configuration', 'incomplete');
  await wizard.restore();
  await shell.expectText('Select a resource group for the disks, or name a new one.');
  await wizard.openStep('configuration');
  await wizard.tryNext();
  await expectRefused(
    configuration.list('Resource group'),
    'Select a resource group for the disks, or name a new one.',
  );
  await expect(configuration.list('Staging Location')).toHaveText(target.staging);
  expect(azure.sent()).toHaveLength(0);
  await configuration.choose('Resource group', 'testRG');
  await wizard.next('review');
  await wizard.restoreAccepted();
});

test(
  'a group that is deleted unseen is refused by Azure in words, and the draft stays',
  { tag: proves('a refusal keeps the draft') },
  async ({ app, azure, clock, faults }) => {
    const screens = await app.open('/instances', 'group-deleted');
    const { shell, wizard, configuration } = screens;
    await fillTestVm(screens);
    await clock.waitFor(gone);
    // Read once more at the press, in vain: what was read before stays.
    await faults.add(groupsForbidden);
    await wizard.restore();
    await expectRestoreRefused({ shell }, clock);
    expect(await azure.accepted()).toHaveLength(0);
    await wizard.openStep('configuration');
    await expect(configuration.list('Staging Location')).toHaveText(target.staging);
  },
);

test('shows an expired point as gone, and another one goes on', async ({ app, azure, clock }) => {
  const screens = await app.open('/instances', 'expiring-point');
  const { shell, wizard, configuration } = screens;
  await fillTestVm(screens);
  await clock.pass(gone);
  await app.reload();
  await shell.expectText('Azure doesn’t list the selected restore point. Select another one.');
  await expect(wizard.need('Restore point and snapshot')).toBeVisible();
  await wizard.restoreButton().press('Enter');
  await wizard.openStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 06:20');
  expect(azure.sent()).toHaveLength(0);
  await wizard.openStep('configuration');
  await expect(configuration.list('Staging Location')).toHaveText(target.staging);
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a staging account that vanishes is refused at its field, and another one goes on', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'vanishing-account');
  const { wizard, configuration } = screens;
  await fillTestVm(screens);
  await clock.pass(gone);
  await app.reload();
  // Restore is disabled as soon as the page is there; the account is known to be gone once all are read.
  await wizard.expectStepState('configuration', 'incomplete');
  await expect(wizard.restoreButton()).toBeDisabled();
  await wizard.openStep('configuration');
  await wizard.tryNext();
  await expectRefused(configuration.list('Staging Location'), 'Select a Staging Location.');
  expect(azure.sent()).toHaveLength(0);
  await configuration.choose('Staging Location', 'testingAccount (LRS)');
  await wizard.next('review');
  await wizard.restoreAccepted();
});

test('a network that is deleted takes its subnet along, and another one goes on', async ({
  app,
  page,
  azure,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await fillApp01Beside(screens);
  await deleteInAzure(page, network);
  await app.reload();
  await wizard.expectStepState('configuration', 'incomplete');
  await wizard.openStep('configuration');
  await wizard.tryNext();
  await expectRefused(
    configuration.list('Virtual network'),
    'Select a virtual network for the VM.',
  );
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  await configuration.choose('Virtual network', 'vnet-hub-weu');
  await expect(configuration.list('Subnet')).toHaveText('snet-shared');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(azure.sent()).toHaveLength(1);
});

test('a network whose loss is read only after Next was pressed is refused at its field, too', async ({
  app,
  page,
  azure,
  clock,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await fillApp01Beside(screens);
  // Else a read of before the loss would count for the one of after it.
  await allRead(page);
  await deleteInAzure(page, network);
  await faults.add(lateNetworks);
  const before = await azure.received('virtualNetworks.list');
  await app.reload();
  await wizard.openStep('configuration');
  await azure.expectReceived('virtualNetworks.list', before.length + 1);
  await wizard.tryNext();
  await expectRefused(configuration.list('Subnet'), 'Select a subnet.');
  await clock.pass(30_000);
  await expectRefused(
    configuration.list('Virtual network'),
    'Select a virtual network for the VM.',
  );
  await expect(configuration.name()).toHaveValue(app01Beside.name);
});

const unseen: readonly Scenario[] = ['expiring-point', 'vanishing-account', 'group-deleted'];
for (const scenario of unseen) {
  test(`what vanishes unseen is noticed at the press, and nothing is sent: ${scenario}`, async ({
    app,
    azure,
    clock,
  }) => {
    const screens = await app.open('/instances', scenario);
    const { shell, wizard } = screens;
    await fillTestVm(screens);
    await clock.waitFor(gone);
    await wizard.restore();
    await shell.expectText('Something that this restore depends on changed');
    await shell.expectText('Nothing was started');
    expect(azure.sent()).toHaveLength(0);
  });
}
