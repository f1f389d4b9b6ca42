import { expect, type Page } from 'playwright/test';
import { allRead, goTo } from './drivers/page.ts';
import { pageOf } from './drivers/world.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';

/** The timeline of restore points by pointer. */

const APP01 = pageOf.app01.replace('/instances/', '');

async function openPoints(app: App, page: Page): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  await goTo(page, `/restore/new?instance=${encodeURIComponent(APP01)}`);
  await screens.wizard.expectStep('restore-point');
  await allRead(page);
  return screens;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

async function middleOf(page: Page, name: string | RegExp): Promise<Place> {
  const shown =
    typeof name === 'string' ? page.getByRole('slider', { name }) : page.getByText(name);
  const box = await shown.boundingBox();
  if (box === null) throw new Error(`${String(name)} has no place.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the tab is dragged from point to point, Esc puts it back, and Ctrl and the wheel zoom', async ({
  app,
  page,
}) => {
  const { wizard } = await openPoints(app, page);
  const slider = wizard.pointSlider();
  const newest = /^4 Jun 2025, 22:03/;
  const older = /^2 Jun 2025, 22:05/;
  await expect(slider).toHaveAttribute('aria-valuetext', newest);
  const days = page.getByRole('status').filter({ hasText: / days?$/ });
  await expect(days).toHaveText('7 days');
  const plot = await page.getByRole('group', { name: 'Timeline of restore points' }).boundingBox();
  // The names of the lanes stand before the days.
  const dayPx = ((plot?.width ?? 0) - 104) / 7;

  const grip = await middleOf(page, 'Time of the restore point');
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - dayPx, grip.y, { steps: 4 });
  await page.mouse.move(grip.x - 2 * dayPx, grip.y, { steps: 4 });
  await expect(slider).toHaveAttribute('aria-valuetext', older);
  await page.keyboard.press('Escape');
  await expect(slider).toHaveAttribute('aria-valuetext', newest);
  await page.mouse.up();
  await expect(slider).toHaveAttribute('aria-valuetext', newest);
  await expect(wizard.points.row('4 Jun 2025, 22:03')).toHaveAttribute('aria-selected', 'true');

  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x - 2 * dayPx, grip.y, { steps: 6 });
  await page.mouse.up();
  await expect(slider).toHaveAttribute('aria-valuetext', older);
  await expect(slider).toBeFocused();
  await expect(wizard.points.row('2 Jun 2025, 22:05')).toHaveAttribute('aria-selected', 'true');

  const scrolled = async (): Promise<number> => page.evaluate(() => window.scrollY);
  const before = await scrolled();
  await page.mouse.move(grip.x - 2 * dayPx, grip.y + 60);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 120);
  await expect(days).toHaveText('14 days');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect(days).toHaveText('7 days');
  expect(await scrolled()).toBe(before);
});

test('the line of Newest before is dragged', async ({ app, page }) => {
  const { wizard } = await openPoints(app, page);
  const field = page.getByLabel('Newest before');
  await field.fill('4 Jun 14:00');
  await field.press('Enter');
  await expect(wizard.points.row('3 Jun 2025, 22:05')).toContainText('Newest before');
  const line = await middleOf(page, /^Before 14:00$/);
  await page.mouse.move(line.x, line.y);
  await page.mouse.down();
  await page.mouse.move(line.x - 200, line.y, { steps: 6 });
  await page.mouse.up();
  await expect(wizard.points.row('2 Jun 2025, 22:05')).toContainText('Newest before');
});
