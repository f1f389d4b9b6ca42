import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { ourRestores } from './drivers/others.ts';
import { test } from './fixtures.ts';

test('a line on every page says that nothing is real, and opens the panel', async ({ app }) => {
  const { shell, simulation } = await app.open('/', 'default');
  for (const place of ['Backup instances', 'Backup jobs'] as const) {
    await shell.goTo(place);
    await expect(simulation.banner()).toContainText(
      'Simulated Azure: nothing here is real. No requests leave this browser. Scenario: A night at Contoso.',
    );
  }
  await simulation.pressInBanner('Open simulation');
  await expect(simulation.heading()).toBeFocused();
  await simulation.chooseScenario('Jobs as recorded');
  await expect(simulation.banner()).toContainText('Scenario: Jobs as recorded.');
});

test.describe('from the first load on', () => {
  test.use({ isShared: false });

  test('the line is one low line from the first paint on, and nothing moves for it', async ({
    app,
    page,
  }) => {
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const { entryType } of list.getEntries()) document.title = `moved: ${entryType}`;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const { simulation } = await app.open('/no/such/page', 'default');
    const box = await simulation.banner().boundingBox();
    expect(box?.height).toBeLessThanOrEqual(32);
    expect(await page.title()).not.toContain('moved');
  });
});

test('put away, the line stays away through a reload, and the badge stays', async ({
  app,
  page,
}) => {
  const { shell, simulation } = await app.open('/jobs', 'default');
  await simulation.pressInBanner('Hide this message');
  await expect(simulation.banner()).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await app.reload();
  await shell.goTo('Overview');
  await expect(simulation.banner()).toHaveCount(0);
  await expect(page.getByRole('banner')).toContainText('Simulated Azure');
});

test('two tabs show one state: clock, faults, scenario and log', async ({
  app,
  clock,
  troubles,
}) => {
  // The page requests a job of the old world once more, and the new one does not have it.
  troubles.expectRefusals();
  const first = await app.open('/jobs', 'default');
  await first.simulation.open();
  await first.simulation.press('Pause');
  await first.simulation.showAllFaults();
  await first.simulation.turnOn('Answer 409', 'every restore request');
  const second = await app.tab('/instances');
  await second.simulation.open();
  await expect(second.simulation.control('Resume')).toBeVisible();
  await expect(second.simulation.fault('Answer 409', 'every restore request')).toBeChecked();
  await expect(second.log.lines('Fault turned on').first()).toBeVisible();
  await second.simulation.press('Step 1 h');
  await first.shell.show();
  await expect
    .poll(async () => (await first.simulation.time()) === (await second.simulation.time()))
    .toBe(true);
  await first.simulation.chooseScenario('Jobs as recorded');
  await expect(second.simulation.scenario()).toHaveText('Jobs as recorded');
  await expect(second.simulation.banner()).toContainText('Scenario: Jobs as recorded.');
  await expect(second.simulation.fault('Answer 409', 'every restore request')).toHaveCount(0);
  expect(await clock.simulated()).toBeGreaterThan(0);
});

test('all of it by keyboard, and Escape leads back to where one came from', async ({ app }) => {
  const { keyboard, simulation, log } = await app.open('/jobs', 'default');
  await keyboard.activate(simulation.button());
  await expect(simulation.heading()).toBeFocused();
  await keyboard.activate(simulation.control('Pause'));
  await keyboard.activate(simulation.control('Step 10 min'));
  await keyboard.activate(simulation.faults().getByRole('button'));
  const fault = simulation.fault('Answer 404', '/operationsStatus/');
  await keyboard.activate(fault, 'Space');
  await expect(fault).toBeChecked();
  await keyboard.reach(log.filter('All'));
  await keyboard.press('ArrowRight');
  await expect(log.filter('Requests')).toBeChecked();
  await keyboard.reach(log.lines().first());
  await keyboard.press('ArrowDown');
  await expect(log.lines().nth(1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(log.lines().nth(1)).toHaveAttribute('aria-expanded', 'true');
  await keyboard.activate(simulation.control('Reset world'));
  await keyboard.press('Escape');
  await expect(simulation.control('Reset world')).toBeFocused();
  await keyboard.press('Escape');
  await expect(simulation.panel()).toHaveCount(0);
  await expect(simulation.button()).toBeFocused();
});

test('an open list takes Escape for itself', async ({ app }) => {
  const { keyboard, simulation } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.scenario().click();
  await keyboard.press('Escape');
  await expect(simulation.scenario()).toHaveAttribute('aria-expanded', 'false');
  await expect(simulation.heading()).toBeVisible();
});

test('everything open passes axe, in light, dark and own colors', async ({ app, page }) => {
  const { simulation, log } = await app.open('/', 'default');
  await simulation.open();
  await simulation.showAllFaults();
  await simulation.turnOn('Answer 409', 'every restore request');
  await simulation.field('Status').fill('1');
  await simulation.press('Turn on');
  await simulation.typedSpeed().fill('0');
  await simulation.press('Restore, shut down or delete');
  await simulation.press('Restore as another user');
  await log.lines().first().click();
  await simulation.press('Reset world');
  await expectAccessible(page, 'simulation, all open');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 400, height: 900 } });

  test('the panel stands below the page, takes the focus, and gives it back', async ({
    app,
    page,
  }) => {
    const { keyboard, shell, simulation } = await app.open('/jobs', 'default');
    await expectNoSidewaysScroll(page);
    await simulation.open();
    await expect(simulation.heading()).toBeFocused();
    // What is done in it is to be seen on the page.
    await expect(shell.title('Backup jobs')).toBeInViewport();
    await shell.press('Refresh');
    await expectAccessible(page, 'simulation, narrow');
    await keyboard.reach(simulation.control('Close simulation'));
    await keyboard.press('Escape');
    await expect(simulation.panel()).toHaveCount(0);
    await expect(simulation.button()).toBeFocused();
    await simulation.open();
    await simulation.close();
    await expect(simulation.button()).toBeFocused();
  });
});

test('another person restores a machine while I look at the jobs', async ({ app, azure, page }) => {
  const { simulation, log, jobs } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('VM').fill('testVM');
  await simulation.field('Resource group').fill('targetRG');
  await simulation.field('New VM').fill('theirs');
  await simulation.press('Restore as another user');
  await simulation.expectText(/^Accepted, job [0-9a-f]{8}\.$/);
  const accepted = 'Restore of testVM by another user accepted';
  await expect(log.lines().filter({ hasText: accepted })).toBeVisible();
  await simulation.press('Step 1 min');
  await expect(jobs.running.row('testVM')).toBeVisible();
  expect(await azure.accepted()).toHaveLength(1);
  expect(await ourRestores(page)).toEqual([]);
});

test('reports a missing machine or group at its field', async ({ app, azure }) => {
  const { simulation } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('VM').fill('nobody');
  await simulation.press('Restore as another user');
  await expect(simulation.field('VM')).toHaveAccessibleDescription(
    'No VM with backups has this name.',
  );
  await simulation.field('VM').fill('testVM');
  await simulation.field('Resource group').fill('rg-nowhere');
  await simulation.press('Restore as another user');
  await expect(simulation.field('Resource group')).toHaveAccessibleDescription(
    'The vault’s subscription has no such resource group.',
  );
  expect(await azure.accepted()).toEqual([]);
});

test('a resource is deleted by its id, and one that is not there is not', async ({ app }) => {
  const { simulation, log } = await app.open('/jobs', 'document');
  await simulation.open();
  await simulation.press('Restore, shut down or delete');
  await simulation.field('Resource ID').fill('/subscriptions/none');
  await simulation.press('Delete as another user');
  await simulation.expectText('No resource or restore point has this ID.');
  const id = await simulation.offered('targetRG');
  await simulation.field('Resource ID').fill(id);
  await simulation.press('Delete as another user');
  await simulation.expectText('targetRG is deleted.');
  await expect(log.lines().filter({ hasText: 'targetRG deleted' })).toBeVisible();
});
