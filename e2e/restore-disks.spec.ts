import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000000';

/** The body that document 004 prints, and the resource group in which the disks are made. */
const printedBody = {
  properties: {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: '20982486783671',
    recoveryType: 'RestoreDisks',
    sourceResourceId: `${subscription}/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
    storageAccountId: `${subscription}/resourceGroups/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
    region: 'westus',
    createNewCloudService: false,
    originalStorageAccountOption: false,
    encryptionDetails: { encryptionEnabled: false },
    targetResourceGroupId: `${subscription}/resourceGroups/targetRG`,
  },
};

const printedAddress = `${subscription}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;

test('the clock moves client and simulated Azure alike', async ({ app, clock }) => {
  await app.open('/');
  const [page, azure] = [await clock.ofPage(), await clock.simulated()];
  await clock.pass(3_600_000);
  const [pageLater, azureLater] = [await clock.ofPage(), await clock.simulated()];
  expect(pageLater - page).toBeGreaterThanOrEqual(3_600_000);
  expect(pageLater - page).toBeLessThan(3_660_000);
  expect(Math.abs(azureLater - azure - (pageLater - page))).toBeLessThan(1000);
});

test(
  "the disks of the documents' own machine are restored, and the job is watched to its end",
  { tag: proves('restore the disks of a VM') },
  async ({ app, azure, clock }) => {
    const { shell, wizard, job } = await app.open('/');
    await shell.follow('Restore');

    await wizard.expectStep('datasource');
    await wizard.chooseDatasource();
    await wizard.next('instance');
    await wizard.instances.expectRows([
      {
        Name: 'testVM',
        'Resource group': 'testRG',
        Vault: 'testVault',
        Subscription: 'Documents example',
        'Last restore point': '4 Jun 2018, 06:06',
      },
    ]);
    await wizard.chooseInstance('testVM');
    await wizard.next('restore-point');
    await wizard.points.expectRows([
      {
        Time: '4 Jun 2018, 06:06',
        Consistency: 'Application',
        'Recovery tier': 'Snapshot and Vault-Standard',
      },
      {
        Time: '3 Jun 2018, 06:20',
        Consistency: 'Crash',
        'Recovery tier': 'Snapshot and Vault-Standard',
      },
    ]);
    await wizard.choosePoint('4 Jun 2018, 06:06');
    await wizard.next('configuration');
    await wizard.fillTarget({
      subscription: 'Documents example',
      group: 'targetRG',
      staging: 'testAccount (LRS)',
    });
    await expect(
      wizard.picture(
        /Creates the disks of testVM as of 4 Jun 2018, 06:06 in targetRG, Documents example, .+\. testVM isn’t changed\./,
      ),
    ).toBeVisible();

    const expected =
      'No typical duration yet: needs 5 past restores of disks from this vault, has 0';
    await expect(wizard.plan().getByRole('row', { name: 'Expected duration' })).toContainText(
      expected,
    );

    await wizard.expectStepState('network-access', 'not needed');
    await wizard.openStep('network-access');
    await shell.expectText('Not needed for this VM.');
    await shell.expectText('Not needed: no disk of this VM uses a private endpoint.');
    await shell.expectText('No disk of the VM has private access');
    await shell.expectText('Restore Azure VMs, Assign network access settings during restore');
    await wizard.next('review');
    await shell.expectText(expected);

    await expect(await wizard.selected()).toContainText('testAccount (LRS)');
    await expect(await wizard.selected()).toContainText('targetRG');
    const shown = await wizard.shownRequest();
    expect(shown.body).toEqual(printedBody);
    expect(shown.address.toLowerCase()).toBe(printedAddress.toLowerCase());

    await wizard.restoreAccepted();
    expect(await azure.requests()).toEqual([shown]);
    expect(await azure.accepted()).toMatchObject([{ body: printedBody }]);

    await clock.pass(90_000);
    await job.expectOpen('Restore of testVM to disks in targetRG');
    await job.expectProgress('16%');
    await job.expectFacts('progress', {
      'Estimated time of restore': /^\d+–\d+ min$/,
      Ready: /^\d\d:\d\d–\d\d:\d\d$/,
      'Number of bytes transferred': /^1\d\.\d of 64\.0 GiB$/,
    });
    await job.openFields();
    await job.expectFacts('properties', {
      Elapsed: /1 min/,
      'Data loss': /^At least \d+ \w+.* of changes$/,
      'Recovery point time': /^\d+ \w+ \d{4}, \d\d:\d\d$/,
    });
    await job.tasks.expectRows([{ Subtask: 'Transfer data from vault', Status: 'In progress' }]);
    await job.expectFacts('properties', {
      'Target Storage Account Name': 'testAccount',
      'Target resource group': 'targetRG',
    });
    await clock.pass(180_000);
    await job.expectProgress('50%');
    await clock.pass(600_000);
    await job.expectProgress('Completed');
    await job.expectFacts('progress', { Took: /min/ });
    await job.openTasks();
    await job.tasks.expectRows([{ Status: 'Completed' }]);
  },
);

test('a job is followed by itself while a person only waits', async ({ app, clock }) => {
  const { overview, job } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await job.expectOpen('Restore of app01');
  await job.expectProgress('%');
  const before = await job.percent();
  await clock.waitFor(300_000);
  await expect.poll(async () => await job.percent()).toBeGreaterThan(before);
});

test('a machine among many is restored into a new resource group', async ({
  app,
  azure,
  clock,
}) => {
  const { shell, wizard, configuration, instances, job, jobs } = await app.open(
    '/instances',
    'default',
  );
  // The vault tells it from its namesake in another group.
  await instances.restore('web-fe-07', 'rsv-prod-weu');
  await wizard.expectStep('restore-point');
  await wizard.choosePoint('4 Jun 2025, 23:10');
  await wizard.next('configuration');
  await configuration.chooseType('Restore disks');
  await configuration.nameNewGroup('rg-rescue');
  await configuration.choose('Staging Location', 'stprodweu02 (GRS)');
  await wizard.next('review');
  await wizard.openTab('Selections');
  await shell.expectText('Resource group rg-rescue');
  await restoreStarted({ wizard, job }, clock, 'Restore of web-fe-07');
  expect(await azure.accepted()).toHaveLength(1);
  await shell.goTo('Backup jobs');
  await expect(jobs.running.row('web-fe-07 to disks in rg-rescue', 'Restore disks')).toBeVisible();
});
