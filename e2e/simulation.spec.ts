import { expect } from 'playwright/test';
import { test } from './fixtures.ts';

test('time stands still on Pause, moves by a minute on Step, and goes on', async ({
  app,
  clock,
}) => {
  const { simulation, job, shell } = await app.open('/', 'default');
  await shell.follow('Restore of app01');
  await job.expectProgress('%');
  await simulation.open();
  await simulation.press('Pause');
  await expect.poll(async () => simulation.time()).toMatch(/^02:4\d:\d\d$/);
  const before = await simulation.time();
  const percent = await job.percent();
  await clock.waitFor(3_600_000);
  expect(await simulation.time()).toBe(before);
  await simulation.press('Step 1 min');
  await expect.poll(async () => simulation.time()).toBe(minuteAfter(before));
  await simulation.press('Step 1 min');
  await expect.poll(async () => simulation.time()).toBe(minuteAfter(minuteAfter(before)));
  await expect.poll(async () => job.percent()).toBeGreaterThan(percent);
  await simulation.press('Resume');
  await clock.waitFor(1_200_000);
  await expect.poll(async () => simulation.time()).toMatch(/^03:0\d:\d\d$/);
});

test('the clock stays paused through a reload', async ({ app, clock }) => {
  const { simulation } = await app.open('/');
  await simulation.open();
  await simulation.press('Pause');
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

test('another scenario is another world, and the page shows it', async ({ app, azure }) => {
  const { shell, simulation, instances } = await app.open('/instances');
  await expect(instances.row('testVM', 'testRG')).toBeVisible();
  await simulation.open();
  await simulation.chooseScenario('A night at Contoso');
  await expect(instances.row('app01', 'rg-app-prod')).toBeVisible();
  await simulation.close();
  await shell.goTo('Overview');
  await shell.expectText('Restore of app01');
  expect(await azure.accepted()).toEqual([]);
});

test('Reset world forgets what was done, in every tab', async ({ app, azure, clock, troubles }) => {
  // The bell asks for the restore that it watches, once more, and learns that it is gone.
  troubles.expectRefusals();
  const { shell, wizard, simulation, job } = await app.open('/restore/new');
  const second = await app.tab('/jobs');
  await shell.show();
  await wizard.fill();
  await wizard.restore();
  await shell.expectText('Azure has accepted the restore');
  await clock.pass(90_000);
  await job.expectOpen('Restore of testVM');
  await second.jobs.expectRow({ Instance: 'testVM' });
  await shell.goTo('Backup jobs');
  await simulation.open();
  await simulation.expectText('Forgets 1 event.');
  await simulation.press('Reset world');
  await shell.expectText('No job started in the last 24 hours.');
  await second.shell.expectText('No job started in the last 24 hours.');
  expect(await azure.accepted()).toEqual([]);
});

test('a fault that is added meets the next request, and is taken away again', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, wizard, simulation } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await simulation.open();
  await simulation.addFault('Answer 403', 'recoveryPoints.list');
  await simulation.expectText('active');
  await app.reload();
  await wizard.next('restore-point');
  await shell.expectAlert('You may not read the restore points.');
  await simulation.open();
  await simulation.press('Remove fault: Answer 403');
  await expect(simulation.faults()).toContainText(
    'None: every request is answered as Azure would.',
  );
  await shell.press('Try again');
  await wizard.choosePoint('4 Jun 2018 06:06');
});

test('every fault of the menu can be reached by mouse', async ({ app, azure, troubles }) => {
  troubles.expectRefusals();
  const { shell, wizard, simulation } = await app.open('/restore/new');
  await wizard.fill();
  await simulation.open();
  await simulation.addFault('Answer 409', 'restores.trigger');
  await simulation.expectText('1 left');
  await wizard.restore();
  await shell.expectText('Azure refused the restore');
  await shell.expectText('Another operation is in progress on this item.');
  await simulation.expectText('used up');
  expect(await azure.accepted()).toEqual([]);
});

test('the log shows what the page asks, and what Azure answers', async ({ app }) => {
  const { shell, simulation } = await app.open('/');
  await simulation.open();
  await shell.goTo('Backup instances');
  await expect(simulation.log().getByRole('listitem').first()).toContainText(/POST|GET/);
  await expect(simulation.log().getByRole('listitem').first()).toContainText('200');
});

/** `02:44:59` → `02:45:59` */
function minuteAfter(time: string): string {
  return new Date(Date.parse(`2025-01-01T${time}Z`) + 60_000).toISOString().slice(11, 19);
}
