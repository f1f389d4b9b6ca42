import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { deleteInAzure } from './drivers/others.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** A taken, missing or forbidden thing shows at its field, with how to put it right. */

test(
  'a taken group is used as it is, and an identity says what it lacks there',
  { tag: MATRIX },
  async ({ app, azure, page }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, shell } = screens;
    await configure(screens, sources.webFe);
    await configuration.chooseType('Create new virtual machine');
    await configuration.nameNewGroup('RG-App-Prod');
    await shell.expectText('rg-app-prod exists in West Europe.');
    await page.getByRole('button', { name: 'Use the existing group rg-app-prod' }).click();
    await expect(configuration.list('Resource group')).toHaveText('rg-app-prod');
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await configuration.identity('User-assigned').check();
    await page.getByRole('button', { name: 'Use the vault’s id-restore-weu' }).click();
    const lacking = page.getByRole('list', { name: 'Missing roles of the identity' });
    await expect(lacking).toContainText(
      'Needs VM restore operator on the resource group rg-app-prod.',
    );
    await expect(lacking).toContainText('az role assignment create --assignee-object-id');
    await lacking.getByText('required actions').click();
    await expect(lacking).toContainText('Microsoft.Compute/virtualMachines/write');
    await expectAccessible(page, 'an identity without rights');
    const before = (await azure.received('storageAccounts.list')).length;
    await page.getByRole('button', { name: 'Check again' }).click();
    await azure.expectReceived('storageAccounts.list', before + 1);
    await configuration.choose('Resource group', 'rg-restore-weu');
    await expect(lacking).toHaveCount(0);
  },
);

test('a region without an account is named, with how to create one and how to look again', async ({
  app,
  azure,
  page,
}) => {
  const corporate = '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
  const screens = await app.open('/instances', 'default');
  const { configuration, shell } = screens;
  await deleteInAzure(
    page,
    `${corporate}/resourceGroups/rg-dr-weu/providers/Microsoft.Storage/storageAccounts/stcorpdrweu01`,
  );
  await configure(screens, sources.webFe);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Subscription', 'Contoso Corporate');
  await configuration.choose('Resource group', 'rg-dr-weu');
  await shell.expectText('Contoso Corporate has no storage account in West Europe.');
  await shell.expectText('az storage account create');
  const before = (await azure.received('storageAccounts.list')).length;
  await page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true }).click();
  await azure.expectReceived('storageAccounts.list', before + 1);
  await shell.expectText('Contoso Corporate has no storage account in West Europe.');
});
