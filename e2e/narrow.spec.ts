import { expect } from 'playwright/test';
import { expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingSlow } from './drivers/faults.ts';
import { stepIds } from './drivers/wizard.ts';
import { goTo } from './drivers/page.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** 320 pixels: a phone, or 400% zoom of a window of 1280. */
test.use({ viewport: { width: 320, height: 800 } });

test('the lists fit, and the menu leads to them', async ({ app, page }) => {
  const { shell, instances, jobs } = await app.open('/', 'default');
  await shell.expectText('Restores in progress');
  await expectNoSidewaysScroll(page);
  await shell.openMenu();
  await expectNoSidewaysScroll(page);
  await shell.goTo('Backup instances');
  await instances.expectVisible();
  await expectNoSidewaysScroll(page);
  await shell.openMenu();
  await shell.goTo('Backup jobs');
  await jobs.expectVisible();
  await expectNoSidewaysScroll(page);
});

test('one instance and one job fit', async ({ app, page }) => {
  const { shell, overview, job } = await app.open('/instances', 'default');
  await shell.follow('app01');
  await shell.expectText('Crash');
  await expectNoSidewaysScroll(page);
  await shell.openMenu();
  await shell.goTo('Overview');
  await overview.openRunning('app01');
  await job.expectProgress('%');
  await expectNoSidewaysScroll(page);
});

test(
  'the whole path can be walked, and every step fits',
  { tag: proves('the whole path can be walked on a phone') },
  async ({ app, page, clock }) => {
    const { wizard, job } = await app.open('/restore/new');
    await wizard.fill();
    for (const step of stepIds) {
      await wizard.openStep(step);
      await expectNoSidewaysScroll(page);
    }
    await wizard.restoreAccepted();
    await expectNoSidewaysScroll(page);
    await clock.pass(90_000);
    await job.expectOpen('Restore of testVM');
    await clock.pass(600_000);
    await job.expectProgress('Completed');
    await expectNoSidewaysScroll(page);
  },
);

test('pages for what is not there, and the simulation panel, fit', async ({ app, page }) => {
  const { shell, simulation } = await app.open('/no/such/page');
  await expectNoSidewaysScroll(page);
  await goTo(page, '/restore/none/review');
  await shell.expectTitle('Draft not found');
  await expectNoSidewaysScroll(page);
  await simulation.open();
  await expectNoSidewaysScroll(page);
});

test('under reduced motion nothing moves by itself', async ({ app, page, faults }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { shell, wizard } = await app.open('/restore/new');
  await faults.add(everythingSlow);
  await wizard.next('instance');
  await shell.expectReading('the backup instances');
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => {
        const { duration, iterations } = effect?.getComputedTiming() ?? {};
        return playState === 'running' && Number(duration) > 10 && (iterations ?? 0) > 1;
      })
      .map(({ effect }) => String(effect?.getComputedTiming().duration)),
  );
  expect(moving).toEqual([]);
});

for (const [width, height] of [
  [720, 450],
  [400, 800],
] as const) {
  test(`a job opened from far down its list starts at its top, and a filter moves nothing, at ${String(width)} × ${String(height)}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const { instances, jobs, job } = await app.open('/jobs?operation=Restore', 'default');
    const row = jobs.row('web-fe-07').first();
    await expect(row).toBeVisible();
    const moved = async (): Promise<number> =>
      page.evaluate(() => scrollY + (document.querySelector('main')?.scrollTop ?? 0));
    await instances.pill('Operation').evaluate((pill) => pill.scrollIntoView({ block: 'start' }));
    const before = await moved();
    expect(before).toBeGreaterThan(0);
    await instances.filter('Operation', 'Cross-region restore');
    await expect(page).toHaveURL(/CrossRegionRestore/);
    expect(await moved()).toBeCloseTo(before, -1);
    // The second time nothing has to be read, so the page is as high as the list from the start.
    for (const _ of ['first', 'second']) {
      await row.getByRole('link').first().click();
      await job.expectOpen(/web-fe-07/);
      await expect.poll(moved).toBe(0);
      await page.goBack();
    }
  });
}
