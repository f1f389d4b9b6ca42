import { expect } from 'playwright/test';
import { RestoreCommands } from './drivers/commands.ts';
import { expectHarmless, linksOf, withoutDialogs } from './drivers/hostile.ts';
import { allRead, goTo } from './drivers/in-page.ts';
import { openRecord, saved } from './drivers/record.ts';
import { MATRIX, test } from './fixtures.ts';

/** Names as a person reads them: what is hidden in them stands as its code. */
const reversed = 'report[U+202E]gpj.exe';
const html = `<img src=x onerror=alert('name')>`;

test('hostile names stay names on every page', async ({ app, page, troubles }) => {
  // A disk that was protected is not in the world itself.
  troubles.expectRefusals();
  await withoutDialogs(page, async () => {
    await app.open('/', 'hostile-names');
    const addresses = new Set<string>();
    for (const address of [
      '/',
      '/instances',
      '/instances?datasource=disk',
      '/jobs?range=7d',
      '/vaults',
      '/leftovers',
      '/what-happened?what=ransomware',
    ]) {
      await goTo(page, address);
      await allRead(page);
      await expectHarmless(page, address);
      for (const link of await linksOf(page)) addresses.add(link);
    }
    for (const address of addresses) {
      await goTo(page, address);
      await allRead(page);
      await expectHarmless(page, address);
    }
  });
});

test(
  'a restore among hostile names runs to its end',
  { tag: MATRIX },
  async ({ app, page, clock, troubles }) => {
    troubles.expectRefusals();
    await withoutDialogs(page, async () => {
      const { shell, instances, wizard, configuration, search, notices } = await app.open(
        '/instances',
        'hostile-names',
      );
      await instances.openFilter('Vault');
      await expectHarmless(page, 'a filter');
      await page.keyboard.press('Escape');
      await search.open();
      await search.type('gpj');
      await expect(search.options('Backup instances').first()).toContainText(reversed);
      await expectHarmless(page, 'results of a search');
      await search.options('Backup instances').first().click();
      await shell.expectTitle(reversed);
      await allRead(page);
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Restore as of/ })
        .first()
        .click();
      await wizard.expectStep('configuration');
      await wizard.openStep('restore-point');
      await allRead(page);
      await expectHarmless(page, 'Restore point');
      await wizard.openStep('instance');
      await allRead(page);
      await expectHarmless(page, 'Backup instance');
      await wizard.openStep('configuration');
      await allRead(page);
      await configuration.chooseType('Create new virtual machine');
      await configuration.name().fill('restored');
      await configuration.list('Resource group').click();
      await expectHarmless(page, 'a list');
      await configuration.entry(`rg-${reversed}`).click();
      await configuration.choose('Virtual network', `vnet-${html}`);
      await configuration.choose('Staging Location', `st${reversed} (LRS)`);
      await allRead(page);
      await expectHarmless(page, 'Configuration');
      await wizard.next('review');
      await allRead(page);
      await expectHarmless(page, 'Review');
      const commands = new RestoreCommands(page);
      await commands.openTab();
      await expectHarmless(page, 'the commands');
      await commands.choose('PowerShell');
      await expectHarmless(page, 'a script of PowerShell');
      await commands.choose('Azure CLI');
      await expectHarmless(page, 'a script of the Azure CLI');
      await expect(commands.script('Azure CLI')).toContainText(
        `--target-resource-group 'rg-${reversed}'`,
      );
      expect((await commands.download('Azure CLI')).text).toContain(
        "--target-resource-group 'rg-report\u202egpj.exe'",
      );
      await wizard.restore();
      await shell.expectText('Restore request accepted');
      await expectHarmless(page, 'a restore that was accepted');
      await clock.pass(4 * 3_600_000);
      await notices.open();
      await expectHarmless(page, 'notifications');
      await shell.expectText('The VM exists.');
      await expect(page).toHaveTitle(`Restore of ${reversed} to restored - Restore Center`);
      await openRecord(page);
      await allRead(page);
      await expectHarmless(page, 'a record');
      expect((await saved(page, 'Save as Markdown')).text).toContain(
        String.raw`- **Backup instance**: report\[U+202E\]gpj.exe`,
      );
      expect((await saved(page, 'Save as JSON')).text).toContain('"item": "report\u202egpj.exe"');
    });
  },
);
