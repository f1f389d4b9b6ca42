import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingDown } from './drivers/faults.ts';
import { pageOf } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
import { MATRIX, test } from './fixtures.ts';

/** The page of one protected machine where something is missing, and as everybody meets it. */

test(
  'a person who cannot read the points still sees the machine and its jobs',
  { tag: MATRIX },
  async ({ app, troubles }) => {
    troubles.expectRefusals();
    const { instance, shell } = await app.open(pageOf.hrDb, 'forbidden-vault');
    await shell.expectAlert('You don’t have permission to view the restore points.');
    await shell.expectAlert('Required action:');
    await instance.expectFacts({
      Policy: 'EnhancedDaily',
      'Restore points': '30',
      'Oldest restore point': '6 May 2025, 23:31',
      Size: 'Standard_E4s_v5',
    });
    await instance.jobs.expectRow({ Status: 'Completed', Operation: 'Backup' });
    await expect(instance.timeline()).toBeHidden();
  },
);

test('a machine that is gone says so, and its points go without a replacement', async ({
  app,
  troubles,
}) => {
  // That it is gone is an answer of 404.
  troubles.expectRefusals();
  const { instance, shell } = await app.open(pageOf.oldCrm, 'default');
  await shell.expectText('Contoso Production · Source deleted');
  await instance.expectFacts({ Protection: 'Protection stopped, restore points kept' });
  await shell.expectText('The VM no longer exists, but its backups do.');
  await instance.points.expectRow({
    Time: '30 Apr 2025, 22:02',
    'Not possible': 'Replace\nNot checked:\nNew VM',
  });
  await instance.why('Replace', '30 Apr 2025, 22:02').click();
  await expect(instance.reasons('Replace', '30 Apr 2025, 22:02')).toContainText(
    'The source VM no longer exists',
  );
});

test(
  'a machine without points says what was queried and what makes the first',
  { tag: MATRIX },
  async ({ app }) => {
    const { instance, shell } = await app.open(pageOf.buildAgent, 'default');
    await shell.expectText('This VM has no restore points yet.');
    await shell.expectText(
      'Protection: First backup pending. The first backup creates the first restore point.',
    );
    await instance.expectFacts({ 'Last backup': 'No backup yet', 'Restore points': 'None yet' });
  },
);

test(
  'data stays when Azure is down, and is marked as older',
  { tag: MATRIX },
  async ({ app, clock, faults }) => {
    const { instance, shell } = await app.open(pageOf.sqlErp, 'default');
    await instance.expectCount('30 restore points');
    await shell.expectText(/^Updated \d+ s ago$/);
    await clock.speed(60);
    await faults.add(everythingDown);
    await instance.command('Refresh').click();
    await shell.expectText(/^Couldn’t refresh: .* Older data is shown\.$/);
    await instance.expectCount('30 restore points');
  },
);

test('the jobs of seven days lead to all of them', { tag: MATRIX }, async ({ app, page }) => {
  const { instance, jobs, shell } = await app.open(pageOf.app01, 'default');
  await instance.jobs.expectRow({ Status: 'In progress', Operation: 'Restore' });
  await shell.follow('View all');
  await expect(page).toHaveURL(/\/jobs\?instance=/);
  await expect(jobs.running.row('app01')).toBeVisible();
  await jobs.expectRow({ Instance: 'app01', Operation: 'Backup' });
});

test('the page is open to everybody', { tag: MATRIX }, async ({ app, page }) => {
  const { instance } = await app.open(pageOf.hrDb, 'default');
  await instance.expectCount('30 restore points');
  await expectAccessible(page, 'instance');
});

test('the reasons are open to everybody', { tag: MATRIX }, async ({ app, page }) => {
  const { instance, keyboard } = await app.open(pageOf.hrDb, 'default');
  const time = '3 Jun 2025, 23:34';
  await instance.why('Replace', time).click();
  await expect(instance.reasons('Replace', time)).toBeVisible();
  await expectAccessible(page, 'instance, reasons');
  await keyboard.press('Escape');
  await expect(instance.why('Replace', time)).toBeFocused();
});

test('the comparison is open to everybody', { tag: MATRIX }, async ({ app, page }) => {
  const { instance } = await app.open(
    `${pageOf.sqlErp}?day=2025-06-04&compare=51658688920381720,now`,
    'default',
  );
  await expect(instance.heading('Comparison')).toBeVisible();
  await instance.expectCount('1 of 30 restore points');
  await expectAccessible(page, 'instance, comparison');
});

test(
  'a machine that is gone is open to everybody',
  { tag: MATRIX },
  async ({ app, page, troubles }) => {
    troubles.expectRefusals();
    const { shell } = await app.open(pageOf.oldCrm, 'default');
    await shell.expectText('The VM no longer exists');
    await expectAccessible(page, 'instance, source deleted');
  },
);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 400, height: 800 } });

  test('everything fits, the comparison too', async ({ app, page }) => {
    const { instance } = await app.open(pageOf.hrDb, 'default');
    await instance.expectCount('30 restore points');
    await expectNoSidewaysScroll(page);
    await instance.why('Replace', '4 Jun 2025, 23:34').click();
    await expect(instance.reasons('Replace', '4 Jun 2025, 23:34')).toBeInViewport({ ratio: 1 });
    await goTo(page, `${pageOf.sqlErp}?compare=51658688920381720,17452008559618020`);
    await expect(instance.heading('Comparison')).toBeVisible();
    await expectNoSidewaysScroll(page);
  });
});

test.describe('where it is still yesterday', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });

  test('days are those of the person, and so are the filters', async ({ app }) => {
    const { instance } = await app.open(`${pageOf.sqlErp}?from=2025-06-04`, 'default');
    await instance.expectCount('1 of 30 restore points');
    await instance.points.expectRow({ Time: '4 Jun 2025, 14:31' });
  });
});
