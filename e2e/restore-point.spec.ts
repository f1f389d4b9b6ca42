import { expect, type Page } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { pageOf, sources } from './drivers/world.ts';
import { allRead, goTo, passUntil } from './drivers/page.ts';
import { configure } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';
import { proves } from './set.ts';

/** The step for the restore point: its timeline, its filters, what each point can do, and what is suggested. */

const restoreOf = (page: string): string =>
  `/restore/new?instance=${encodeURIComponent(page.replace('/instances/', ''))}`;

const newest = '4 Jun 2025, 23:34';

test(
  'the newest point is suggested, and follows the filters until a person selects one',
  { tag: proves('choose a restore point') },
  async ({ app }) => {
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
  },
);

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
    // A low view scrolls its list; the page itself stays where it was.
    expect(await page.evaluate(() => scrollY)).toBe(0);
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
  const ofApp01 = /^4 Jun 2025, 22:03/;
  const older = /^2 Jun 2025, 22:05/;
  await expect(slider).toHaveAttribute('aria-valuetext', ofApp01);
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
  await expect(slider).toHaveAttribute('aria-valuetext', ofApp01);
  await page.mouse.up();
  await expect(slider).toHaveAttribute('aria-valuetext', ofApp01);
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
