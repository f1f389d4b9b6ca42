import { expect } from 'playwright/test';
import { neverArrives } from './drivers/faults.ts';
import { allRead, drawn, heardIn } from './drivers/page.ts';
import { diskPageOf, sources } from './drivers/world.ts';
import { configure, fillApp01Beside, restoreStarted } from './drivers/restores.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** What is read out is news, and no clock. */

/** Addresses of the default world, and what stands there once they are read. */
const pages = {
  '/': 'Restores in progress',
  '/instances': 'app01',
  '/jobs': 'app01',
  '/drafts': 'No drafts',
  '/vaults': 'rsv-prod-weu',
  [diskPageOf.vault]: 'bv-prod-weu',
  '/rules': 'Constraints',
  '/what-happened': 'What happened?',
} as const;

for (const [address, text] of Object.entries(pages)) {
  test(`a minute that passes at ${address} is not read out`, async ({ app, clock, page }) => {
    const { shell } = await app.open(address, 'default');
    await shell.expectText(text);
    await allRead(page);
    const heard = await heardIn(page);
    await clock.waitFor(60_000);
    await drawn(page);
    expect(await heard()).toEqual([]);
  });
}

test('a minute that passes in the steps and on one machine is not read out', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard } = screens;
  await shell.follow('app01');
  await shell.expectText('Crash');
  await allRead(page);
  const ofMachine = await heardIn(page);
  await clock.waitFor(60_000);
  await drawn(page);
  expect(await ofMachine()).toEqual([]);
  await configure(screens, sources.app01);
  for (const step of ['instance', 'restore-point', 'configuration'] as const) {
    await wizard.openStep(step);
    await allRead(page);
    const ofStep = await heardIn(page);
    await clock.waitFor(60_000);
    await drawn(page);
    expect(await ofStep(), step).toEqual([]);
  }
});

test('while a request is on its way its age is shown and not read out', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { shell, wizard } = screens;
  await fillApp01Beside(screens);
  await faults.add(neverArrives);
  const heard = await heardIn(page);
  await wizard.restore();
  await shell.expectText('Sending the restore');
  await expect.poll(() => azure.sent()).toHaveLength(1);
  await expect.poll(heard).toEqual([expect.stringContaining('Sending the restore')]);
  await clock.waitFor(20_000);
  await expect(wizard.section('Sent restore')).toContainText(/Elapsed time2\d s/);
  expect(await heard()).toHaveLength(1);
  await clock.waitFor(12_000);
  await shell.expectText('This takes longer than usual.');
  expect((await heard())[1]).toContain('This takes longer than usual.');
});

test('a name that is typed is read out once, and not at each key', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  await configure(screens, sources.app01);
  await configuration.chooseType('Create new virtual machine');
  await configuration.clearSuggestions('Virtual machine name');
  const heard = await heardIn(page);
  await configuration.name().pressSequentially('app01-night');
  await expect
    .poll(async () => (await heard()).filter((text) => text.includes('app01-n')))
    .toEqual([expect.stringContaining('Creates a new VM app01-night in ')]);
});

/** A restore of testVM takes nine minutes; one and a half have gone by when its job is there. */
const minutes = Array.from({ length: 7 });

test(
  'a job is read out at each quarter, subtask and its end',
  { tag: proves('progress is read out') },
  async ({ app, clock, page }) => {
    const { job, wizard } = await app.open('/restore/new');
    await wizard.fill();
    await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
    await job.expectProgress('%');
    await drawn(page);
    const heard = await heardIn(page);
    for (const _ of minutes) {
      const before = await job.percent();
      await clock.pass(60_000);
      await expect.poll(async () => job.percent()).toBeGreaterThan(before);
      await drawn(page);
    }
    await clock.pass(120_000);
    await job.expectProgress('Completed');
    const ofJob = (await heard()).filter((text) => !text.includes('testVM'));
    const figures = ofJob.flatMap((text) => /(\d+)%/.exec(text)?.[1] ?? []);
    expect([...new Set(figures)]).toEqual(['25', '50', '75']);
    expect(ofJob.length).toBeLessThan(10);
    expect(ofJob.at(-1)).toBe('Completed.');
  },
);
