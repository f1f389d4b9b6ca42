import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** A restore to another subscription: where the vault lets it, and why it does not. */

const corporate = '/subscriptions/c3a9d514-7e28-4f6b-8b02-61f5e8a7d330/resourceGroups';

test(
  'disks go to another subscription, in which its own groups and accounts are offered',
  { tag: proves('restore disks to another subscription') },
  async ({ app, azure, page }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard } = screens;
    await configure(screens, sources.webFe);
    await wizard.fillTarget({
      subscription: 'Contoso Corporate',
      group: 'rg-dr-weu',
      staging: 'stcorpdrweu01 (LRS)',
    });
    await expectAccessible(page, 'another subscription');
    await wizard.next('review');
    await wizard.tickWarnings();
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toMatchObject([
      { body: { properties: { targetResourceGroupId: `${corporate}/rg-dr-weu` } } },
    ]);
  },
);

interface Refused {
  readonly source: Source;
  readonly target: string;
  readonly rule: string;
  readonly fact: string;
}

const refused: readonly Refused[] = [
  {
    source: sources.webFe,
    target: 'Fabrikam Web',
    rule: 'The target subscription must be in the vault’s tenant.',
    fact: 'tenant',
  },
  {
    source: sources.keysLnx,
    target: 'Contoso Corporate',
    rule: 'A VM with Azure Disk Encryption can’t be restored to another subscription.',
    fact: 'Disk encryption is Azure Disk Encryption',
  },
  {
    source: sources.legacyImg,
    target: 'Contoso Production',
    rule: 'Only VMs with managed disks can be restored to another subscription.',
    fact: 'The VM’s disks are unmanaged',
  },
  {
    source: sources.hrDb,
    target: 'Contoso Corporate',
    rule: 'Cross Subscription Restore is off for this vault.',
    fact: 'Cross Subscription Restore is off',
  },
  {
    source: sources.dcHq,
    target: 'Contoso Production',
    rule: 'Cross Subscription Restore is permanently disabled on this vault',
    fact: 'Cross Subscription Restore is permanently disabled',
  },
];

for (const { source, target, rule, fact } of refused) {
  test(`${source.machine} does not go to ${target}: ${fact}`, async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, explanation, keyboard } = screens;
    await configure(screens, source);
    await configuration.chooseType('Restore disks');
    const list = configuration.list('Subscription');
    await expect(list).toHaveText(/^(Contoso|Documents|Fabrikam)/);
    const own = await list.innerText();
    await keyboard.choose(list, configuration.entry(target));
    await expect(list).toHaveText(own);
    await expect(explanation.ofEntry(target)).toBeVisible();
    await explanation.expectSays({ rule, fact, source: 'Restore Azure VMs, ' });
    await expectAccessible(page, `refused: ${target}`);
  });
}

test('a vault that was moved does not restore to where it was', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, explanation, keyboard } = screens;
  await configure(screens, sources.hrDb);
  await configuration.chooseType('Restore disks');
  const list = configuration.list('Subscription');
  await keyboard.choose(list, configuration.entry('Contoso Corporate'));
  await explanation.expectSays({
    rule: 'The vault was moved while Cross Subscription Restore was off',
    fact: 'moved',
    source: 'Restore Azure VMs, Cross Subscription Restore for Azure VM, note, 30 Nov 2024',
  });
});

test('a snapshot alone stays in its subscription, and an older point may leave it', async ({
  app,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, explanation, keyboard } = screens;
  await configure(screens, sources.orders);
  await configuration.chooseType('Restore disks');
  const list = configuration.list('Subscription');
  await keyboard.choose(list, configuration.entry('Contoso Corporate'));
  await explanation.expectSays({
    rule: 'A snapshot-tier restore point can’t be restored to another subscription.',
    fact: 'The restore point’s tier is Snapshot',
    source: 'Restore Azure VMs, Restore options, Cross Subscription, 30 Nov 2024',
  });
  await wizard.openStep('restore-point');
  await wizard.choosePoint('4 Jun 2025, 02:16');
  await wizard.openStep('configuration');
  await configuration.choose('Subscription', 'Contoso Corporate');
});

test('a group in which one may only look is refused at Review', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, shell } = screens;
  await configure(screens, sources.webFe);
  await wizard.fillTarget({
    subscription: 'Contoso Corporate',
    group: 'rg-dr-audit-weu',
    staging: 'stcorpdrweu01 (LRS)',
  });
  await wizard.openStep('review');
  await shell.expectText('You don’t have permission to restore in this subscription.');
});

test('an old vault that says nothing of other subscriptions restores to them', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  await configure(screens, sources.finArchive);
  await configuration.chooseType('Restore disks');
  await configuration.choose('Subscription', 'Contoso Production');
  await expect
    .poll(async () => configuration.entries('Resource group'))
    .toContain('rg-restore-weu');
});
