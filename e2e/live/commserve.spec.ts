import { expect } from 'playwright/test';
import { fillApp01ByCommvault } from '../drivers/commvault.ts';
import { once } from '../drivers/faults.ts';
import { passUntil } from '../drivers/page.ts';
import { Settings } from '../drivers/settings.ts';

import { jobsOfCommServe, test } from '../live-fixtures.ts';

const CONNECTED = 'Connected. The CommServe reports 14 VMs.';
const NO_TOKEN = 'Not connected. Enter an access token.';

test('a deployment names a CommServe, whose tokens end with the last tab', async ({
  page,
  context,
  visitor,
  configure,
}) => {
  const settings = new Settings(page);
  await visitor.arrive('/settings');
  await expect(page.getByText('Azure is the only service in this deployment.')).toBeVisible();
  await configure('{"commServes":[{"address":"http://commserve.contoso.example"}]}');
  await visitor.open('/settings');
  await expect(page.getByText('commServes.0.address')).toBeVisible();
  await expect(settings.connection()).toHaveCount(0);

  await configure('{"commServes":[{"address":"https://commserve.contoso.example"}]}');
  await visitor.open('/settings');
  await settings.expectStatus(NO_TOKEN);
  await settings.connect('demo-access-token', 'demo-refresh-token');
  await settings.expectStatus(CONNECTED);
  const second = new Settings(await context.newPage());
  await second.page.goto(page.url());
  await second.press('Test connection');
  await second.expectStatus(CONNECTED);
  await page.reload();
  await settings.press('Test connection');
  await settings.expectStatus(CONNECTED);
  await second.page.close();
  await page.reload();
  await settings.expectStatus(NO_TOKEN);
});

test.describe('the connection ends when a CommServe has started a restore', () => {
  test.beforeEach(async ({ page, visitor, configure, screens, world }) => {
    const settings = new Settings(page);
    await visitor.arrive('/settings');
    await configure('{"commServes":[{"address":"https://commserve.contoso.example"}]}');
    await visitor.open('/settings');
    await settings.connect('demo-access-token', 'demo-refresh-token');
    await settings.expectStatus(CONNECTED);
    await fillApp01ByCommvault(screens);
    const fault = once('commvaultTasks.create', { kind: 'answer-lost' });
    await world.azure.append([{ type: 'fault-added', at: world.clock.now(), fault }]);
  });

  test('it runs once, and its job is found', async ({ clock, page, screens, world }) => {
    await screens.wizard.restore();
    await screens.shell.expectText('Outcome unknown');
    expect((await jobsOfCommServe(world)).started).toHaveLength(1);
    // Lists of jobs lag, and the search sets its timer when it is drawn.
    await passUntil(
      () => clock.pass(30_000),
      () => page.getByRole('heading', { level: 1, name: 'Restore of app01' }).isVisible(),
    );
    await screens.job.expectOpen('Restore of app01');
    await screens.shell.expectText('Job found by search');
    expect((await jobsOfCommServe(world)).started).toHaveLength(1);
  });

  test.describe('over HTTP/1.1', () => {
    test.use({ hasHttp2: false });

    test('both jobs are shown, and the later one can be killed', async ({
      clock,
      page,
      screens,
      world,
    }) => {
      await screens.wizard.restore();
      await screens.shell.expectText('Restore request accepted');
      await clock.pass(10_000);
      await screens.job.expectOpen('Restore of app01');
      await clock.pass(90_000);
      const [first, second] = (await jobsOfCommServe(world)).started;
      const note = page.getByRole('alert').filter({ hasText: '2 restore jobs are yours' });
      await expect(note).toContainText(`${String(second)}, started`);
      await expect(note).toContainText(`${String(first)}, started`);
      await note.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Cancel the job' }).click();
      await expect.poll(async () => (await jobsOfCommServe(world)).killed).toEqual([first]);
    });
  });
});
