import { expect } from 'playwright/test';
import { lookUp } from './drivers/page.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** A slip in a test fails within half a minute, and names what there is. */

test('of an entry, a row and a datasource that aren’t there the error lists those that are', async ({
  app,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, wizard } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Restore disks');
  await expect(configuration.choose('Staging Location', 'stsmall01')).rejects.toThrow(
    /No stsmall01 in the list\. There are: .*stprodweu01 \(LRS\)/,
  );
  await screens.page.keyboard.press('Escape');
  await wizard.openStep('instance');
  await expect(wizard.chooseInstance('app99')).rejects.toThrow(
    /No backup instance app99\. There are: .*app01/,
  );
  await wizard.openStep('datasource');
  await expect(wizard.chooseDatasource('Azure Files')).rejects.toThrow(
    /No datasource Azure Files\. There are: .*Azure Virtual machines/,
  );
});

test('of a step that no wizard has the error lists those that it has', () => {
  expect(() => lookUp({ instance: 1, review: 2 }, 'step', 'Configuration')).toThrow(
    'No step “Configuration”. There are: instance, review.',
  );
  expect(lookUp({ instance: 1 }, 'step', 'instance')).toBe(1);
});
