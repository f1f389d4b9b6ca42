import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { MATRIX, test } from './fixtures.ts';

/** What the wizard fills in where a person has named the kind of restore. */

const newest = '4 Jun 2025, 21:31';

test('disks of a VM take four presses after the search once a restore went to a group', async ({
  app,
}) => {
  const { instance, wizard, configuration, search, shell } = await app.open(
    pageOf.sqlErp,
    'default',
  );
  await instance.restoreAs('Disks', newest).click();
  await wizard.expectStep('configuration');
  await shell.expectText('Staging Location: stprodweu01 (LRS) (the first that can be used)');
  await expect(configuration.list('Staging Location')).toHaveAccessibleDescription(/^Suggested/);
  await expect(configuration.list('Resource group')).toHaveText('Select one');
  await shell.press('Clear suggestions');
  await expect(configuration.list('Staging Location')).toHaveText('Select one');
  await configuration.choose('Staging Location', 'stprodweu01 (LRS)');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await wizard.next('review');
  // Another restore of it to this group is in progress.
  await wizard.shownWarnings('Other restores to this target').check();
  await wizard.restore();
  await shell.expectText('Restore request accepted');

  await search.find('app01');
  const presses = [
    async () => search.option('Backup instances', 'app01').first().click(),
    async () => instance.restoreAs('Disks', '4 Jun 2025, 22:03').click(),
    async () => {
      await shell.expectText('Resource group: rg-restore-weu (used by your latest restore)');
      await wizard.next('review');
    },
    async () => wizard.restore(),
  ];
  for (const press of presses) await press();
  await shell.expectText('Restore request accepted');
  expect(presses).toHaveLength(4);
});

test('the menu of a row opens the wizard at the restore point, which Next confirms', async ({
  app,
}) => {
  const { instances, wizard, shell } = await app.open('/instances?search=sql-erp', 'default');
  const menu = await instances.restoreMenu('sql-erp-02');
  // The row isn't chosen by that.
  await expect(instances.row('sql-erp-02')).toHaveAttribute('aria-selected', 'false');
  await menu.getByRole('link', { name: 'Disks' }).click();
  await wizard.expectStep('restore-point');
  await shell.expectText(
    `${newest} is the latest that can be restored. Check it before you continue.`,
  );
  await expect(wizard.point(newest)).toBeChecked();
  await wizard.next('configuration');
  await wizard.openStep('restore-point');
  // Confirmed by Next: not a suggestion any more.
  await expect(wizard.point(newest)).toBeChecked();
  await expect(shell.button('Clear suggestion')).toHaveCount(0);
});

test(
  'the menu says why the disks of a deleted VM can’t be replaced',
  { tag: MATRIX },
  async ({ app }) => {
    const { instances } = await app.open('/instances?search=old-crm', 'default');
    await instances.expectRow({ Source: 'Deleted' });
    const menu = await instances.restoreMenu('old-crm-01');
    const replace = menu.getByRole('button', { name: 'Replace The source VM no longer exists.' });
    await expect(replace).toHaveAttribute('aria-disabled', 'true');
    await expect(menu.getByRole('link')).toHaveCount(3);
  },
);
