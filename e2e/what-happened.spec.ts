import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { sources, troubleAddress } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
import { expectHint } from './drivers/configuration.ts';
import { configure } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** What a trouble leads to. Every choice is in the address, so a test may start anywhere. */

const scenarios = [
  ['A file or folder is missing', 'Files from a restore point'],
  ['A bad update or change', 'New VM next to the original'],
  ['The VM doesn’t start', 'New VM next to the original'],
  ['Ransomware suspected', 'New VM in an isolated network'],
  ['The VM was deleted', 'New VM next to the original'],
  ['A zone is down', 'New VM in the paired region'],
  ['A region is down', 'New VM in the paired region'],
  ['Just rehearsing', 'New VM in an isolated network'],
  ['A disk is lost or damaged', 'Disks only'],
  ['A copy of the VM is needed', 'New VM next to the original'],
  ['An encrypted VM is lost', 'New VM next to the original'],
  ['Bare-metal recovery', 'New VM next to the original'],
] as const;

test('every scenario leads to its way, and those of document 001 are named', async ({ app }) => {
  const before = '2025-06-04T22:05:00Z';
  const { shell, whatHappened } = await app.open(
    troubleAddress({ machine: 'app01', before }),
    'default',
  );
  await shell.expectText('Select what happened.');
  for (const [scenario, way] of scenarios) {
    await whatHappened.choose(scenario);
    await whatHappened.expectFirst(way);
  }
  for (const row of [
    'Files',
    'Disk',
    'Entire VM',
    'Encrypted',
    'Cross Region Restore',
    'Bare-metal restore',
  ]) {
    await shell.expectText(`(${row})`);
  }
});

test(
  'a bad update at 22:05: the newest point before it, a way, and the wizard with both',
  { tag: proves('find the way from what happened') },
  async ({ app, azure }) => {
    const screens = await app.open('/', 'default');
    const { overview, whatHappened, wizard, configuration, shell } = screens;
    await overview.link('What happened?', 'A bad update or change').click();
    await expect(whatHappened.scenario('A bad update or change')).toBeChecked();
    await shell.expectText('Select a VM.');
    await whatHappened.chooseMachine('app01');
    await shell.expectText('Enter the last time it was good.');
    await whatHappened.giveTime('22:05');
    await whatHappened.expectFirst('New VM next to the original, as of 4 Jun 2025, 22:03.');
    await whatHappened.expectFacts({
      'What it doesn’t change': /^app01 and its disks don’t change\.$/,
      'Restore point': /^4 Jun 2025, 22:03$/,
      Consistency: /^Crash consistent$/,
      Tier: /^Snapshot and Vault-Standard$/,
      'Data loss': /^At least 4 h 4\d min of changes; 1 min 42 s of them/,
    });
    await whatHappened.restoreThisWay();

    await wizard.expectStep('configuration');
    await expect(configuration.group('Create new')).toBeChecked();
    await expect(configuration.list('Restore Type')).toHaveText('Create new virtual machine');
    await configuration.name().fill('app01-before-update');
    await configuration.choose('Resource group', 'rg-restore-weu');
    await configuration.choose('Virtual network', 'vnet-prod-weu');
    await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
    await wizard.next('review');
    for (const chosen of [
      'app01, rg-app-prod',
      '4 Jun 2025, 22:03',
      'Create new virtual machine',
    ]) {
      await expect(await wizard.selected()).toContainText(chosen);
    }
    expect(azure.sent()).toHaveLength(0);
  },
);

test('the machines that an answer concerns come first, and their count leads to the list of them', async ({
  app,
  page,
}) => {
  const { whatHappened, instances } = await app.open('/what-happened', 'region-down');
  await page.setViewportSize({ width: 400, height: 800 });
  await whatHappened.choose('The VM was deleted');
  await expect(page.getByRole('heading', { name: '2. Virtual machine' })).toBeInViewport();
  await expect(whatHappened.machines.row().nth(0)).toContainText(/old-crm-01.*Not found/);
  await expect(whatHappened.machines.row('app01')).toContainText('Found');

  await page.setViewportSize({ width: 1440, height: 900 });
  await whatHappened.choose('A region is down');
  await whatHappened.machines.expectRow({
    Name: 'app01',
    Zone: 'West Europe, zone 1',
    Redundancy: 'GRS',
  });
  await expect(page.getByText('Azure Service Health reports an issue there.')).toBeVisible();
  await whatHappened.choose('The VM was deleted');
  await page.getByRole('link', { name: '1 backup instance' }).click();
  await expect(instances.row('old-crm-01')).toBeVisible();
  await expect(page.getByText('1 backup instance', { exact: true })).toBeVisible();
});

test('the way that takes the place of the machine comes last, and opens as such', async ({
  app,
}) => {
  const before = '2025-06-04T22:05:00Z';
  const { whatHappened, wizard, configuration, shell } = await app.open(
    troubleAddress({ what: 'no-start', machine: 'app01', before }),
    'default',
  );
  const replace = whatHappened.other('Replace the disks of the VM');
  await expect(replace).toContainText('Changes made since the restore point are lost.');
  await shell.follow('Restore with this option: Replace the disks of the VM');
  await wizard.expectStep('configuration');
  await expect(configuration.group('Replace existing')).toBeChecked();
  await expect(configuration.list('Restore Type')).toHaveText('Replace disk/s');
});

test('a deleted machine comes back as a new one from its last point, and cannot be replaced', async ({
  app,
  troubles,
}) => {
  // Azure reports that there is no such machine, and the browser logs it.
  troubles.expectRefusals();
  const { whatHappened, shell } = await app.open(
    troubleAddress({ what: 'machine-deleted', machine: 'old-crm-01' }),
    'default',
  );
  await whatHappened.expectFirst('New VM, as of 30 Apr 2025, 22:0');
  await whatHappened.expectFacts({
    'What it doesn’t change': /Nothing that exists today changes/,
  });
  await whatHappened.why('Replace the disks of the VM');
  await shell.expectText('The source VM no longer exists');
});

test('suspected ransomware leads to a copy apart, and what is there stays to be looked at', async ({
  app,
}) => {
  const before = '2025-06-04T00:00:00Z';
  const { whatHappened } = await app.open(
    troubleAddress({ what: 'ransomware', machine: 'app01', before }),
    'default',
  );
  await whatHappened.expectFirst('New VM in an isolated network, as of 3 Jun 2025, 22:0');
  await whatHappened.expectFacts({
    'What it does': /select an isolated one/,
    'What it doesn’t change': /They stay available for investigation/,
    Warnings: /Restore Center doesn’t scan restore points/,
  });
  await expect(whatHappened.other('Replace the disks of the VM')).toContainText(
    'Overwrites evidence of the attack',
  );
});

test('an encrypted machine is rebuilt from its disks; what is not possible names rule, fact and document', async ({
  app,
  page,
}) => {
  const { whatHappened, shell } = await app.open(
    troubleAddress({ what: 'encrypted', machine: 'hr-db-01' }),
    'default',
  );
  await whatHappened.expectFirst('Disks only, as of 4 Jun 2025, 23:3');
  await whatHappened.expectFacts({ Afterwards: /template/ });
  await expect(whatHappened.other('Replace the disks of the VM')).toContainText(
    'Not possible for hr-db-01.',
  );
  await whatHappened.why('Replace the disks of the VM');
  await shell.expectText('Replace existing doesn’t support encrypted VMs.');
  await shell.expectText('Disk encryption is Azure Disk Encryption');
  await shell.expectText('Restore entire encrypted VM at alternate location, 18 Feb 2020');
  await expectAccessible(page, 'What happened, why not');
});

test('a zone is down: another zone where the vault has it, from a point that is in the vault alone', async ({
  app,
}) => {
  const { whatHappened, wizard, configuration, shell } = await app.open(
    troubleAddress({ what: 'zone-down', machine: 'media-arch-01' }),
    'default',
  );
  await whatHappened.expectFirst('New VM in another zone, as of 30 May 2025, 18:2');
  await shell.expectText('The newer restore point of 4 Jun 2025, 18:2');
  await shell.follow('Restore in zone 1 (restore point 30 May 2025, 18:22)');
  await wizard.expectStep('configuration');
  await expect(configuration.list('Availability Zone')).toHaveText('Zone 1');
});

test('a region is down: with Cross Region Restore a button starts it in the secondary region', async ({
  app,
  page,
}) => {
  const { whatHappened, wizard, configuration, shell } = await app.open(
    troubleAddress({ what: 'region-down', machine: 'app01' }),
    'region-down',
  );
  await shell.expectText('(GRS) has a copy in North Europe. Cross Region Restore is on.');
  await expect(whatHappened.other('Disks only')).toContainText('Waits for West Europe.');
  await expectAccessible(page, 'What happened, a region is down');
  await shell.follow('Restore in North Europe (restore point 3 Jun 2025, 22:05)');
  await wizard.expectStep('configuration');
  await shell.expectText('Secondary Region (North Europe)');
  await expect(configuration.list('Virtual network')).toHaveText('vnet-prod-neu');
});

test('a region is down: a vault without a copy elsewhere says so, and Configuration stays closed', async ({
  app,
}) => {
  const { whatHappened, wizard, configuration, shell, page } = await app.open(
    troubleAddress({ what: 'region-down', machine: 'hr-db-01' }),
    'region-down',
  );
  await whatHappened.expectFirst('This vault (LRS) has its only copy in West Europe.');
  const there = whatHappened.other('Disks in the paired region');
  await expect(there).toContainText('Not possible for hr-db-01.');
  await whatHappened.why('Disks in the paired region');
  await expect(there).toContainText('uses locally redundant storage (LRS)');
  // The wizard itself, when opened anyway, says the same.
  await goTo(page, sources.hrDb.start);
  await wizard.expectStep('configuration');
  await configuration.chooseType('Restore disks');
  await configuration.aboutMachine().click();
  await configuration.choose('Is its zone or region down?', 'The primary datacenter is down');
  await shell.expectText('Nothing can be restored now');
  await wizard.tryNext();
  await expectHint(
    configuration.list('Restore Type'),
    'The vault uses locally redundant storage (LRS)',
  );
});

test('a region is down: with GRS alone the pair is named everywhere, and the answers are at the job', async ({
  app,
  azure,
  clock,
}) => {
  const { wizard, configuration, shell, job } = await app.open(
    troubleAddress({ what: 'region-down', machine: 'fin-ledger-01' }),
    'region-down',
  );
  await shell.follow('Restore in Central US (restore point 4 Jun 2025, 22:23)');
  await wizard.expectStep('configuration');
  await shell.expectText('Paired region (Central US)');
  await shell.expectText('This restore goes to Central US, the paired region');
  await expectHint(
    configuration.list('Virtual network'),
    'The network of fin-ledger-01 is in East US 2, which is down.',
  );
  await configuration.fillNewMachine({
    name: 'fin-ledger-02',
    group: 'rg-dr-cus',
    network: 'vnet-dr-cus',
    staging: 'stcorpdrcus01 (LRS)',
  });
  await wizard.next('review');
  await shell.expectText(
    'It’s created in Central US, the paired region, because East US 2 is down.',
  );
  await expect(await wizard.selected()).toContainText('Paired region (Central US)');
  await expect(await wizard.selected()).toContainText('A region is down');
  await wizard.tickWarnings();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([{ body: { properties: { region: 'centralus' } } }]);
  await clock.pass(90_000);
  await job.expectOpen(/fin-ledger-01/);
  await job.expectFacts('properties', {
    'What happened?': 'A region is down',
    'Is its zone or region down?': 'The primary datacenter is down',
  });
});

test('who says in the wizard that the datacenter is down is led to the secondary region', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'region-down');
  const { wizard, configuration, shell } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await configuration.aboutMachine().click();
  await configuration.choose('Is its zone or region down?', 'The primary datacenter is down');
  await shell.expectText('This vault has a copy in North Europe');
  await expectAccessible(page, 'Configuration, the datacenter is down');
  await page.getByRole('button', { name: 'Restore in the Secondary Region' }).click();
  await wizard.expectStep('restore-point');
  await shell.expectText('Secondary Region (North Europe)');
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.next('configuration');
  await expect(configuration.list('Virtual network')).toHaveText('vnet-prod-neu');
  await expect(configuration.list('Is its zone or region down?')).toHaveText(
    'The primary datacenter is down',
  );
});
