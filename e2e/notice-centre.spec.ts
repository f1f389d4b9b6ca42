import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { heardIn } from './drivers/page.ts';
import { type Planted, plantRestores } from './drivers/storage.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';

/** Notifications of restores, as they come up and as they are listed behind the bell. */

/** One restore that runs in this world, as if it had started here. */
async function openWith(app: App, kept: Pick<Planted, 'news' | 'isTold'>): Promise<Screens> {
  const screens = await app.open('/', 'default');
  const { overview, notices, page } = screens;
  const address = await overview.runningAddress('app01');
  await plantRestores(page, [{ ...kept, machine: 'app01', address }]);
  await app.reload();
  await expect(notices.bell(1)).toBeVisible();
  return screens;
}

test('a notice takes no focus, is announced, and can be dismissed by keyboard', async ({
  app,
  clock,
  page,
}) => {
  const { keyboard, notices, shell } = await openWith(app, { news: 'accepted', isTold: true });
  await expect(notices.bar()).toContainText('%');
  const place = shell.title('Overview');
  await place.focus();
  const heard = await heardIn(page);
  await clock.pass(7_200_000);
  const done = 'The restore of app01 completed.';
  await expect(notices.told(done)).toBeVisible();
  await expect(place).toBeFocused();
  await expect.poll(async () => (await heard()).join('\n')).toContain(done);
  await keyboard.reach(notices.told(done), 'Shift+Tab');
  await keyboard.activate(notices.dismissal(done));
  await expect(notices.told(done)).toHaveCount(0);
  await expect(notices.bell()).toBeVisible();
});

test('by keyboard: marked as seen, removed, closed with the focus back', async ({ app }) => {
  const { keyboard, notices } = await openWith(app, { news: 'failed', isTold: true });
  await keyboard.activate(notices.bell(1));
  await expect(notices.line('The restore of app01 failed.')).toContainText('Unread');
  await keyboard.activate(notices.command('Mark as read: app01'));
  await expect(notices.line('Unread')).toHaveCount(0);
  await keyboard.activate(notices.command('Remove: app01'));
  await expect(notices.dialog()).toContainText('Restores you start appear here');
  await keyboard.press('Escape');
  await expect(notices.dialog()).toHaveCount(0);
  await expect(notices.bell()).toBeFocused();
  await app.reload();
  await expect(notices.bell()).toBeVisible();
});

test('opened it can be read by everybody', async ({ app, page }) => {
  const { notices } = await openWith(app, { news: 'failed', isTold: true });
  await notices.open();
  await expect(notices.line('Unread')).toBeVisible();
  await expectAccessible(page, 'the centre is open');
});

test('a notice that has come up can be read by everybody', async ({ app, page }) => {
  const { notices } = await openWith(app, { news: 'failed', isTold: false });
  await expect(notices.told('The restore of app01 failed.')).toBeVisible();
  await expectAccessible(page, 'a notice has come up');
});
