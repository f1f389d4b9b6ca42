import { expect } from 'playwright/test';
import { expectHint, expectRefused } from './drivers/configuration.ts';
import { app01Beside, configure, configureByHand, restoreStarted } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';
const network = `${production}/rg-network-weu/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;

/** The alternate-location body of document 004, without its client's envelope. */
const alternateLocation = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: expect.stringMatching(/^\d{18}$/),
    recoveryType: 'AlternateLocation',
    sourceResourceId: `${production}/rg-app-prod/providers/Microsoft.Compute/virtualMachines/app01`,
    targetVirtualMachineId: `${production}/rg-restore-weu/providers/Microsoft.Compute/virtualMachines/app01-night`,
    targetResourceGroupId: `${production}/rg-restore-weu`,
    storageAccountId: `${production}/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
    virtualNetworkId: network,
    subnetId: `${network}/subnets/snet-app`,
    region: 'westeurope',
    createNewCloudService: false,
    originalStorageAccountOption: false,
    encryptionDetails: { encryptionEnabled: false },
  },
};

test(
  'a machine is restored as a new one beside it, and the job is watched to its end',
  { tag: proves('restore a VM as a new one') },
  async ({ app, azure, clock }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration, job } = screens;
    await configureByHand(screens, sources.app01);

    await configuration.chooseType('Create new virtual machine');
    await configuration.name().fill('app01-night');
    await expect(configuration.list('Subscription')).toHaveText('Contoso Production');
    await configuration.choose('Resource group', 'rg-restore-weu');
    await expectHint(configuration.list('Subnet'), 'Select a virtual network first.');
    await configuration.choose('Virtual network', 'vnet-prod-weu');
    await expect(configuration.list('Subnet')).toHaveText('default');
    await expectHint(configuration.list('Subnet'), 'Default: first subnet');
    // The last one is delegated to a service: it is listed, but can't be chosen.
    await expect
      .poll(async () => configuration.entries('Subnet'))
      .toEqual(['default', 'snet-app', 'snet-data', 'snet-sqlmi']);
    await configuration.choose('Subnet', 'snet-app');
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await expectHint(
      configuration.list('Staging Location'),
      'Required by Azure. Not used: app01 has managed disks.',
    );
    await expect(
      wizard.picture(
        'Creates a new VM app01-night in rg-restore-weu, Contoso Production, West Europe from app01 as of 4 Jun 2025, 22:03. app01 isn’t changed.',
      ),
    ).toBeVisible();

    await wizard.next('review');
    const shown = await wizard.shownRequest();
    expect(shown.body).toEqual(alternateLocation);
    await wizard.restoreAccepted();
    expect(await azure.requests()).toEqual([shown]);

    await clock.pass(90_000);
    await job.expectOpen('Restore of app01');
    await job.expectFacts('progress', {
      'Estimated time of restore': /min/,
      'Number of bytes transferred': /^\d+\.\d of 412\.0 GiB$/,
    });
    await clock.pass(7_200_000);
    await job.expectProgress('Completed');
    await job.expectFacts('progress', { 'Number of bytes transferred': '412.0 of 412.0 GiB' });
  },
);

test('a name that has just been restored to is taken, in capital letters too', async ({
  app,
  azure,
  clock,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration, job } = screens;
  await configure(screens, sources.app01);
  await configuration.fillNewMachine(app01Beside);
  await wizard.next('review');
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await clock.pass(7_200_000);
  await job.expectProgress('Completed');

  await shell.goTo('Backup instances');
  await configure(screens, sources.app01);
  await configuration.fillNewMachine({ ...app01Beside, name: 'APP01-Night' });
  await wizard.expectStepState('configuration', 'has errors');
  await wizard.tryNext();
  await expectRefused(configuration.name(), 'The subscription already has a VM with this name.');
  await expect(wizard.refused.summary()).toBeFocused();
  expect(azure.sent()).toHaveLength(1);
});

test('a new machine can go into a new group', async ({ app, azure }) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill('app01-night');
  await configuration.nameNewGroup('rg-rescue');
  await expectHint(configuration.newGroup(), 'Created in West Europe before the restore starts');
  await configuration.choose('Virtual network', 'vnet-hub-weu');
  await configuration.choose('Staging Location', 'stprodweu02 (GRS)');
  await wizard.next('review');
  await wizard.openTab('Selections');
  await shell.expectText('Resource group rg-rescue');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    { body: { properties: { targetResourceGroupId: `${production}/rg-rescue` } } },
  ]);
});
