import { expect } from 'playwright/test';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

test(
  'a restore is made and watched without a mouse',
  { tag: proves('a restore needs no mouse') },
  async ({ app, azure, clock }) => {
    const { shell, wizard, configuration, job, keyboard } = await app.open('/');
    await keyboard.activate(shell.link('Restore'));

    await expect(wizard.heading('datasource')).toBeFocused();
    const machines = wizard.datasource('Azure Virtual machines');
    await keyboard.reach(machines);
    await expect(machines).toBeChecked();
    await keyboard.press('Enter');

    await expect(wizard.heading('instance')).toBeFocused();
    await keyboard.activate(wizard.instance('testVM'), 'Space');
    await keyboard.activate(wizard.nextButton('restore-point'));

    await expect(wizard.heading('restore-point')).toBeFocused();
    await keyboard.pick(wizard.point('4 Jun 2018, 06:06'), wizard.point('3 Jun 2018, 06:20'));
    await keyboard.reach(wizard.point('4 Jun 2018, 06:06'), 'ArrowUp');
    await expect(wizard.point('4 Jun 2018, 06:06')).toBeChecked();
    await keyboard.activate(wizard.nextButton('configuration'), 'Space');

    await expect(wizard.heading('configuration')).toBeFocused();
    await keyboard.choose(configuration.list('Restore Type'), configuration.entry('Restore disks'));
    await keyboard.choose(configuration.list('Resource group'), configuration.entry('targetRG'));
    await expect(configuration.filled('testAccount')).toBeVisible();
    await keyboard.activate(wizard.nextButton('review'));

    await expect(wizard.heading('review')).toBeFocused();
    await keyboard.activate(wizard.restoreButton());
    await shell.expectText('Restore request accepted');
    expect(await azure.accepted()).toHaveLength(1);
    await clock.pass(90_000);
    await job.expectOpen('Restore of testVM');
    await expect(shell.title('Restore of testVM')).toBeFocused();
    await clock.pass(600_000);
    await job.expectProgress('Completed');
  },
);

test('from the list to the press of Restore, a new VM takes fewer than 60 presses', async ({
  app,
  azure,
}) => {
  const { shell, instances, wizard, configuration, keyboard, page } = await app.open(
    '/',
    'default',
  );
  await shell.goTo('Backup instances');
  await expect(shell.title('Backup instances')).toBeFocused();
  const menu = page.getByRole('button', { name: 'Restore app01: options' });
  await keyboard.reach(instances.row('app01'));
  await keyboard.activate(menu);
  await keyboard.activate(page.getByRole('dialog').getByRole('link', { name: 'New VM' }));
  await expect(wizard.heading('configuration')).toBeFocused();
  await expect(configuration.name()).toHaveValue('app01-restored-0604');
  await keyboard.find(configuration.list('Resource group'), 'rg-res', 'rg-restore-weu');
  await keyboard.find(configuration.list('Virtual network'), 'v', 'vnet-prod-weu');
  await keyboard.press('Control+Enter');
  await expect(wizard.heading('review')).toBeFocused();
  await keyboard.activate(wizard.restoreButton());
  await shell.expectText('Restore request accepted');
  expect(await azure.accepted()).toHaveLength(1);
  expect(keyboard.count).toBeLessThan(60);
});

test('the skip link passes over bar and navigation', async ({ app }) => {
  const { shell, keyboard } = await app.open('/');
  await expect(shell.title('Overview')).toBeFocused();
  await keyboard.reach(shell.skipLink(), 'Shift+Tab');
  await expect(shell.skipLink()).toBeInViewport();
  await keyboard.press('Enter');
  await expect(shell.content()).toBeFocused();
  await keyboard.press('Tab');
  await expect(shell.link('Restore')).toBeFocused();
});

test('back and forth through the steps, backwards by Shift+Tab', async ({ app }) => {
  const { wizard, keyboard } = await app.open('/restore/new');
  await keyboard.activate(wizard.nextButton('instance'));
  await expect(wizard.heading('instance')).toBeFocused();
  await keyboard.reach(wizard.stepButton('restore-point'), 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(wizard.heading('restore-point')).toBeFocused();
  await keyboard.activate(wizard.previousButton());
  await expect(wizard.heading('instance')).toBeFocused();
  await keyboard.activate(wizard.previousButton(), 'Space');
  await expect(wizard.heading('datasource')).toBeFocused();
});

test('Next where something is missing says so, and leads to what is missing', async ({ app }) => {
  const { wizard, keyboard, shell } = await app.open('/restore/new');
  await keyboard.activate(wizard.nextButton('instance'));
  // While the list is on its way there is nothing in it that could take the focus.
  await expect(wizard.instance('testVM')).toBeVisible();
  await keyboard.activate(wizard.nextButton('restore-point'));
  await shell.expectAlert('Select the backup instance to restore.');
  await expect(wizard.refused.summary()).toBeFocused();
  await keyboard.activate(wizard.refused.line('Backup instance'));
  await expect(wizard.instance('testVM')).toBeFocused();
  await wizard.expectStep('instance');
});
