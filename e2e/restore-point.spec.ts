import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { pageOf } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** The step for the restore point: its timeline, its filters, what each point can do, and what is suggested. */

const restoreOf = (page: string): string =>
  `/restore/new?instance=${encodeURIComponent(page.replace('/instances/', ''))}`;

const newest = '4 Jun 2025, 23:34';

test('the newest point is suggested, and follows the filters until a person selects one', async ({
  app,
}) => {
  const { instance, shell, wizard } = await app.open(restoreOf(pageOf.app01), 'default');
  await wizard.expectStep('restore-point');
  await expect(wizard.point('4 Jun 2025, 22:03')).toBeChecked();
  await expect(wizard.points.row('4 Jun 2025, 22:03')).toContainText('Suggested');

  await instance.before().fill('4 Jun 01:00');
  await instance.before().press('Enter');
  await wizard.expectStep('restore-point');
  await expect(wizard.point('3 Jun 2025, 22:05')).toBeChecked();
  await expect(wizard.points.row('3 Jun 2025, 22:05')).toContainText('Newest before');
  await expect(wizard.points.row('4 Jun 2025, 22:03')).toContainText('After 01:00');

  await wizard.choosePoint('1 Jun 2025, 22:06');
  await instance.to().fill('2025-05-31');
  await instance.to().press('Enter');
  await instance.expectCount('27 of 31 restore points');
  await shell.expectText('Your filters hide the selected restore point, 1 Jun 2025, 22:0');
  await shell.press('Clear all filters');
  await expect(wizard.point('1 Jun 2025, 22:06')).toBeChecked();

  await instance.before().fill('one o’clock');
  await instance.before().press('Enter');
  await shell.expectText('“one o’clock” isn’t a time.');
  await expect(instance.before()).toHaveValue('one o’clock');
});

test('the timeline and the list are one choice', async ({ app, page }) => {
  const { wizard } = await app.open(restoreOf(pageOf.app01), 'default');
  await expect(wizard.pointSlider()).toHaveAttribute('aria-valuetext', /^4 Jun 2025, 22:03, crash/);
  await wizard.pointSlider().press('ArrowLeft');
  await expect(wizard.point('3 Jun 2025, 22:05')).toBeChecked();
  await wizard.choosePoint('1 Jun 2025, 22:06');
  await expect(wizard.pointSlider()).toHaveAttribute('aria-valuetext', /^1 Jun 2025, 22:06, /);
  await expectAccessible(page, 'a restore point in time');
});

test('a database whose newest point is crash-consistent has one of its application a press away', async ({
  app,
  page,
}) => {
  const { wizard } = await app.open(restoreOf(pageOf.sqlErp), 'default');
  const notice = page.getByText('Crash consistent only');
  await expect(notice).toBeVisible();
  // In the timeline, too, where there is room.
  await page
    .getByRole('button', { name: /^Application: .* lost, select / })
    .last()
    .click();
  await expect(notice).toBeHidden();
  await expect(wizard.pointSlider()).toHaveAttribute('aria-valuetext', /, application/i);
});

// On arrival; where the view is low, the step brings the selected row into view.
const sizes = [
  [1440, 900, 11],
  [1024, 768, 8],
  [400, 800, 7],
  [720, 450, 3],
  [320, 640, 3],
] as const;

for (const [width, height, rows] of sizes) {
  test(`${String(rows)} whole rows are in view at ${String(width)} × ${String(height)}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const { wizard } = await app.open(restoreOf(pageOf.app01), 'default');
    await page.getByRole('button', { name: 'Hide this message' }).click();
    await expect(wizard.pointSlider()).toBeAttached();
    await expect.poll(async () => wizard.wholePoints()).toBeGreaterThanOrEqual(rows);
  });
}

// Also where the step is higher than the view and where the page has scrolled before.
for (const [width, height] of [
  [720, 450],
  [320, 256],
] as const) {
  test(`the heading of the next step is seen whole at ${String(width)} × ${String(height)}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const { wizard } = await app.open(restoreOf(pageOf.app01), 'default');
    await expect(wizard.point('4 Jun 2025, 22:03')).toBeChecked();
    await wizard.next('configuration');
    await expect(wizard.plan().or(page.getByRole('button', { name: /Plan$/ }))).toBeVisible();
    const heading = wizard.heading('configuration');
    await expect(heading).toBeFocused();
    await expect.poll(async () => heading.evaluate(isSeenWhole)).toBe(true);
  });
}

/** Whether nothing lies over an element, and no edge cuts it. Runs in the page. */
function isSeenWhole(element: Element): boolean {
  const { left, top, bottom } = element.getBoundingClientRect();
  return [top + 1, bottom - 1].every((y) => {
    const seen = document.elementFromPoint(left + 4, y);
    return seen !== null && element.contains(seen);
  });
}

test('what a point can’t do stands beside the list, and why is a press away', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { instance, shell, wizard } = await app.open(restoreOf(pageOf.hrDb), 'default');
  await wizard.expectStep('restore-point');
  await expect(wizard.point(newest)).toBeChecked();
  await expect(wizard.plan()).toContainText('Replace disk/s');
  await expect(instance.why('New VM', newest)).toBeVisible();
  await expect(instance.why('Disks', newest)).toHaveCount(0);
  await instance.why('Replace', newest).click();
  const reasons = instance.reasons('Replace', newest);
  await expect(reasons).toContainText('Replace existing doesn’t support encrypted VMs.');
  await reasons.getByRole('button', { name: 'Close' }).click();
  await expect(reasons).toBeHidden();
  await expect(instance.why('Replace', newest)).toBeFocused();
  await shell.press('Clear suggestion');
  await expect(wizard.point(newest)).not.toBeChecked();
});
