import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { RestoreCommands } from './drivers/review.ts';
import { powerInAzure } from './drivers/others.ts';
import { configure, fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

test(
  'a new VM is the same plan and the same scripts on Review and on its job',
  { tag: proves('copy a plan as commands') },
  async ({ app, clock, page }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, job } = screens;
    const commands = new RestoreCommands(page);
    await fillApp01Beside(screens);
    await commands.openTab();
    const plan = await commands.plan();
    // The request stands in its own tab, and is saved here.
    await commands.choose('REST');
    await expect(commands.script('REST')).toHaveCount(0);
    expect((await commands.download('REST')).text).toContain('"recoveryType": "AlternateLocation"');
    await commands.choose('PowerShell');
    await expect(commands.script('PowerShell')).toContainText("-TargetVMName 'app01-night'");
    await expectAccessible(page, 'commands on Review');
    const powerShell = await commands.download('PowerShell');
    expect(powerShell.name).toBe(`restore-${plan}.ps1`);
    expect(powerShell.text.startsWith(`\ufeff# Restore Center plan ${plan}\n`)).toBe(true);
    await commands.choose('Azure CLI');
    await expect(commands.limits('Azure CLI')).toContainText(
      'has no command for Azure’s validation',
    );
    const before = await commands.script('Azure CLI').innerText();
    expect(before).toContain("--target-resource-group 'rg-restore-weu'");

    await restoreStarted({ wizard, job }, clock, 'Restore of app01');
    expect(await commands.plan()).toBe(plan);
    await commands.show();
    await commands.choose('Azure CLI');
    expect(await commands.script('Azure CLI').innerText()).toBe(before);
    const cli = await commands.download('Azure CLI');
    expect(cli.name).toBe(`restore-${plan}.sh`);
    expect(
      cli.text.startsWith(`# Restore Center plan ${plan}\naz backup restore restore-disks`),
    ).toBe(true);
  },
);

test('only a replacement is without a resource group, and PowerShell says what that does', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  const commands = new RestoreCommands(page);
  await powerInAzure(page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.fillReplacement('stprodweu01 (LRS)');
  await wizard.next('review');
  await commands.openTab();
  await commands.choose('PowerShell');
  const script = commands.script('PowerShell');
  await expect(script).toContainText(
    '# Without -TargetResourceGroupName, this replaces the disks of the existing VM.',
  );
  await expect(script).not.toContainText("-TargetResourceGroupName '");
  await expect(commands.limits('PowerShell')).toContainText('replaces the disks whenever');
});
