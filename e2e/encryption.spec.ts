import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** Azure Disk Encryption, the keys of the platform and the customer, and disk encryption sets. */

const sets = '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups/rg-restore-eus2';

test('a machine under a customer’s key is made anew under another set', async ({
  app,
  azure,
  page,
  troubles,
}) => {
  // The key vault of the set can't be read: the list before the restore says so.
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.finLedger);
  await configuration.fillNewMachine({
    name: 'fin-ledger-02',
    group: 'rg-restore-eus2',
    network: 'vnet-apps-eus2',
    staging: 'stcorpeus201 (LRS)',
  });
  await configuration.choose('Disk encryption set', 'des-double-eus2');
  await expectAccessible(page, 'a disk encryption set');
  await wizard.next('review');
  await wizard.tickWarnings();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    {
      body: {
        properties: {
          diskEncryptionSetId: `${sets}/providers/Microsoft.Compute/diskEncryptionSets/des-double-eus2`,
        },
      },
    },
  ]);
});

test('a set that failed cannot be chosen, and those of other regions are not offered', async ({
  app,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.finLedger);
  await configuration.chooseType('Restore disks');
  const list = configuration.list('Disk encryption set');
  const entries = async () => configuration.entries('Disk encryption set');
  await expect.poll(entries).toContain('des-failed-eus2');
  expect(await entries()).not.toContain('des-restore-neu');
  await keyboard.choose(list, configuration.entry('des-failed-eus2'));
  await expect(explanation.ofEntry('des-failed-eus2')).toBeVisible();
});

test(
  'both keys together count as a customer’s: the machine is not replaced in place',
  { tag: MATRIX },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation } = screens;
    await configure(screens, sources.finArchive);
    await explanation.why('Replace existing').click();
    await explanation.expectSays({
      rule: 'Replace existing doesn’t support encrypted VMs.',
      fact: 'Disk encryption is platform',
      source: '30 Nov 2024',
    });
    await expect(configuration.group('Replace existing')).toHaveAttribute('aria-disabled', 'true');
  },
);

test(
  'Linux under Azure Disk Encryption comes back as disks, with its extension to install',
  { tag: MATRIX },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration, explanation, keyboard } = screens;
    await configure(screens, sources.keysLnx);
    const type = configuration.list('Restore Type');
    await keyboard.choose(type, configuration.entry('Create new virtual machine'));
    await explanation.instead('Restore disks').click();
    await expect(type).toHaveText('Restore disks');
    await expect(configuration.list('Disk encryption set')).toHaveCount(0);
    await configuration.choose('Resource group', 'rg-restore-weu');
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await wizard.next('review');
    await wizard.restoreAccepted();
  },
);
