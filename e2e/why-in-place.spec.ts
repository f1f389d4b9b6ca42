import { expect } from 'playwright/test';
import { openDraftOf } from './drivers/hearing.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/sources.ts';
import { MATRIX, test } from './fixtures.ts';

/** Why opens in place, and Next says everywhere what it waits for. */

test('why a point is refused opens under its own row, takes the focus, and closes to its row', async ({
  app,
  page,
}) => {
  const screens = await app.open('/rules', 'default');
  await openDraftOf(screens, 'point.archive');
  const { explanation, wizard } = screens;
  await wizard.expectStep('restore-point');
  const why = explanation.whyAny().first();
  await why.click();
  const opened = page.getByRole('group', { name: / isn’t possible\.$/ });
  await expect(opened).toBeFocused();
  const [link, block] = [await why.boundingBox(), await opened.boundingBox()];
  expect((block?.y ?? 0) - (link?.y ?? 0)).toBeLessThan(80);
  expect(block?.width ?? 0).toBeGreaterThan(500);
  await explanation.hide().click();
  await expect(opened).toHaveCount(0);
  await expect(why).toBeFocused();
});

test(
  'a step without a machine: Next says so in one focused summary, and leads to the machines',
  { tag: MATRIX },
  async ({ app }) => {
    const { wizard } = await app.open('/restore/new', 'default');
    await wizard.chooseDatasource();
    await wizard.openStep('configuration');
    await wizard.tryNext();
    await expect(wizard.refused.alerts()).toHaveCount(1);
    await expect(wizard.refused.summary()).toBeFocused();
    await wizard.refused.summary().getByRole('button').first().click();
    await wizard.expectStep('instance');
  },
);

test(
  'a list opens under its field, with room for it, at the end of a long step too',
  { tag: MATRIX },
  async ({ app, page }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration } = screens;
    await configure(screens, sources.app01);
    await configuration.chooseType('Create new virtual machine');
    for (const label of ['Restore Type', 'Resource group', 'Staging Location'] as const) {
      await configuration.list(label).click();
      const list = page.getByRole('listbox');
      await expect(list).toBeVisible();
      const field = await configuration.list(label).boundingBox();
      const opened = await list.boundingBox();
      expect.soft(opened?.y, label).toBeGreaterThanOrEqual((field?.y ?? 0) + (field?.height ?? 0));
      expect.soft(Math.abs((opened?.x ?? 0) - (field?.x ?? 0)), label).toBeLessThan(4);
      await page.keyboard.press('Escape');
      await expect(list).toHaveCount(0);
    }
  },
);
