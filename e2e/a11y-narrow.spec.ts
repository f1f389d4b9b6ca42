import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** 400 pixels: what opens over a page, scanned by axe. */
test.use({ viewport: { width: 400, height: 900 } });

test('the navigation, and the simulation panel', async ({ app, page }) => {
  const { shell, simulation } = await app.open('/', 'default');
  await shell.openMenu();
  await expectAccessible(page, 'navigation');
  await simulation.open();
  await simulation.showAllFaults();
  await expectAccessible(page, 'simulation');
});

test('the wizard: a list, what Next refuses, and an explanation', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration, explanation } = screens;
  await configure(screens, sources.hrDb);
  await explanation.why('Replace existing').click();
  await expectAccessible(page, 'an explanation');
  await configuration.chooseType('Restore disks');
  await (await configuration.staging()).click();
  await expect(configuration.entry('stprodweu01 (LRS)')).toBeVisible();
  await expectAccessible(page, 'a list', { isListOpen: true });
  await page.keyboard.press('Escape');
  await configuration.clearSuggestions('Resource group');
  await wizard.tryNext();
  await expect(configuration.list('Resource group')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'what Next refuses');
});
