import { expect } from 'playwright/test';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** What cannot be chosen stays where it is, and says which fact and which document stand in its way. */

interface Refused {
  readonly source: Source;
  readonly rule: string;
  readonly fact: string;
  readonly document: string;
  readonly instead: string;
}

const byVmDocument = 'Restore Azure VMs, Restore options, Replace existing, 30 Nov 2024';

const notReplaced: readonly Refused[] = [
  {
    source: sources.hrDb,
    rule: 'Replace existing doesn’t support encrypted VMs.',
    fact: 'Disk encryption is Azure Disk Encryption',
    document: '30 Nov 2024',
    instead: 'Restore disks',
  },
  {
    source: sources.oldCrm,
    rule: 'The source VM no longer exists',
    fact: 'The source VM no longer exists',
    document: byVmDocument,
    instead: 'Create new',
  },
  {
    source: sources.legacyImg,
    rule: 'Replace existing requires managed disks.',
    fact: 'The VM’s disks are unmanaged',
    document: byVmDocument,
    instead: 'Create new',
  },
  {
    source: sources.classicCrm,
    rule: 'Replace existing doesn’t support classic VMs.',
    fact: 'The VM’s deployment model is classic',
    document: byVmDocument,
    instead: 'Create new',
  },
  {
    source: sources.goldImage,
    rule: 'Replace existing doesn’t support generalized VMs.',
    fact: 'The VM is generalized',
    document: byVmDocument,
    instead: 'Create new',
  },
  {
    source: sources.filesHq,
    rule: 'Replace existing requires a restore point with all its data in the vault',
    fact: 'Not all data of the restore point is in the vault yet',
    document: 'Restore Azure VMs, Choose a VM restore configuration, note, 30 Nov 2024',
    instead: 'Create new',
  },
];

for (const { source, rule, fact, document, instead } of notReplaced) {
  test(`the disks of ${source.machine} cannot be replaced: ${fact}`, async ({ app, troubles }) => {
    // The page still requests a deleted machine, and the browser logs the 404.
    troubles.expectRefusals();
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation, keyboard } = screens;
    await configure(screens, source);
    const replace = configuration.group('Replace existing');
    await expect(replace).toHaveAttribute('aria-disabled', 'true');
    await keyboard.reach(configuration.group('Create new'));
    await keyboard.reach(replace, 'ArrowDown');
    await expect(configuration.group('Create new')).toBeChecked();
    await explanation.expectSays({ rule, fact, source: document });
    await explanation.instead(instead).click();
    await explanation.expectClosed();
    await expect(configuration.group('Create new')).toBeChecked();
    await keyboard.expectInForm();
  });
}

test('an encrypted machine is not made anew, and its disks are restored instead', async ({
  app,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.hrDb);
  const type = configuration.list('Restore Type');
  await keyboard.choose(type, configuration.entry('Create new virtual machine'));
  await expect(type).toHaveText('Select one');
  await expect(explanation.ofEntry('Create new virtual machine')).toBeVisible();
  await explanation.expectSays({
    rule: 'A VM with Azure Disk Encryption is rebuilt from its disks',
    fact: 'Disk encryption is Azure Disk Encryption',
    source:
      'About Azure VM restore, Restore entire encrypted VM at alternate location, 18 Feb 2020',
  });
  await keyboard.activate(explanation.instead('Restore disks'));
  await explanation.expectClosed();
  await expect(type).toHaveText('Restore disks');
  await expect(type).toBeFocused();
});

const unusableAccounts = [
  ['stprodweuzrs (ZRS)', 'Zone-redundant accounts can’t be used.', 'redundancy is ZRS'],
  ['stprodweugzrs (GZRS)', 'Zone-redundant accounts can’t be used.', 'redundancy is GZRS'],
  ['stprodweublob (LRS)', 'Blob storage accounts can’t be used.', 'kind is BlobStorage'],
  [
    'stprodneu01 (LRS)',
    'The storage account must be in the vault’s region.',
    'region is northeurope',
  ],
  [
    'stprodweuprem (LRS)',
    'A premium account can’t be used for a VM without premium disks.',
    'performance is Premium',
  ],
] as const;

test(
  'unusable accounts are listed with their reason, and explain themselves',
  { tag: proves('what can’t be chosen says why') },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation, keyboard } = screens;
    await configure(screens, sources.webFe);
    await configuration.chooseType('Restore disks');
    const staging = await configuration.staging();
    await configuration.choose('Staging Location', 'stprodweu02 (GRS)');
    for (const [account, rule, fact] of unusableAccounts) {
      await keyboard.choose(staging, configuration.entry(account));
      await expect(explanation.ofEntry(account)).toBeVisible();
      await explanation.expectSays({ rule, fact: `The account’s ${fact}`, source: '30 Nov 2024' });
      await expect(staging).toHaveText('stprodweu02 (GRS)');
    }
  },
);

test('a network in another region is listed last and explains itself', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.webFe);
  await configuration.chooseType('Create new virtual machine');
  const network = configuration.list('Virtual network');
  await expect
    .poll(async () => (await configuration.entries('Virtual network')).at(-1))
    .toBe('vnet-prod-neu');
  await keyboard.choose(network, configuration.entry('vnet-prod-neu'));
  await explanation.expectSays({
    rule: 'The virtual network must be in the region of the restore.',
    fact: 'The network’s region is northeurope',
    source: 'Restore Azure VMs, Create a VM, 30 Nov 2024',
  });
  await expect(network).toHaveText('Select one');
});

/** Why opens in place, and Next says everywhere what it waits for. */

test('a step without a machine: Next says so in one focused summary, and leads to the machines', async ({
  app,
}) => {
  const { wizard } = await app.open('/restore/new', 'default');
  await wizard.chooseDatasource();
  await wizard.openStep('configuration');
  await wizard.tryNext();
  await expect(wizard.refused.alerts()).toHaveCount(1);
  await expect(wizard.refused.summary()).toBeFocused();
  await wizard.refused.summary().getByRole('button').first().click();
  await wizard.expectStep('instance');
});
