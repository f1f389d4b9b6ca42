import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { powerInAzure } from './drivers/others.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** Many, large, shared, Ultra and unmanaged disks. */

const many = [
  [sources.hana, 'forty disks'],
  [sources.mediaArch, 'a disk over 4 TB'],
] as const;
for (const [source, what] of many) {
  test(`${what} can be restored`, { tag: MATRIX }, async ({ app, azure }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    await configuration.choose('Resource group', 'rg-restore-neu');
    await configuration.choose('Staging Location', 'stcorpneu01 (LRS)');
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  });
}

test(
  'a shared disk is in no point, so a replacement warns that the numbers differ',
  { tag: MATRIX },
  async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration } = screens;
    await powerInAzure(screens.page, sources.cluNode, 'off');
    await configure(screens, sources.cluNode);
    await configuration.group('Replace existing').check();
    await configuration.choose('Staging Location', 'stcorpneu01 (LRS)');
    await configuration.confirmation().fill('clu-node-01');
    await wizard.next('review');
    await shell.expectText('The restore point and the VM have different numbers of disks.');
    await expectAccessible(page, 'a shared disk');
  },
);

test('Ultra disks come back in their own region', { tag: MATRIX }, async ({ app, azure }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.tradeDb);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

const eastUs2 = { group: 'rg-restore-eus2', staging: 'stcorpeus201 (LRS)' } as const;

test('unmanaged disks come back managed', async ({ app, azure }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.legacyImg);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Resource group', eastUs2.group);
  await configuration.choose('Staging Location', eastUs2.staging);
  await expect(configuration.asManagedDisks()).not.toBeChecked();
  await configuration.asManagedDisks().check();
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    { body: { properties: { restoreWithManagedDisks: true } } },
  ]);
});

const notManaged = [
  [sources.dmsFiles, 'Unmanaged disks become managed only from vault data'],
  [sources.payroll, 'encrypted'],
] as const;
for (const [source, why] of notManaged) {
  test(
    `the disks of ${source.machine} do not become managed: ${why}`,
    { tag: MATRIX },
    async ({ app }) => {
      const screens = await app.open('/instances', 'default');
      const { shell, wizard, configuration } = screens;
      await configure(screens, source);
      await configuration.chooseType('Restore disks');
      await configuration.choose('Resource group', eastUs2.group);
      await configuration.choose('Staging Location', eastUs2.staging);
      await configuration.asManagedDisks().check();
      await wizard.openStep('review');
      await shell.expectText(new RegExp(why, 'i'));
      await expect(wizard.restoreButton()).toBeVisible();
    },
  );
}
