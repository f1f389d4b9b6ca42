import { expect } from 'playwright/test';
import { jobsForbidden } from './drivers/faults.ts';
import { allRead, passUntil } from './drivers/page.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { setVisible } from './drivers/browser.ts';
import { type App, type Azure, type Clock, test } from './fixtures.ts';
import { proves } from './set.ts';

/** Several tabs follow a restore as one: they share requests, progress and seen notifications. */

// Tabs tell one another what they know: here none of them has been in use before.
test.use({ isShared: false });

const accepted = /Azure accepted the restore of app01 to .+\./;
const done = /The restore of app01 to .+ completed\./;

/** A restore that runs, seen from a page that asks for nothing else. */
async function running(app: App, clock: Clock): Promise<Screens> {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard, notices } = screens;
  await fillApp01Beside(screens);
  await wizard.restoreAccepted();
  await shell.goTo('Vaults');
  await clock.pass(90_000);
  await expect(notices.bar()).toContainText('%');
  return screens;
}

const readsOf = async (azure: Azure): Promise<number> => (await azure.received('jobs.get')).length;

/** So many looks, half a second apart: a second read by a new tab was seen five seconds after its first. */
const LOOKS_AT_REST = 15;

/** The same once no read is on its way any more: the number stands still for seven seconds. */
async function readsAtRest(azure: Azure): Promise<number> {
  let looks: readonly number[] = [];
  const look = async (): Promise<void> => {
    looks = [...looks, await readsOf(azure)].slice(-LOOKS_AT_REST);
    expect(looks.length === LOOKS_AT_REST && new Set(looks).size === 1).toBe(true);
  };
  // No limit but the test's: on a busy machine one look takes a second.
  await expect(look).toPass({ intervals: [500] });
  return looks[0] ?? 0;
}

/** The read that Azure told to wait, whichever it was, and those of the same job after it. */
async function readsFrom429(azure: Azure): Promise<readonly { readonly at: number }[]> {
  const reads = await azure.received('jobs.get');
  const refused = reads.findIndex(({ status }) => status === 429);
  return reads.slice(Math.max(refused, 0)).filter(({ path }) => path === reads[refused]?.path);
}

/** A young job is read once a minute beside others; the clocks of several tabs are not quite the same. */
const MINUTE = 60_000;
const NEARLY_A_MINUTE = 50_000;

/** Time goes by in small steps: the clocks of several tabs are moved one after the other. */
async function inSteps(clock: Clock, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5000) await clock.waitFor(5000);
}

test(
  'three tabs ask once, and all of them know',
  { tag: proves('three tabs read as one') },
  async ({ app, clock, azure }) => {
    const first = await running(app, clock);
    const second = await app.tab('/vaults');
    const third = await app.tab('/vaults');
    for (const { notices } of [second, third]) await expect(notices.bar()).toContainText('%');
    const before = await readsAtRest(azure);
    await inSteps(clock, 3.5 * MINUTE);
    await expect.poll(async () => await readsOf(azure)).toBeGreaterThanOrEqual(before + 3);
    // Time also goes by itself, so it is not how many came in it that counts but how far apart.
    const reads = (await azure.received('jobs.get')).slice(before).map(({ at }) => at);
    const pauses = reads.slice(1).map((at, nth) => at - (reads[nth] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThan(NEARLY_A_MINUTE);
    const texts = async () =>
      Promise.all([first, second, third].map(({ notices }) => notices.bar().innerText()));
    await expect.poll(async () => new Set(await texts()).size).toBe(1);
  },
);

test('a tab that closes hands the asking over', async ({ app, clock, azure, page }) => {
  await running(app, clock);
  const second = await app.tab('/vaults');
  await expect(second.notices.bar()).toContainText('%');
  await second.page.close();
  const before = await readsAtRest(azure);
  await clock.waitFor(MINUTE);
  await expect.poll(async () => await readsOf(azure)).toBe(before + 1);
  await expect(page.getByRole('region', { name: 'Your restores in progress' })).toContainText('%');
});

test('a notice is shown in the tab that is seen, and read in one is read in all', async ({
  app,
  clock,
}) => {
  const first = await running(app, clock);
  await expect(first.notices.told(accepted)).toBeVisible();
  const second = await app.tab('/vaults');
  await expect(second.notices.bell(1)).toBeVisible();
  await setVisible(first.page, false);
  await clock.pass(7_200_000);
  // A read that was on its way then misses it, and the next one has it.
  await passUntil(
    async () => clock.waitFor(MINUTE),
    async () => second.notices.told(done).isVisible(),
  );
  await expect(first.notices.bell(1)).toBeVisible();
  await expect(first.notices.told(done)).toHaveCount(0);
  await setVisible(first.page, true);
  await second.notices.dismissal(done).click();
  await expect(second.notices.bell()).toBeVisible();
  await expect(first.notices.bell()).toBeVisible();
  await expect(first.notices.told(done)).toHaveCount(0);
});

test('the first visible tab reports what happened while none was visible', async ({
  app,
  clock,
}) => {
  const first = await running(app, clock);
  const second = await app.tab('/vaults');
  await expect(second.notices.bar()).toContainText('%');
  for (const { page } of [first, second]) await setVisible(page, false);
  await clock.pass(7_200_000);
  await first.notices.expectTabTitle(/^Restored: app01/);
  await expect(first.notices.told(done)).toHaveCount(0);
  await expect(second.notices.told(done)).toHaveCount(0);
  await setVisible(second.page, true);
  await expect(second.notices.told(done)).toBeVisible();
});

test('a hidden tab looks at the list alone, and asks at once when it is seen again', async ({
  app,
  clock,
  azure,
}) => {
  const { page, notices } = await running(app, clock);
  await setVisible(page, false);
  const before = await readsAtRest(azure);
  for (let step = 0; step < 4; step += 1) await clock.waitFor(MINUTE);
  expect(await readsOf(azure)).toBe(before);
  const lists = async () => (await azure.received('resourceGraph.query')).length;
  await expect.poll(lists).toBeGreaterThanOrEqual(3);
  await setVisible(page, true);
  await expect.poll(async () => await readsOf(azure)).toBe(before + 1);
  await expect(notices.bar()).toContainText('%');
});

test('a hidden tab reads a job that the list of those in progress has no more', async ({
  app,
  azure,
  clock,
}) => {
  const { page, notices } = await running(app, clock);
  await setVisible(page, false);
  // By timers alone: the job ends while the tab is hidden.
  for (let minute = 0; minute < 60; minute += 1) {
    await clock.waitFor(MINUTE);
    // Each look has its answer before the next minute.
    await allRead(page);
  }
  await notices.expectTabTitle(/^Restored: app01/);
  // Its own turn comes every five minutes.
  const [last, before] = (await azure.received('jobs.get')).map(({ at }) => at).toReversed();
  expect((last ?? 0) - (before ?? 0)).toBeLessThan(4.5 * MINUTE);
});

test('a machine that slept catches up at once, and sends nothing when nothing runs', async ({
  app,
  clock,
  azure,
}) => {
  const { notices } = await running(app, clock);
  // By timers alone: as after hours with the lid closed.
  await clock.waitFor(7_200_000);
  await expect(notices.told(done)).toBeVisible();
  const before = await readsAtRest(azure);
  for (let step = 0; step < 4; step += 1) await clock.waitFor(60_000);
  expect(await readsOf(azure)).toBe(before);
});

test('a pause that Azure asks for is kept', async ({ app, clock, azure, faults }) => {
  const { notices } = await running(app, clock);
  await faults.add({
    ...jobsForbidden,
    id: 'jobs-throttled',
    times: 1,
    effect: { kind: 'throttle', retryAfterSeconds: 100 },
  });
  await passUntil(
    async () => clock.waitFor(30_000),
    async () => (await readsFrom429(azure)).length > 1,
  );
  const [refused, next] = (await readsFrom429(azure)).map(({ at }) => at);
  expect((next ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(100_000);
  await expect(notices.bar()).toContainText('%');
});
