import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { jobsThrottled } from './drivers/faults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { anotherUserRestores } from './drivers/others.ts';
import type { RequestRecord } from './drivers/simulated.ts';
import type { Row } from './drivers/table.ts';
import { MATRIX, test } from './fixtures.ts';

/** The list of jobs is live, and asks little of Azure for it. */

const running = '/jobs?status=inProgress&range=7d';

/** The most reads within any minute. */
function mostInAMinute(reads: readonly RequestRecord[]): number {
  const times = reads.map(({ at }) => at).toSorted((a, b) => a - b);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  );
}

const different = (reads: readonly RequestRecord[]): number =>
  new Set(reads.map(({ path }) => path)).size;

/** How many of the rows that are drawn say this of what came of them so far. */
const inView = (rows: readonly Row[], result: string): number =>
  rows.filter((row) => row['Result'] === result).length;

test('running jobs in view are read, sixty a minute at most, and nothing jumps', async ({
  app,
  azure,
  clock,
  page,
}) => {
  // High enough for more rows than can be read every fifteen seconds.
  await page.setViewportSize({ width: 1280, height: 1500 });
  const { jobs, keyboard } = await app.open(running, 'scale');
  await keyboard.reach(jobs.row('In progress').first());
  await expect.poll(async () => inView(await jobs.rows(), 'not loaded')).toBe(0);
  // The newest is a restore; of a backup that runs nothing changes in the list.
  const current = jobs.row('In progress').first();
  await expect(current).toContainText('%');
  const place = await current.boundingBox();
  const text = await current.innerText();
  await clock.speed(30);
  await expect(async () => {
    expect((await azure.received('jobs.get')).length).toBeGreaterThan(60);
  }).toPass({ intervals: [500] });
  await expect.poll(async () => current.innerText()).not.toBe(text);
  await expect(current).toBeFocused();
  expect(await current.boundingBox()).toEqual(place);
  expect(mostInAMinute(await azure.received('jobs.get'))).toBeLessThanOrEqual(60);
});

test('rows out of view are not read, and say so; scrolled to, they are', async ({
  app,
  azure,
  clock,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const { jobs, keyboard } = await app.open(running, 'scale');
  const first = jobs.row('In progress').first();
  await expect(first).toContainText(/\d%|not reported/);
  await clock.waitFor(60_000);
  await expect(jobs.row('In progress').last()).toContainText('not loaded');
  // Fewer than eight rows, and the past jobs that they are compared with.
  expect(different(await azure.received('jobs.get'))).toBeLessThan(20);
  await keyboard.reach(first);
  await keyboard.press('End');
  await expect(jobs.row('In progress').last()).toContainText(/\d%|not reported/);
});

test(
  'sends nothing more while Azure asks to wait, and then rows are live again',
  { tag: MATRIX },
  async ({ app, azure, clock, faults, page }) => {
    await page.setViewportSize({ width: 1280, height: 1500 });
    const { jobs } = await app.open(running, 'scale');
    await expect.poll(async () => inView(await jobs.rows(), 'not loaded')).toBe(0);
    await faults.add(jobsThrottled);
    const before = (await azure.received('jobs.get')).length;
    for (let steps = 0; steps < 9; steps += 1) await clock.waitFor(10_000);
    // Six wait at once, and each asks again when Azure's thirty seconds are over.
    const throttled = (await azure.received('jobs.get')).slice(before);
    expect(throttled.length).toBeGreaterThan(0);
    expect(throttled.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(18);
    await faults.remove(jobsThrottled.id);
    const text = await jobs.row('Restore', '%').first().innerText();
    // An hour that refused a read has half as many, for all rows in turn.
    await passUntil(
      async () => clock.waitFor(120_000),
      async () => (await jobs.row('Restore', '%').first().innerText()) !== text,
    );
  },
);

test(
  'fifty restores at once: the band says how many were read, and can be used at every width',
  { tag: MATRIX },
  async ({ app, azure, clock, page }) => {
    const { job, keyboard } = await app.open('/', 'default');
    for (let index = 1; index <= 47; index += 1) {
      const vmName = `copy-${String(index)}`;
      await anotherUserRestores(page, { instance: 'app01', group: 'rg-restore-weu', vmName });
    }
    await goTo(page, '/jobs');
    const band = page.getByRole('region', { name: 'Restores in progress' });
    // The list is read again each minute; meanwhile one of those before may end.
    await clock.pass(60_000);
    await expect(band).toContainText(/[1-5] of (49|50) read/);
    const rows = band.getByRole('table').getByRole('link', { name: / to / });
    await passUntil(
      () => clock.pass(60_000),
      async () => /5 of (49|50) read/.test(await band.innerText()),
    );
    await expect(rows).toHaveCount(5);
    await expect(band.getByRole('link', { name: /^4[45] more in progress$/ })).toBeVisible();
    expect(mostInAMinute(await azure.received('jobs.get'))).toBeLessThanOrEqual(60);
    await page.setViewportSize({ width: 400, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, 'fifty restores in progress');
    // The page answers to keys as it does with one of them.
    await keyboard.activate(rows.first());
    await job.expectOpen(/^Restore of app01 to copy-/);
  },
);
