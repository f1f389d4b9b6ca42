import { expect } from 'playwright/test';
import { restoreConflict } from './drivers/faults.ts';
import { allRead } from './drivers/page.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';

// The clipboard is allowed in these tests alone.
test.afterEach(async ({ context }) => context.clearPermissions());

test('the log shows what the page asks, and what Azure answers', async ({ app }) => {
  const { shell, simulation, log } = await app.open('/');
  await simulation.open();
  await shell.goTo('Backup instances');
  await expect(log.lines().first()).toContainText(/POST|GET/);
  await expect(log.lines().first()).toContainText('200');
});

test('a request says its operation, its path and its id, which can be copied', async ({
  app,
  azure,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { instances, simulation, log } = await app.open('/instances', 'default');
  await instances.expectCount('30 backup instances');
  await simulation.open();
  const [first] = await azure.received('resourceGraph.query');
  await log.lines('resources').last().click();
  await expect(log.details().filter({ hasText: 'Operation' })).toContainText('resourceGraph.query');
  await expect(log.details().filter({ hasText: 'Path' })).toContainText(
    '/providers/Microsoft.ResourceGraph/resources',
  );
  await expect(log.details().filter({ hasText: 'Request ID' })).toContainText(
    first?.requestId ?? 'none',
  );
  await log.press('Copy Request ID');
  await expect.poll(async () => log.copied()).toBe(first?.requestId);
});

test('errors are found among many lines, events are in words, and all is copied as text', async ({
  app,
  azure,
  clock,
  context,
  faults,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { shell, wizard, simulation, log } = await app.open('/restore/new');
  await wizard.fill();
  await azure.expectReceived('restores.startValidation', 1);
  await faults.add(restoreConflict);
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await wizard.restoreAccepted();
  await simulation.open();
  await log.show('Errors');
  await expect(log.lines()).toHaveCount(1);
  await expect(log.lines().first()).toContainText('409');
  await log.show('Events');
  await expect(log.lines()).toHaveText([
    /Restore of testVM accepted, job /,
    /Fault applied to a request: Answer 409, every restore request/,
    /Fault turned on: Answer 409, every restore request/,
    /operation-accepted/,
  ]);
  expect(await log.count('Events')).toBe(4);
  await log.press('Copy as text');
  await expect(log.region().getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await log.copied()).toMatch(/^2018-06-04T13:\S+ Restore of testVM accepted, job \S+\n/);
});

test('on a paused clock the log keeps the order in which things happened', async ({
  app,
  page,
}) => {
  const { instances, simulation, shell, log } = await app.open('/jobs', 'default');
  await simulation.open();
  // What the page asks for by itself has its answer: no line of it comes after the fault's.
  await allRead(page);
  await simulation.press('Pause');
  await simulation.showAllFaults();
  await simulation.turnOn('Answer 409', 'every restore request');
  await expect(log.lines().first()).toContainText('Fault turned on');
  await shell.goTo('Backup instances');
  await expect(log.lines().first()).toContainText('POST');
  await expect(instances.row('app01', 'rg-app-prod')).toContainText('Exists');
  // Nothing that the page asks for comes after the fault is off.
  await allRead(page);
  await simulation.fault('Answer 409', 'every restore request').uncheck();
  await expect(log.lines().first()).toContainText('Fault turned off');
  // Older ones stand behind a button.
  const kinds = (await log.lines().allInnerTexts()).flatMap(
    (text) => /turned off|turned on|POST|GET/.exec(text)?.[0] ?? [],
  );
  expect(kinds.join(', ')).toMatch(/^turned off(, POST|, GET)+, turned on(, POST|, GET)+$/);
});

test('nothing moves under the hand of who reads: new lines are counted and wait', async ({
  app,
}) => {
  const { simulation, shell, log } = await app.open('/', 'default');
  for (const place of ['Backup instances', 'Backup jobs', 'Overview', 'Backup jobs'] as const)
    await shell.goTo(place);
  await simulation.open();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    const lines = await log.count('All');
    await simulation.press('Step 1 min');
    await expect.poll(async () => log.count('All')).toBeGreaterThan(lines);
  }
  await log.scrollDown();
  const before = await log.lines().allInnerTexts();
  await simulation.press('Step 1 min');
  await expect(log.newer()).toBeVisible();
  expect((await log.lines().allInnerTexts()).slice(0, before.length)).toEqual(before);
  await expect(log.region().getByRole('status').first()).toHaveText(
    'New lines at the top of the log',
  );
  await log.newer().click();
  await expect(log.newer()).toHaveCount(0);
  await expect.poll(async () => log.scrolled()).toBe(0);
  expect((await log.lines().allInnerTexts()).slice(0, before.length)).not.toEqual(before);
});

test('who is not reading sees each line as it comes', async ({ app }) => {
  const { simulation, shell, log } = await app.open('/rules', 'default');
  await simulation.open();
  await log.lookAway();
  const before = await log.count('Requests');
  await shell.goTo('Backup instances');
  await log.lookAway();
  await expect.poll(async () => log.count('Requests')).toBeGreaterThan(before);
  await expect(log.newer()).toHaveCount(0);
  // A page goes on asking while its lines are counted.
  await expect.poll(async () => (await log.lines().count()) - (await log.count('All'))).toBe(0);
});
