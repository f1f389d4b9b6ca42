import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { goTo } from './drivers/in-page.ts';
import { test } from './fixtures.ts';

/** What the wizard fills in where a person has named the kind of restore. */

const newest = '4 Jun 2025 21:31';

test('disks take four clicks once a restore went to a group', async ({ app, page }) => {
  const { instance, wizard, configuration, shell } = await app.open(pageOf.sqlErp, 'default');
  await instance.restoreAs('Disks', newest).click();
  await wizard.expectStep('configuration');
  await shell.expectText('Staging Location: stprodweu01 (LRS) (the first that can be used)');
  await expect(configuration.list('Resource group')).toHaveText('Choose one');
  await shell.press('Clear suggestions');
  await expect(configuration.list('Staging Location')).toHaveText('Choose one');
  await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await wizard.next('review');
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');

  await goTo(page, pageOf.app01);
  await instance.restoreAs('Disks', '4 Jun 2025 22:03').click();
  await shell.expectText('Resource group: rg-restore-weu (used by your latest restore)');
  await wizard.next('review');
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');
});
