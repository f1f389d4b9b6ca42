import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

test('what is chosen in one tab shows in the other', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.next('instance');
  const second = await app.tab(new URL(page.url()).pathname);
  await second.wizard.expectStep('instance');
  await expect(second.wizard.instance('testVM')).not.toBeChecked();

  await shell.show();
  await wizard.chooseInstance('testVM');
  await expect(second.wizard.instance('testVM')).toBeChecked();
  await second.shell.show();
  await second.wizard.next('restore-point');
  await second.wizard.choosePoint('3 Jun 2018, 06:20');
  await shell.show();
  await wizard.next('restore-point');
  await expect(wizard.point('3 Jun 2018, 06:20')).toBeChecked();
});

test(
  'two tabs that change different fields lose neither',
  { tag: proves('two tabs lose nothing of each other') },
  async ({ app, page }) => {
    const { wizard, configuration } = await app.open('/restore/new');
    await wizard.next('instance');
    await wizard.chooseInstance('testVM');
    await wizard.openStep('configuration');
    await configuration.chooseType('Restore disks');
    await configuration.choose('Resource group', 'targetRG');
    const second = await app.tab(new URL(page.url()).pathname);
    await second.configuration.choose('Staging Location', 'testingAccount (LRS)');
    await expect(configuration.list('Staging Location')).toHaveText('testingAccount (LRS)');
    await expect(second.configuration.list('Resource group')).toHaveText('targetRG');
  },
);

test(
  'two tabs see one Azure: a restore of one is in the jobs of the other',
  { tag: proves('two tabs lose nothing of each other') },
  async ({ app, clock }) => {
    const first = await app.open('/restore/new');
    const second = await app.tab('/jobs');
    await expect(second.jobs.row('vmg-documents-example-stream')).toBeVisible();
    await expect(second.jobs.row('testVM')).toHaveCount(0);
    await first.shell.show();
    await first.wizard.fill();
    await first.wizard.restoreAccepted();
    await clock.pass(90_000);
    await expect(second.jobs.running.row('testVM')).toBeVisible();
    await clock.pass(600_000);
    await expect(second.jobs.row('testVM', 'Completed')).toBeVisible();
  },
);

test('a draft that one tab has sent cannot be sent from the other', async ({
  app,
  page,
  azure,
}) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.fill();
  const second = await app.tab(new URL(page.url()).pathname);
  await second.wizard.expectStep('review');
  await shell.show();
  await wizard.restoreAccepted();
  await second.shell.expectText('Restore request accepted');
  await expect(second.wizard.restoreButton()).toHaveCount(0);
  expect(await azure.accepted()).toHaveLength(1);
});
