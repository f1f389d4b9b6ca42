import { expect } from 'playwright/test';
import { coresForbidden, validationForbidden } from './drivers/faults.ts';
import { powerInAzure } from './drivers/others.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import type { Screens } from './drivers/screens.ts';
import type { Scenario } from './drivers/simulated.ts';
import { type App, type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

/** The list before a restore: what was found, what can be done, and what Azure itself says. */

const azureLooks = 'Checking: 1 warning, 1 not checked.';
/** A copy gets the network of its source, unless another one is chosen. */
const hostName = 'Host name: Warning';
const ready = 'Ready with warnings: 1 warning.';
/** Simulated time until Azure has validated, and a little more. */
const VALIDATED_MS = 12_000;

/** Lets time go by until Azure has looked: its answer to the first request may still be on its way. */
async function azureHasLooked({ wizard: { preflight } }: Screens, clock: Clock): Promise<void> {
  const looked = async (): Promise<string> => {
    await clock.waitFor(VALIDATED_MS);
    return preflight.line('Validation by Azure').innerText();
  };
  await expect.poll(looked).not.toContain('Checking');
}

/** sql-erp-02 beside itself: eight cores are left, and it has sixteen. */
async function fillSqlErp(screens: Screens): Promise<void> {
  await configure(screens, sources.sqlErp);
  await screens.configuration.fillNewMachine({ ...app01Beside, name: 'sql-night' });
  await screens.wizard.openStep('review');
}

/** A world of its own, with the list at hand. */
async function opened(app: App, scenario: Scenario = 'default') {
  const screens = await app.open('/instances', scenario);
  return { ...screens, screens, preflight: screens.wizard.preflight };
}

test('everything is in order once Azure has looked, too', async ({ app, clock, azure }) => {
  const { screens, wizard, preflight } = await opened(app);
  await fillApp01Beside(screens);
  await azure.expectReceived('restores.startValidation', 1);
  await preflight.expectSum(azureLooks);
  expect(await preflight.notPassed()).toEqual([hostName, 'Validation by Azure: Checking']);
  await preflight.expectLine('Network and addresses', 'Passed', '238 of 251');
  await expect(preflight.section()).toContainText(/Updated \d+ s ago/);
  await preflight.expectLine('Validation by Azure', 'Checking', /For \d+ s\./);
  await azureHasLooked(screens, clock);
  await preflight.expectSum(ready);
  await preflight.expectLine('Validation by Azure', 'Passed', 'Azure accepts this restore');
  expect(await preflight.notPassed()).toEqual([hostName]);
  await wizard.openStep('configuration');
  await wizard.openStep('review');
  await preflight.expectSum(ready);
  expect(await azure.received('restores.startValidation')).toHaveLength(1);
  expect(await azure.accepted()).toEqual([]);
});

test('a subnet without a free address can’t be chosen, and says why', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { explanation, configuration, keyboard } = screens;
  await configure(screens, sources.app01);
  await configuration.fillNewMachine(app01Beside);
  await keyboard.choose(configuration.list('Subnet'), configuration.entry('snet-data'));
  await expect(explanation.ofEntry('snet-data')).toContainText(
    /All addresses of the subnet snet-data are in use/,
  );
});

test('too few cores: told by the list and by Azure, which looks at another choice anew', async ({
  app,
  azure,
  clock,
}) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await fillSqlErp(screens);
  await preflight.expectLine(
    'Core quota',
    'Warning',
    'needs 16 cores. ESv5 Family vCPUs: 8 of 48 left',
  );
  await expect(preflight.line('Core quota')).toContainText('az vm list-usage');
  await azure.expectReceived('restores.startValidation', 1);
  await azureHasLooked(screens, clock);
  await preflight.expectLine(
    'Validation by Azure',
    'Not possible',
    /40 of 48 of standardESv5Family are used.*\(UserErrorCoreCountSubscriptionQuotaReached\)/,
  );
  await preflight.expectSum('Not possible: 1 check failed, 3 warnings.');
  await expect(wizard.restoreButton()).toBeDisabled();
  await expect(wizard.need('Validation by Azure')).toBeVisible();
  await preflight.way('Core quota', 'Change it in Configuration').click();
  await expect(configuration.list('Restore Type')).toBeFocused();
  await configuration.chooseType('Restore disks');
  await wizard.openStep('review');
  await azure.expectReceived('restores.startValidation', 2);
  await expect(preflight.line('Core quota')).toHaveCount(0);
  await azureHasLooked(screens, clock);
  await preflight.expectLine('Validation by Azure', 'Passed');
});

test('a taken name leads to its field', async ({ app }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await fillApp01Beside(screens);
  await wizard.openStep('configuration');
  await configuration.name().fill('web-fe-07');
  await wizard.openStep('review');
  const taken = 'The subscription already has a VM with this name.';
  await preflight.expectLine('Names', 'Not possible', taken);
  await expect(preflight.line('Names')).not.toContainText('not among');
  await preflight.expectSum('Not possible: 1 check failed, 1 warning, 1 not checked.');
  await wizard.need(`${taken} Enter another name.`).click();
  await expect(
    wizard.section('Before you restore').getByText('Names', { exact: true }),
  ).toBeFocused();
  await expect(
    preflight
      .line('Names')
      .getByRole('button', { name: 'Do this instead: Virtual machine name: web-fe-07-2' }),
  ).toBeVisible();
  await expect(wizard.restoreButton()).toBeDisabled();
  await preflight.line('Names').getByRole('button', { name: 'Go to Configuration' }).click();
  await expect(configuration.name()).toBeFocused();
});

test(
  'too few rights: what is lacking, where, and a command for who can give it',
  { tag: proves('see which permission is missing') },
  async ({ app }) => {
    const { screens, preflight } = await opened(app, 'few-rights');
    await fillApp01Beside(screens);
    const vault = 'Your permissions in the vault';
    await preflight.expectLine(
      vault,
      'Not possible',
      'None of your active roles includes permission to restore from rsv-prod-weu.',
    );
    const action = preflight.line(vault).getByText(/recoveryPoints\/restore\/action$/);
    await expect(action).toBeHidden();
    await preflight.line(vault).getByText('Action', { exact: true }).click();
    await expect(action).toBeVisible();
    await expect(preflight.line(vault)).toContainText("--role 'Backup Operator'");
    await expect(preflight.way(vault, 'Copy For an owner')).toBeVisible();
    await preflight.expectLine('Your permissions in the network', 'Warning', 'rg-network-weu');
    await preflight.expectLine('Your permissions in the target', 'Passed');
  },
);

test('a group that may only be read', async ({ app }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await configure(screens, sources.app01);
  await configuration.fillNewMachine({ ...app01Beside, group: 'rg-readonly-weu' });
  await wizard.openStep('review');
  const line = 'Your permissions in the target';
  await preflight.expectLine(line, 'Not possible', 'create VMs in rg-readonly-weu');
  await expect(preflight.line(line)).toContainText('Microsoft.Compute/virtualMachines/write');
});

test('what is not checked, and is read again when it may be', async ({ app, faults }) => {
  const { screens, preflight } = await opened(app);
  await faults.add(coresForbidden);
  await fillApp01Beside(screens);
  const why = 'You don’t have permission to view the subscription’s used cores. Required action:';
  await preflight.expectLine('Core quota', 'Not checked', why);
  await preflight.expectSum('Checking: 1 warning, 2 not checked.');
  await faults.remove(coresForbidden.id);
  await preflight.way('Core quota', /^Check again/).click();
  await preflight.expectLine('Core quota', 'Passed');
  await expect(preflight.heading()).toBeFocused();
  await preflight.expectSum(azureLooks);
});

test('a running machine is shut down before its disks are replaced', async ({ app }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await configure(screens, sources.app01);
  await configuration.fillReplacement(app01Beside.staging);
  await wizard.openStep('review');
  const line = 'Power state of the source VM';
  await preflight.expectLine(line, 'Not possible', 'az vm deallocate --ids');
  await expect(preflight.line(line)).toContainText('Azure replaces the disks of a VM only while');
  await expect(preflight.line('Core quota')).toHaveCount(0);
  await powerInAzure(screens.page, sources.app01, 'off');
  await preflight.way(line, 'Check again: app01').click();
  await preflight.expectLine(line, 'Passed', 'app01 is shut down.');
  await expect(preflight.heading()).toBeFocused();
});

test('a machine that is shut down passes', async ({ app }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await configure(screens, sources.webStage);
  await configuration.group('Replace existing').check();
  await configuration.openFilled();
  await configuration.clearSuggestions('Staging Location');
  await wizard.openStep('review');
  await preflight.expectLine('Power state of the source VM', 'Passed', 'web-fe-07 is shut down.');
  await preflight.expectLine('Staging Location', 'To do');
});

test('key vaults: there, gone, and not to be read', async ({ app, troubles }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  troubles.expectRefusals();
  await configure(screens, sources.finLedger);
  await configuration.chooseType('Restore disks');
  await wizard.openStep('review');
  await preflight.expectLine('Key vault', 'Passed', 'kv-des-backup exists');
  await wizard.openStep('configuration');
  await configuration.choose('Disk encryption set', 'des-restore-eus2');
  await wizard.openStep('review');
  await preflight.expectLine('Key vault', 'Warning', 'az keyvault recover');
  await preflight.way('Key vault', 'Change it in Configuration').click();
  await expect(configuration.list('Disk encryption set')).toBeFocused();
  await configuration.choose('Disk encryption set', 'des-double-eus2');
  await wizard.openStep('review');
  await preflight.expectLine('Key vault', 'Not checked', 'Microsoft.KeyVault/vaults/read');
});

test('many restores of a day warn', async ({ app, clock }) => {
  const { screens, preflight } = await opened(app);
  await fillSqlErp(screens);
  await preflight.expectLine('Restores in the last 24 hours', 'Passed', '1 of about 10');
  await clock.pass(15 * 3_600_000);
  await preflight.expectLine('Restores in the last 24 hours', 'Warning', /11 of about 10.*Wait/);
});

test('a restore point that went leads to the others', async ({ app, clock, troubles }) => {
  const { screens, wizard, configuration, preflight } = await opened(app, 'expiring-point');
  // Azure validates it, and knows the point no more.
  troubles.expectRefusals();
  await configure(screens, sources.testVm);
  await configuration.chooseType('Restore disks');
  await wizard.openStep('review');
  await preflight.expectLine('Restore point and snapshot', 'Passed', 'Snapshot and Vault-Standard');
  await clock.pass(11 * 60_000);
  await preflight.expectLine('Restore point and snapshot', 'Not possible', 'doesn’t list');
  await preflight.way('Restore point and snapshot', 'Change it in Restore point').click();
  await wizard.expectStep('restore-point');
});

test('a validation can be stopped, and can fail, and says so', async ({ app, clock, faults }) => {
  const { screens, preflight } = await opened(app);
  const line = 'Validation by Azure';
  await fillApp01Beside(screens);
  await preflight.way(line, 'Stop waiting').click();
  await preflight.expectLine(line, 'Not checked', 'You stopped waiting');
  await clock.waitFor(VALIDATED_MS);
  await preflight.expectLine(line, 'Not checked', 'You stopped waiting');
  await faults.add(validationForbidden);
  await preflight.way(line, 'Validate again').click();
  await preflight.expectLine(
    line,
    'Not checked',
    'You don’t have permission to view the validation.',
  );
  await preflight.expectSum('Ready with warnings: 1 warning, 1 not checked.');
  await preflight.way(line, 'Validate again').click();
  await azureHasLooked(screens, clock);
  await preflight.expectSum(ready);
});

test('Azure cannot look into a group that is still to be made', async ({ app }) => {
  const { screens, wizard, configuration, preflight } = await opened(app);
  await configure(screens, sources.app01);
  await configuration.chooseType('Restore disks');
  await configuration.nameNewGroup('rg-new');
  await configuration.choose('Staging Location', app01Beside.staging);
  await wizard.openStep('review');
  await preflight.expectLine('Validation by Azure', 'Not checked', 'when you select Restore');
  const note =
    'whether resource group rg-new exists (HEAD). It is created only if it doesn’t (PUT)';
  await expect(await wizard.request()).toContainText(note);
  await expect(preflight.line('Validation by Azure').getByRole('button')).toHaveCount(0);
});

test('everything can be checked again at once', async ({ app, azure, clock }) => {
  const { screens, preflight } = await opened(app);
  await fillApp01Beside(screens);
  await preflight.expectSum(azureLooks);
  await clock.waitFor(20_000);
  await expect(preflight.section()).toContainText(/Updated 2\d s ago/);
  const before = (await azure.received('usages.list')).length;
  await preflight.section().getByRole('button', { name: 'Check again' }).click();
  await expect.poll(async () => (await azure.received('usages.list')).length).toBe(before + 1);
  await expect(preflight.section()).not.toContainText(/Updated [23]\d s ago/);
});
