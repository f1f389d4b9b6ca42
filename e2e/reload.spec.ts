import { expect } from 'playwright/test';
import { lateRestore, lostAnswer } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { documentRestore, stepIds } from './drivers/wizard.ts';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

test('a reload at any step keeps what was chosen', async ({ app }) => {
  const { wizard, configuration } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await app.reload();
  await wizard.expectStep('instance');
  await expect(wizard.instance('testVM')).toBeChecked();
  await wizard.next('restore-point');
  await wizard.choosePoint('3 Jun 2018, 06:20');
  await app.reload();
  await expect(wizard.point('3 Jun 2018, 06:20')).toBeChecked();
  await wizard.next('configuration');
  await configuration.chooseType('Restore disks');
  await configuration.choose('Resource group', 'targetRG');
  await configuration.openFilled();
  await configuration.clearSuggestions('Staging Location');
  await app.reload();
  await expect(configuration.list('Resource group')).toHaveText('targetRG');
  await expect(configuration.list('Staging Location')).toHaveText('Select one');
  await configuration.choose('Staging Location', 'testingAccount (LRS)');
  await app.reload();
  await expect(configuration.list('Staging Location')).toHaveText('testingAccount (LRS)');
  await wizard.next('review');
  const before = await wizard.shownRequest();
  await app.reload();
  expect(await wizard.shownRequest()).toEqual(before);
});

test(
  'a name that is being typed survives a reload',
  { tag: proves('a reload loses nothing') },
  async ({ app }) => {
    const { wizard, configuration } = await app.open('/restore/new');
    await wizard.next('instance');
    await wizard.chooseInstance('testVM');
    await wizard.openStep('configuration');
    await configuration.chooseType('Restore disks');
    await configuration.nameNewGroup('rg-half-ty');
    await app.reload();
    await expect(configuration.newGroup()).toHaveValue('rg-half-ty');
  },
);

for (const step of stepIds) {
  test(`${step} is found again at its own address in a new tab`, async ({ app, page }) => {
    const { wizard } = await app.open('/restore/new');
    await wizard.fill();
    const draft = new URL(page.url()).pathname.replace(/\/review$/, '');
    const second = await app.tab(`${draft}/${step}`);
    await second.wizard.expectStep(step);
    await second.wizard.openStep('review');
    expect((await second.wizard.shownRequest()).body).toEqual((await wizard.shownRequest()).body);
  });
}

test(
  'a draft without a step starts at the first',
  { tag: proves('a reload loses nothing') },
  async ({ app, page }) => {
    const { wizard } = await app.open('/restore/new');
    await wizard.fill();
    const draft = new URL(page.url()).pathname.replace(/\/review$/, '');
    await goTo(page, draft);
    await wizard.expectStep('datasource');
  },
);

test(
  'a closed tab is opened again at its address, and goes on',
  { tag: proves('a reload loses nothing') },
  async ({ app, page, azure }) => {
    const { wizard } = await app.open('/restore/new');
    await wizard.fill();
    const draft = new URL(page.url()).pathname;
    const keeper = await app.tab('/jobs');
    await page.close();
    const again = await app.tab(draft);
    await again.wizard.expectStep('review');
    await again.wizard.restoreAccepted();
    expect(azure.sent()).toHaveLength(1);
    await keeper.page.reload();
    await expect(keeper.jobs.running.row('testVM')).toBeVisible();
  },
);

test(
  'a hard reload starts the demo again and keeps the draft',
  { tag: proves('a reload loses nothing') },
  async ({ app }) => {
    const { wizard } = await app.open('/restore/new');
    await wizard.fill();
    await app.hardReload();
    await wizard.expectStep('review');
    await expect(await wizard.selected()).toContainText('targetRG');
  },
);

test('a reload while the request is on its way is still one restore', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const { shell, wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(lateRestore);
  await wizard.restore();
  await shell.expectText('Sending the restore');
  await expect.poll(async () => (await azure.accepted()).length).toBe(1);
  await app.reload();
  await job.expectOpen('Restore of testVM');
  await clock.pass(120_000);
  await job.expectProgress('%');
  expect(await azure.accepted()).toHaveLength(1);
  expect(azure.sent()).toHaveLength(1);
});

test('an answer that is lost leads to the job that it started', async ({ app, azure, faults }) => {
  const { wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(lostAnswer);
  await wizard.restore();
  await job.expectOpen('Restore of testVM');
  expect(await azure.accepted()).toHaveLength(1);
  expect(azure.sent()).toHaveLength(1);
});

test('a reload while Azure makes the job goes on to the job', async ({ app, azure, clock }) => {
  const { shell, wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await wizard.restoreAccepted();
  await app.reload();
  await shell.expectText('Restore request accepted');
  await clock.pass(30_000);
  await app.hardReload();
  await shell.expectText('Restore request accepted');
  await clock.pass(60_000);
  await job.expectOpen('Restore of testVM');
  expect(await azure.accepted()).toHaveLength(1);
});

test(
  'a reload while the job runs shows it where it is, and watches on',
  { tag: proves('a reload loses nothing') },
  async ({ app, clock }) => {
    const { wizard, job } = await app.open('/restore/new');
    await wizard.fillByHand(documentRestore);
    await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
    await clock.pass(180_000);
    // Time goes by itself, too, as long as the machine takes.
    await job.expectProgress(/^5\d%/);
    await app.reload();
    await job.expectProgress(/^5\d%/);
    await clock.pass(600_000);
    await job.expectProgress('Completed');
    await app.hardReload();
    await job.expectProgress('Completed');
  },
);
