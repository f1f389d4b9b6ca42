import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { powerInAzure } from './drivers/others.ts';
import { test } from './fixtures.ts';

/** Machines with special configurations: Review shows what a new machine loses. */

interface Special {
  readonly source: Source;
  readonly target: readonly [group: string, network: string, staging: string];
  readonly says: readonly string[];
  /** The check whose warning is read. */
  readonly warned?: string;
}

const westEurope = ['rg-restore-weu', 'vnet-prod-weu', 'stprodweu01 (LRS)'] as const;
const northEurope = ['rg-restore-neu', 'vnet-corp-neu', 'stcorpneu01 (LRS)'] as const;
const eastUs2 = ['rg-restore-eus2', 'vnet-apps-eus2', 'stcorpeus201 (LRS)'] as const;

const machines: readonly Special[] = [
  {
    source: sources.sqlErp,
    target: westEurope,
    says: [/Hybrid/i.source, 'SQL'],
    warned: 'Core quota',
  },
  { source: sources.webFe, target: westEurope, says: ['load balancer', 'availability set'] },
  { source: sources.finLedger, target: eastUs2, says: ['load balancer'] },
  { source: sources.filesHq, target: northEurope, says: ['NIC', 'reserved'] },
];

for (const { source, target, says, warned } of machines) {
  test(`${source.machine} as a new machine: ${says.join(', ')}`, async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration } = screens;
    await configure(screens, source);
    const [group, network, staging] = target;
    await configuration.fillNewMachine({ name: 'restored-01', group, network, staging });
    await wizard.next('review');
    for (const words of says) await shell.expectText(new RegExp(words, 'i'));
    await expectAccessible(page, `special: ${source.machine}`);
    await wizard.tickWarnings(warned);
    await wizard.restoreAccepted();
  });
}

test('while the datacenter is down the copy in the pair is restored from, there', async ({
  app,
  azure,
  troubles,
}) => {
  // The key vault of its set can't be read.
  troubles.expectRefusals();
  const screens = await app.open('/instances', 'region-down');
  const { wizard, configuration, explanation, keyboard } = screens;
  await configure(screens, sources.finArchive);
  await configuration.chooseType('Create new virtual machine');
  await configuration.aboutMachine().click();
  await configuration.choose('Is its zone or region down?', 'The primary datacenter is down');
  await configuration.name().fill('fin-archive-03');
  await configuration.choose('Resource group', 'rg-dr-cus');
  await configuration.choose('Virtual network', 'vnet-dr-cus');
  const staging = await configuration.staging();
  await keyboard.choose(staging, configuration.entry('stcorpeus201 (LRS)'));
  await expect(explanation.ofEntry('stcorpeus201 (LRS)')).toBeVisible();
  await configuration.choose('Staging Location', 'stcorpdrcus01 (LRS)');
  await wizard.next('review');
  await wizard.tickWarnings();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([{ body: { properties: { region: 'centralus' } } }]);
});

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

test('both keys together count as a customer’s: the machine is not replaced in place', async ({
  app,
}) => {
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
});

test('Linux under Azure Disk Encryption comes back as disks, with its extension to install', async ({
  app,
}) => {
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
});

/** Many, large, shared, Ultra and unmanaged disks. */

const many = [
  [sources.hana, 'forty disks'],
  [sources.mediaArch, 'a disk over 4 TB'],
] as const;
for (const [source, what] of many) {
  test(`${what} can be restored`, async ({ app, azure }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard } = screens;
    await configure(screens, source);
    await wizard.fillTarget({ group: 'rg-restore-neu', staging: 'stcorpneu01 (LRS)' });
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  });
}

test('a shared disk is in no point, so a replacement warns that the numbers differ', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, configuration } = screens;
  await powerInAzure(screens.page, sources.cluNode, 'off');
  await configure(screens, sources.cluNode);
  await configuration.fillReplacement('stcorpneu01 (LRS)');
  await wizard.next('review');
  await shell.expectText('The restore point and the VM have different numbers of disks.');
  await expectAccessible(page, 'a shared disk');
});

test('Ultra disks come back in their own region', async ({ app, azure }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard } = screens;
  await configure(screens, sources.tradeDb);
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodweu01 (LRS)' });
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('unmanaged disks come back managed', async ({ app, azure }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.legacyImg);
  await wizard.fillTarget({ group: 'rg-restore-eus2', staging: 'stcorpeus201 (LRS)' });
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
  test(`the disks of ${source.machine} do not become managed: ${why}`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration } = screens;
    await configure(screens, source);
    await wizard.fillTarget({ group: 'rg-restore-eus2', staging: 'stcorpeus201 (LRS)' });
    await configuration.asManagedDisks().check();
    await wizard.openStep('review');
    await shell.expectText(new RegExp(why, 'i'));
    await expect(wizard.restoreButton()).toBeVisible();
  });
}

/** The four situations of a domain controller, as the operator answers them. */

const situations = [
  [
    'The only domain controller of a single domain',
    'The only domain controller of its domain is restored like any VM.',
  ],
  [
    'One domain controller among several domains',
    'This is one domain controller among several domains.',
  ],
  ['Several domains of one forest', 'Several domains of one forest are restored.'],
] as const;

const network = { name: 'dc-hq-02', group: 'rg-restore-neu', network: 'vnet-corp-neu' } as const;
const restored = { ...network, staging: 'stcorpneu01 (LRS)' } as const;
const question = 'Is it a domain controller?';

for (const [answer, says] of situations) {
  test(`a domain controller: ${answer}`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { shell, wizard, configuration } = screens;
    await configure(screens, sources.dcHq);
    await configuration.fillNewMachine(restored);
    await configuration.aboutMachine().click();
    await configuration.choose(question, answer);
    await wizard.next('review');
    await shell.expectText(says);
  });
}

const last = 'This is the last domain controller of its domain, or the network is isolated.';
for (const [reachable, times] of [
  ['Yes', 0],
  ['No', 1],
] as const) {
  test(`one of several, another of them reachable: ${reachable}`, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration } = screens;
    await configure(screens, sources.dcHq);
    await configuration.fillNewMachine(restored);
    await configuration.aboutMachine().click();
    await configuration.choose(question, 'One of several domain controllers of a single domain');
    await configuration.choose('Is another domain controller reachable?', reachable);
    await configuration.choose('Will its network be isolated?', 'No');
    await wizard.next('review');
    // Until all is read, nothing is found.
    await expect(wizard.restoreButton()).toBeEnabled();
    const findings = wizard.preflight.section();
    await expect(findings.getByText(last)).toHaveCount(times);
  });
}
