import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { test } from './fixtures.ts';

/** The step for the restore point: its calendar, its filters, what each point can do, and what is suggested. */

const restoreOf = (page: string): string =>
  `/restore/new?instance=${encodeURIComponent(page.replace('/instances/', ''))}`;

const newest = '4 Jun 2025, 23:34';

test('the newest point is suggested, and follows the filters until a person selects one', async ({
  app,
}) => {
  const { instance, shell, wizard } = await app.open(restoreOf(pageOf.app01), 'default');
  await wizard.expectStep('restore-point');
  await expect(wizard.point('4 Jun 2025, 22:03')).toBeChecked();
  await shell.expectText(
    '4 Jun 2025, 22:03 is the latest that can be restored. Check it before you continue.',
  );

  await instance.before().fill('4 Jun 01:00');
  await instance.before().press('Enter');
  await wizard.expectStep('restore-point');
  await expect(wizard.point('3 Jun 2025, 22:05')).toBeChecked();
  await shell.expectText('is the latest that fits the filters and can be restored.');

  await wizard.choosePoint('1 Jun 2025, 22:06');
  await instance.day('Mon 2 Jun 2025, 1 restore point').press('Enter');
  await instance.expectCount('1 of 31 restore points');
  await shell.expectText('Your filters hide the selected restore point, 1 Jun 2025, 22:0');
  await instance.day('Mon 2 Jun 2025').press('Enter');
  await expect(wizard.point('1 Jun 2025, 22:06')).toBeChecked();

  await instance.before().fill('one o’clock');
  await instance.before().press('Enter');
  await shell.expectText('“one o’clock” isn’t a time.');
  await expect(instance.before()).toHaveValue('one o’clock');
});

test('what each point can do stands in its row, and why not is a press away', async ({ app }) => {
  const { instance, shell, wizard } = await app.open(restoreOf(pageOf.hrDb), 'default');
  await wizard.expectStep('restore-point');
  await expect(wizard.point(newest)).toBeChecked();
  await wizard.points.expectRow({
    'New VM': 'Not possible\nWhy',
    Disks: 'Possible',
    Replace: 'Not possible\nWhy',
  });
  await instance.why('Replace', newest).click();
  const reasons = instance.reasons('Replace', newest);
  await expect(reasons).toContainText('Replace existing doesn’t support encrypted VMs.');
  await shell.press('Close');
  await expect(reasons).toBeHidden();
  await expect(instance.why('Replace', newest)).toBeFocused();
  await shell.press('Clear suggestion');
  await expect(wizard.point(newest)).not.toBeChecked();
});
