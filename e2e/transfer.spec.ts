import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { passUntil } from './drivers/page.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** A restore point whose transfer to the vault isn't complete: document 000, Choose a VM restore configuration, note. */

test('a transfer that is not complete is shown with its job, and once it has ended the point works', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  await configure(screens, sources.filesHq);
  const note = page.getByRole('group').filter({ hasText: 'not in the vault yet' });
  await expect(note).toContainText('Transfer data to vault: In progress');
  await expect(note.getByRole('link', { name: /^Backup job of/ })).toHaveAttribute(
    'href',
    /\/jobs\//,
  );
  await expect(
    note.getByRole('button', { name: /^Use 4 Jun 2025, .* in the vault$/ }),
  ).toBeVisible();
  await expectAccessible(page, 'a transfer that is not complete');
  const replace = configuration.group('Replace existing');
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  // By its timers alone: were all read again, nothing would be left to refresh.
  await passUntil(
    async () => clock.waitFor(1_200_000),
    async () => (await note.innerText()).includes('The transfer has completed.'),
  );
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  await note.getByRole('button', { name: 'Refresh' }).click();
  await expect(note).toHaveCount(0);
  await expect(replace).not.toHaveAttribute('aria-disabled', 'true');
});
