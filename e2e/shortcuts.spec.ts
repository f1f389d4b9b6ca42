import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { Shortcuts } from './drivers/settings.ts';
import { test } from './fixtures.ts';

/** The list of keyboard shortcuts, and the key that opens it. */

test('? opens the keyboard shortcuts, except where text is typed, and can be turned off', async ({
  app,
  page,
}) => {
  const { shell, search, keyboard } = await app.open('/', 'default');
  const sheet = new Shortcuts(page);
  const restore = shell.link('Restore');
  await keyboard.reach(restore);
  await keyboard.press('?');
  await sheet.expectOpen();
  await expect(sheet.keysOf('Every page')).toHaveText(['Ctrl+K', '?', 'Esc']);
  await expectAccessible(page, 'keyboard shortcuts');
  await keyboard.press('Escape');
  await sheet.expectClosed();
  await expect(restore).toBeFocused();

  await search.open();
  await keyboard.press('?');
  await expect(search.field()).toHaveValue('?');
  await sheet.expectClosed();
  await keyboard.press('Backspace');
  await search.type('shortcut');
  await search.expectActive('Keyboard shortcuts');
  await keyboard.press('Enter');
  await expect(sheet.settingsHeading()).toBeFocused();
  await keyboard.activate(sheet.opener());
  await sheet.expectOpen();
  await sheet.turnOff();
  await sheet.close();
  await expect(sheet.opener()).toBeFocused();
  await keyboard.press('?');
  await sheet.expectClosed();
  await app.reload();
  await keyboard.reach(sheet.opener());
  await keyboard.press('?');
  await sheet.expectClosed();
});
