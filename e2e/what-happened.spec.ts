import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { troubleAddress } from './drivers/what-happened.ts';
import { goTo } from './drivers/in-page.ts';
import { expectHint } from './drivers/configuration.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/sources.ts';
import { LIKE, test } from './fixtures.ts';

/** What a trouble leads to. Every choice is in the address, so a test may begin anywhere. */

const scenarios = [
  ['A file or folder is gone', 'Files from a restore point'],
  ['A bad update or change', 'A new machine beside it'],
  ['The VM will not start', 'A new machine beside it'],
  ['Ransomware suspected', 'A copy in a network of its own'],
  ['The VM was deleted', 'A new machine beside it'],
  ['A zone is down', 'A new machine in the paired region'],
  ['A region is down', 'A new machine in the paired region'],
  ['Just rehearsing', 'A copy in a network of its own'],
  ['A disk is lost or damaged', 'Its disks alone'],
  ['A copy of the VM is needed', 'A new machine beside it'],
  ['An encrypted VM is lost', 'A new machine beside it'],
  ['Bare-metal recovery', 'A new machine beside it'],
] as const;

test('every scenario leads to its way, and those of document 001 are named', async ({ app }) => {
  const before = '2025-06-04T22:05:00Z';
  const { shell, whatHappened } = await app.open(
    troubleAddress({ machine: 'app01', before }),
    'default',
  );
  await shell.expectText('Choose what has happened.');
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

test('a bad update at 22:05: the newest point before it, a way, and the wizard with both', async ({
  app,
  azure,
}) => {
  const screens = await app.open('/', 'default');
  const { overview, whatHappened, wizard, configuration, shell } = screens;
  await overview.link('What happened?', 'A bad update or change').click();
  await expect(whatHappened.scenario('A bad update or change')).toBeChecked();
  await shell.expectText('Choose the machine.');
  await whatHappened.chooseMachine('app01');
  await shell.expectText('Say until when it was good.');
  await whatHappened.giveTime('22:05');
  await whatHappened.expectFirst('A new machine beside it, as of 4 Jun 2025 22:03.');
  await whatHappened.expectFacts({
    'What it leaves alone': /^app01 and its disks are not touched\.$/,
    'Restore point': /^4 Jun 2025 22:03$/,
    Consistency: /^Crash consistent$/,
    Tier: /^Snapshot and Vault-Standard$/,
    'Will not come back': /^4 h 4\d min of writes, until now; 1 min 42 s of them/,
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
  for (const chosen of ['app01, rg-app-prod', '4 Jun 2025 22:03', 'Create new virtual machine']) {
    await expect(wizard.section('Chosen')).toContainText(chosen);
  }
  expect(azure.sent()).toHaveLength(0);
});

test('the way that takes the place of the machine comes last, and opens as such', async ({
  app,
}) => {
  const before = '2025-06-04T22:05:00Z';
  const { whatHappened, wizard, configuration, shell } = await app.open(
    troubleAddress({ what: 'no-start', machine: 'app01', before }),
    'default',
  );
  const replace = whatHappened.other('Other disks in the machine itself');
  await expect(replace).toContainText('What was written to it since the point is lost on it.');
  await shell.follow('Restore this way: Other disks in the machine itself');
  await wizard.expectStep('configuration');
  await expect(configuration.group('Replace existing')).toBeChecked();
  await expect(configuration.list('Restore Type')).toHaveText('Replace disk/s');
});

test('a deleted machine comes back as a new one from its last point, and cannot be replaced', async ({
  app,
  troubles,
}) => {
  // Azure says that there is no such machine, and the browser notes it.
  troubles.expectRefusals();
  const { whatHappened, shell } = await app.open(
    troubleAddress({ what: 'machine-deleted', machine: 'old-crm-01' }),
    'default',
  );
  await whatHappened.expectFirst('A new machine beside it, as of 30 Apr 2025 22:0');
  await whatHappened.expectFacts({
    'What it leaves alone': /Nothing that exists today is touched/,
  });
  await whatHappened.why('Other disks in the machine itself');
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
  await whatHappened.expectFirst('A copy in a network of its own, as of 3 Jun 2025 22:0');
  await whatHappened.expectFacts({
    'What it does': /choose one that reaches nothing of yours/,
    'What it leaves alone': /what has happened to them stays there to be looked at/,
    'Watch out': /Nobody here looks into a point/,
  });
  await expect(whatHappened.other('Other disks in the machine itself')).toContainText(
    'Overwrites what the attack has left to look at',
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
  await whatHappened.expectFirst('Its disks alone, as of 4 Jun 2025 23:3');
  await whatHappened.expectFacts({ Afterwards: /template/ });
  await expect(whatHappened.other('Other disks in the machine itself')).toContainText(
    'Not possible for hr-db-01.',
  );
  await whatHappened.why('Other disks in the machine itself');
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
  await whatHappened.expectFirst('A new machine in another zone, as of 30 May 2025 18:2');
  await shell.expectText('The newer one of 4 Jun 2025 18:2');
  await shell.follow('Restore in zone 1 (restore point 30 May 2025 18:22)');
  await wizard.expectStep('configuration');
  await expect(configuration.list('Availability Zone')).toHaveText('Zone 1');
});

test(
  'a region is down: with Cross Region Restore a button starts it in the secondary region',
  { tag: LIKE },
  async ({ app, page }) => {
    const { whatHappened, wizard, configuration, shell } = await app.open(
      troubleAddress({ what: 'region-down', machine: 'app01' }),
      'region-down',
    );
    await shell.expectText('(GRS) has a copy in North Europe, and Cross Region Restore is on.');
    await expect(whatHappened.other('Its disks alone')).toContainText('Waits for West Europe.');
    await expectAccessible(page, 'What happened, a region is down');
    await shell.follow('Restore in North Europe (restore point 3 Jun 2025 22:05)');
    await wizard.expectStep('configuration');
    await shell.expectText('Secondary Region (North Europe)');
    await expect(configuration.list('Virtual network')).toHaveText('vnet-prod-neu');
  },
);

test(
  'a region is down: a vault without a copy elsewhere says so, and Configuration stays closed',
  { tag: LIKE },
  async ({ app }) => {
    const { whatHappened, wizard, configuration, shell, page } = await app.open(
      troubleAddress({ what: 'region-down', machine: 'hr-db-01' }),
      'region-down',
    );
    await whatHappened.expectFirst('(LRS) has its only copy in West Europe.');
    const there = whatHappened.other('Its disks in the paired region');
    await expect(there).toContainText('Not possible for hr-db-01.');
    await whatHappened.why('Its disks in the paired region');
    await expect(there).toContainText('uses locally redundant storage (LRS)');
    // Who goes to the wizard all the same is told the same there.
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
  },
);

test(
  'a region is down: with GRS alone the pair is named everywhere, and the answers are at the job',
  { tag: LIKE },
  async ({ app, azure, clock }) => {
    const { wizard, configuration, shell, job } = await app.open(
      troubleAddress({ what: 'region-down', machine: 'fin-ledger-01' }),
      'region-down',
    );
    await shell.follow('Restore in Central US (restore point 4 Jun 2025 22:23)');
    await wizard.expectStep('configuration');
    await shell.expectText('Paired region (Central US)');
    await shell.expectText('This restore goes to Central US, the paired region');
    await expectHint(
      configuration.list('Virtual network'),
      'Not filled in: the network of fin-ledger-01 is in East US 2, which is down.',
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
    await expect(wizard.section('Chosen')).toContainText('Paired region (Central US)');
    await expect(wizard.section('Chosen')).toContainText('A region is down');
    await wizard.tickWarnings();
    await wizard.restore();
    await shell.expectText('Azure has accepted the restore');
    expect(await azure.accepted()).toMatchObject([
      { body: { properties: { region: 'centralus' } } },
    ]);
    await clock.pass(90_000);
    await job.expectOpen(/fin-ledger-01/);
    await job.expectFacts('properties', {
      'What happened?': 'A region is down',
      'Is its zone or region down?': 'The primary datacenter is down',
    });
  },
);

test(
  'who says in the wizard that the datacenter is down is led to the secondary region',
  { tag: LIKE },
  async ({ app, page }) => {
    const screens = await app.open('/instances', 'region-down');
    const { wizard, configuration, shell } = screens;
    await configure(screens, sources.app01);
    await configuration.chooseType('Create new virtual machine');
    await configuration.aboutMachine().click();
    await configuration.choose('Is its zone or region down?', 'The primary datacenter is down');
    await shell.expectText('You can restore in North Europe now');
    await expectAccessible(page, 'Configuration, the datacenter is down');
    await page.getByRole('button', { name: 'Restore in the Secondary Region' }).click();
    await wizard.expectStep('restore-point');
    await shell.expectText('Secondary Region (North Europe)');
    await wizard.choosePoint('3 Jun 2025 22:05');
    await wizard.next('configuration');
    await expect(configuration.list('Virtual network')).toHaveText('vnet-prod-neu');
    await expect(configuration.list('Is its zone or region down?')).toHaveText(
      'The primary datacenter is down',
    );
  },
);
