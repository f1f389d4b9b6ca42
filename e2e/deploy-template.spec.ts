import { expect } from 'playwright/test';
import { expectAccessible, expectFrameStays } from './drivers/a11y.ts';
import { openDeploy, restoredAndOpened } from './drivers/deploy.ts';
import { once } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { inSecondaryRegion } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** From restored disks to a running VM by the template that the restore leaves (document 000, Use templates). */

test(
  'Azure reads the template, and the VM runs',
  { tag: proves('deploy a VM from a template') },
  async ({ app, azure, clock, page }) => {
    const screens = await app.open('/instances', 'default');
    const deploy = await openDeploy(screens, clock);
    await deploy.press('Validate');
    await expect(deploy.field('virtualMachineName')).toBeFocused();
    await deploy.field('virtualMachineName').fill('app01-night');
    await deploy.validate(clock, /Azure accepts the template: 3 resources/);
    await expect(deploy.changes('Will be created')).toContainText('app01-night (virtualMachines)');
    await expectAccessible(page, 'a validated template');
    await deploy.purchase();
    await expect(page.getByRole('heading', { name: 'Deployment: Attempt 1' })).toBeFocused();
    await clock.pass(300_000);
    await deploy.operations.expectRow({ Resource: 'app01-night', Status: 'Completed' });
    await expect(deploy.attempt(1)).toContainText(
      /Read back from Azure: VM app01-night, running, Standard_/,
    );
    await expect(deploy.attempt(1)).toContainText(/\/virtualMachines\/app01-night/);
    expect(await azure.received('deployments.create')).toHaveLength(1);
    expect(await azure.received('blobs.get')).toHaveLength(0);
    await expectAccessible(page, 'a deployed template');
  },
);

test('a SQL VM over the quota is deployed smaller and with a license, from a text that is edited', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock, {
    machine: 'sqlErp',
    staging: 'stprodweu02 (GRS)',
  });
  await deploy.chooseReader(/^This page/);
  await deploy.press('Read the template');
  await expect(deploy.text()).toHaveValue(/virtualMachineName/);
  await deploy.expectLinesNumbered();
  const text = await deploy.text().inputValue();
  const last = text.split('\n').length;
  await deploy.text().fill(`${text}]`);
  await deploy.text().press('Control+Home');
  expect(await deploy.isLineInView(last)).toBe(false);
  await page.getByRole('button', { name: `Line ${String(last)}: There is more text` }).click();
  expect(await deploy.isLineInView(last)).toBe(true);
  await deploy.press('Discard edits');
  await deploy.field('virtualMachineName').fill('sql-erp-02-b');
  await deploy.press('Validate');
  await expect(page.getByText('(QuotaExceeded)')).toBeVisible();
  await deploy.choose('Size', 'Standard_E4s_v5');
  await deploy.choose('License type', 'Windows_Server');
  await expect(deploy.text()).toHaveValue(/"vmSize": "Standard_E4s_v5"/);
  await expectAccessible(page, 'a template to edit');
  await deploy.validate(clock, /Azure accepts the template/);
  await deploy.purchase();
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText(/VM sql-erp-02-b, running, Standard_E4s_v5/);
  expect(await azure.received('storageAccounts.listServiceSas')).toHaveLength(0);
});

test('a deployment that failed is repeated with one value changed, as another attempt', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock);
  await deploy.field('virtualMachineName').fill('app01-night');
  await deploy.field('subnet').fill('no-such-subnet');
  await deploy.validate(clock, /Azure accepts the template/);
  await deploy.purchase();
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText('Failed');
  await expect(deploy.attempt(1).getByText('no-such-subnet')).toHaveCount(1);
  await deploy.press('Change values and deploy again');
  await expect(deploy.field('virtualMachineName')).toHaveValue('app01-night');
  await expectFrameStays(page);
  await deploy.choose('Subnet of the VM', /^vnet-prod-weu \/ default/);
  await deploy.validate(clock, /Azure accepts the template/);
  await deploy.purchase(2);
  await clock.pass(300_000);
  await expect(deploy.attempt(2)).toContainText(/VM app01-night, running/);
  await expect(deploy.attempt(1)).toContainText('Failed');
  expect(await azure.received('deployments.create')).toHaveLength(2);
});

const ADDRESS = JSON.stringify(
  {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { addressName: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.Network/publicIPAddresses',
        apiVersion: '2023-09-01',
        name: "[parameters('addressName')]",
        location: 'westeurope',
        sku: { name: 'Standard' },
        properties: { publicIPAllocationMethod: 'Static' },
      },
    ],
  },
  null,
  2,
);

test('without key access a file takes the place of the signature, and its mistakes are shown at their line', async ({
  app,
  clock,
  faults,
  page,
}) => {
  faults.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock, {
    machine: 'webFe',
    staging: 'stprodweunokey (LRS)',
    hasIdentity: true,
  });
  await expect(page.getByText('doesn’t permit key access')).toBeVisible();
  await deploy.field('virtualMachineName').fill('web-night');
  await expect(page.getByText('You can also read it on this page')).toBeVisible();
  // Nothing is sent that the account is known to refuse.
  await expect(page.getByRole('button', { name: 'Validate' })).toBeHidden();
  await page.getByText('Files of this job, and').click();
  await expect(page.getByText(/az storage blob download .* --file vmconfig.json/)).toBeVisible();
  await deploy.chooseReader(/^A file/);
  await deploy.dropFile(ADDRESS.replace('"1.0.0.0",', '"1.0.0.0"'));
  await deploy.press('Validate');
  await expect(deploy.text()).toBeFocused();
  await page.getByRole('button', { name: 'Line 4: A comma is missing' }).press('Enter');
  await expect(deploy.text()).toBeFocused();
  await deploy.text().fill(ADDRESS);
  await deploy.field('addressName').fill('web-night-ip');
  await deploy.dropFile(JSON.stringify({ parameters: { addressName: { value: 'night' } } }));
  await expect(page.getByRole('alert')).toContainText('This is a parameters file.');
  await expect(deploy.text()).toHaveValue(ADDRESS);
  await deploy.validate(clock, 'Azure accepts the template: 1 resource.');
  await deploy.purchase();
  await clock.pass(120_000);
  await expect(deploy.attempt(1)).toContainText('web-night-ip');
  await expect(deploy.attempt(1)).toContainText('The deployment has completed.');
});

test('a reload keeps what was typed, and a lost answer is found and not sent again', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock);
  await deploy.field('virtualMachineName').fill('app01-night');
  await app.reload();
  await expect(deploy.field('virtualMachineName')).toHaveValue('app01-night');
  await deploy.validate(clock, /Azure accepts the template/);
  await faults.add(once('deployments.create', { kind: 'answer-lost' }));
  await deploy.purchase();
  await app.reload();
  await expect(deploy.attempt(1)).toContainText(/Accepted|In progress/);
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText(/VM app01-night, running/);
  expect(await azure.received('deployments.create')).toHaveLength(1);
});

test('a deployment that Azure accepted and doesn’t list yet is waited for, not started anew', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock);
  await deploy.field('virtualMachineName').fill('app01-night');
  await deploy.validate(clock, /Azure accepts the template/);
  const notListed = { ...once('deployments.get', { kind: 'status', status: 404 }), times: null };
  await faults.add(notListed);
  await page.getByRole('checkbox', { name: /I have read this/ }).check();
  await deploy.press('Purchase');
  await expect(deploy.attempt(1)).toContainText('doesn’t list it yet');
  await expect(page.getByRole('button', { name: 'Start a new attempt' })).toHaveCount(0);
  await faults.remove(notListed.id);
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText(/VM app01-night, running/);
  await faults.add(notListed);
  await app.reload();
  await expect(deploy.attempt(1)).toContainText('Azure no longer lists this deployment.');
  await expect(page.getByRole('button', { name: 'Start a new attempt' })).toBeVisible();
  expect(await azure.received('deployments.create')).toHaveLength(1);
});

test('in the secondary region the template gets a network of that region', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard } = screens;
  await goTo(page, inSecondaryRegion('app01', 'rg-app-prod'));
  await wizard.expectStep('restore-point');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.next('configuration');
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodneu01 (LRS)' });
  await wizard.next('review');
  await wizard.tickConsequence();
  const deploy = await restoredAndOpened(screens, clock);
  await expect(page.getByText('Select a subnet of that region.')).toBeVisible();
  await deploy.list('Subnet of the VM').click();
  await expect(deploy.option(/^vnet-prod-weu/)).toHaveCount(0);
  await deploy.option(/^vnet-prod-neu \/ default/).click();
  await expect(deploy.field('virtualNetwork')).toHaveValue('vnet-prod-neu');
  await deploy.field('virtualMachineName').fill('app01-far');
  await deploy.validate(clock, /Azure accepts the template/);
  await deploy.purchase();
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText(/VM app01-far, running/);
});
