import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

test(
  'time stands still on Pause, moves by a minute on Step, and goes on',
  { tag: proves('stop and move the demo’s clock') },
  async ({ app, clock }) => {
    const { simulation, job, overview } = await app.open('/', 'default');
    await overview.openRunning('app01');
    await job.expectProgress('%');
    await simulation.open();
    await simulation.press('Pause');
    await expect(simulation.control('Resume')).toBeVisible();
    await expect.poll(async () => simulation.time()).toMatch(/^02:4\d:\d\d$/);
    const before = await simulation.time();
    const percent = await job.percent();
    await clock.waitFor(3_600_000);
    expect(await simulation.time()).toBe(before);
    await simulation.press('Step 1 min');
    await expect.poll(async () => simulation.time()).toBe(later(before, 60));
    await simulation.press('Step 1 min');
    await expect.poll(async () => simulation.time()).toBe(later(before, 120));
    await expect.poll(async () => job.percent()).toBeGreaterThan(percent);
    await simulation.press('Resume');
    await clock.waitFor(1_200_000);
    await expect.poll(async () => simulation.time()).toMatch(/^03:0\d:\d\d$/);
  },
);

test('the clock stays paused through a reload', async ({ app, clock }) => {
  const { simulation } = await app.open('/');
  await simulation.open();
  await simulation.press('Pause');
  await expect(simulation.control('Resume')).toBeVisible();
  const before = await clock.simulated();
  await clock.waitFor(60_000);
  await app.reload();
  expect(await clock.simulated()).toBe(before);
});

test('at a higher speed the same wait is a longer one in Azure', async ({ app, clock }) => {
  const { keyboard, simulation } = await app.open('/');
  await simulation.open();
  await keyboard.reach(simulation.speed());
  await keyboard.press('ArrowRight');
  await expect(simulation.speed()).toHaveAttribute('aria-valuetext', '×10');
  await keyboard.press('ArrowRight');
  await expect(simulation.speed()).toHaveAttribute('aria-valuetext', '×60');
  const before = await clock.simulated();
  await clock.waitFor(10_000);
  const gone = (await clock.simulated()) - before;
  expect(gone).toBeGreaterThanOrEqual(600_000);
  expect(gone).toBeLessThan(900_000);
});

test(
  'another scenario is another world, and the page shows it',
  { tag: proves('change the demo’s scenario') },
  async ({ app, azure }) => {
    const { shell, simulation, instances } = await app.open('/instances');
    await expect(instances.row('testVM', 'testRG')).toBeVisible();
    await simulation.open();
    await simulation.expectText('Selecting another scenario starts a new world.');
    await simulation.expectText('Jobs report progress as the documents show it.');
    await simulation.chooseScenario('Jobs as recorded');
    await simulation.expectText('Jobs report progress as recordings show it.');
    await simulation.chooseScenario('A night at Contoso');
    await expect(instances.row('app01', 'rg-app-prod')).toBeVisible();
    await simulation.close();
    await shell.goTo('Overview');
    await shell.expectText('app01 to app01-restored');
    expect(await azure.accepted()).toEqual([]);
  },
);

test('Reset world forgets what was done, in every tab', async ({ app, azure, clock, troubles }) => {
  // The bell asks for the restore that it watches, once more, and learns that it is gone.
  troubles.expectRefusals();
  const { shell, wizard, simulation, job, jobs } = await app.open('/restore/new');
  const second = await app.tab('/jobs');
  await shell.show();
  await wizard.fill();
  await azure.expectReceived('restores.startValidation', 1);
  await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
  await expect(second.jobs.running.row('testVM')).toBeVisible();
  await shell.goTo('Backup jobs');
  await expect(jobs.running.row('testVM')).toBeVisible();
  await simulation.open();
  await simulation.expectText('Discards 2 events. The seed stays.');
  await simulation.press('Reset world');
  await simulation.expectText('Discards restores, faults, and the log in every tab.');
  expect(await azure.accepted()).toHaveLength(1);
  await simulation.press('Select again to reset');
  await expect(jobs.running.row('testVM')).toBeHidden();
  await expect(second.jobs.running.row('testVM')).toBeHidden();
  await expect(second.jobs.row('testVM')).toHaveCount(0);
  await expect(second.jobs.row('vmg-documents-example-stream')).toBeVisible();
  expect(await azure.accepted()).toEqual([]);
});

test('a demo’s address and a reset show a list as a new browser does', async ({ app, page }) => {
  const { simulation } = await app.open('/instances', 'default');
  const second = page.getByRole('radio', { name: 'Secondary Region' });
  const first = page.getByRole('radio', { name: 'Primary Region' });
  const leave = async () => {
    await second.click();
    await expect(page).toHaveURL(/view=secondary/);
  };
  await leave();
  await app.visit('/instances');
  await expect(second).toBeChecked();
  await app.visit('/instances?scenario=default');
  await expect(first).toBeChecked();
  await leave();
  await simulation.open();
  await simulation.press('Reset world');
  await simulation.press('Select again to reset');
  await expect(page.getByText('Discards 0 events.')).toBeVisible();
  await app.visit('/instances');
  await expect(first).toBeChecked();
});

test('steps of ten minutes and of an hour carry a job on', async ({ app }) => {
  const { simulation, job, overview } = await app.open('/', 'default');
  await overview.openRunning('app01');
  await job.expectProgress('%');
  await simulation.open();
  await simulation.press('Pause');
  const [before, percent] = [await simulation.time(), await job.percent()];
  await simulation.press('Step 10 min');
  await expect.poll(async () => simulation.time()).toBe(later(before, 600));
  await expect.poll(async () => job.percent()).toBeGreaterThan(percent);
  await simulation.press('Step 1 h');
  await expect.poll(async () => simulation.time()).toBe(later(before, 4200));
  await job.expectProgress('Completed');
});

test('a speed is typed, and one that cannot be is refused with the range', async ({
  app,
  clock,
}) => {
  const { keyboard, simulation } = await app.open('/');
  await simulation.open();
  await simulation.typedSpeed().fill('0');
  await keyboard.press('Enter');
  await simulation.expectText('Enter a number from 1 to 3600.');
  await simulation.typedSpeed().fill('120');
  await keyboard.press('Enter');
  await expect(simulation.speed()).toHaveAttribute('aria-valuetext', '×120');
  const before = await clock.simulated();
  await clock.waitFor(10_000);
  expect((await clock.simulated()) - before).toBeGreaterThanOrEqual(1_200_000);
});

/** A time of day some seconds on: `02:44:59` → `02:45:59`. */
function later(time: string, seconds: number): string {
  const then = Date.parse(`2025-01-01T${time}Z`) + seconds * 1000;
  return new Date(then).toISOString().slice(11, 19);
}
