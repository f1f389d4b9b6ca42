import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { troubleAddress } from './drivers/what-happened.ts';
import { goTo } from './drivers/in-page.ts';
import { test } from './fixtures.ts';

/** What a trouble leads to. Every choice is in the address, so a test may begin anywhere. */

const scenarios = [
  ['A file or folder is gone', 'Its disks alone'],
  ['A bad update or change', 'A new machine beside it'],
  ['The VM will not start', 'A new machine beside it'],
  ['Ransomware suspected', 'A copy in a network of its own'],
  ['The VM was deleted', 'A new machine beside it'],
  ['A zone is down', 'None of the ways can be taken here now.'],
  ['A region is down', 'None of the ways can be taken here now.'],
  ['Just rehearsing', 'A copy in a network of its own'],
  ['A disk is lost or damaged', 'Its disks alone'],
  ['A copy of the VM is needed', 'A new machine beside it'],
  ['An encrypted VM is lost', 'A new machine beside it'],
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
  for (const row of ['Files', 'Disk', 'Entire VM', 'Encrypted', 'Cross Region Restore']) {
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
  await shell.expectText('The source machine no longer exists');
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
  await shell.expectText('Encrypted machines cannot be replaced in place.');
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
  await whatHappened.restoreThisWay();
  await wizard.expectStep('configuration');
  await expect(configuration.list('Availability Zone')).toHaveText('Zone 1');
});

test('a region is down: what the vault has there is told, and that it cannot be taken here yet', async ({
  app,
}) => {
  const { whatHappened } = await app.open(
    troubleAddress({ what: 'region-down', machine: 'app01' }),
    'default',
  );
  const there = whatHappened.other('A new machine in the secondary region');
  await expect(there).toContainText('Not begun from here.');
  await expect(whatHappened.other('Its disks alone')).toContainText('Waits for West Europe.');
  await goTo(whatHappened.page, troubleAddress({ what: 'region-down', machine: 'hr-db-01' }));
  await expect(there).toContainText('Not possible for hr-db-01.');
  await whatHappened.why('A new machine in the secondary region');
  await expect(there).toContainText('Cross Region Restore is off for this vault.');
});
