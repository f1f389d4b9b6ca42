import { expect } from 'playwright/test';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

test(
  'a fault that is turned on meets the next request, and is turned off again',
  { tag: proves('turn on a fault in the demo') },
  async ({ app, troubles }) => {
    troubles.expectRefusals();
    const { shell, wizard, simulation } = await app.open('/restore/new');
    await wizard.next('instance');
    await wizard.chooseInstance('testVM');
    await simulation.open();
    await simulation.expectText('None: every request gets Azure’s normal answer.');
    await simulation.showAllFaults();
    await simulation.turnOn('Answer 403', 'recoveryPoints.list');
    await simulation.expectLeft('Answer 403', 'recoveryPoints.list', 'active');
    await app.reload();
    await wizard.next('restore-point');
    await shell.expectAlert('You don’t have permission to view the restore points.');
    await simulation.open();
    await simulation.fault('Answer 403', 'recoveryPoints.list').uncheck();
    await simulation.expectText('None: every request gets Azure’s normal answer.');
    await shell.press('Check again');
    await wizard.choosePoint('4 Jun 2018, 06:06');
  },
);

test('a fault that speaks once says so, is used up, and can be turned on again', async ({
  app,
  azure,
  clock,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, wizard, simulation } = await app.open('/restore/new');
  const conflict = ['Answer 409', 'every restore request'] as const;
  await wizard.fill();
  await simulation.open();
  await simulation.showAllFaults();
  await simulation.expectLeft(...conflict, 'once');
  await simulation.turnOn(...conflict);
  await simulation.expectLeft(...conflict, '1 left');
  await wizard.restore();
  await expectRestoreRefused({ shell }, clock);
  await shell.expectText('Another operation is in progress on this item.');
  await simulation.expectLeft(...conflict, 'used up');
  await expect(simulation.fault(...conflict)).not.toBeChecked();
  await simulation.turnOn(...conflict);
  await simulation.expectLeft(...conflict, '1 left');
  expect(await azure.accepted()).toEqual([]);
});

test('the faults of a scenario are on from its start, and can be turned off', async ({ app }) => {
  const { simulation } = await app.open('/jobs', 'forbidden-vault');
  await simulation.open();
  const fault = simulation.fault('Answer 403', 'recoveryPoints.list /vaults/rsv-hr-weu/');
  await expect(fault).toBeChecked();
  await fault.uncheck();
  await simulation.expectText('None: every request gets Azure’s normal answer.');
  await expect(fault).not.toBeChecked();
});

test('a fault of one’s own breaks the page, and the page recovers when it is off', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, simulation, instances } = await app.open('/jobs', 'default');
  await simulation.open();
  await simulation.showAllFaults();
  await simulation.choose('Operation', 'resourceGraph.query');
  await simulation.choose('Effect', 'Answers with an error');
  await simulation.field('Status').fill('418');
  await simulation.field('How often').fill('');
  await simulation.press('Turn on');
  await simulation.expectText('One of 400, 401, 403, 404, 409, 412, 413, 500, 503.');
  await simulation.field('Status').fill('403');
  await simulation.press('Turn on');
  await simulation.expectLeft('Answer 403', 'resourceGraph.query', 'active');
  await shell.goTo('Backup instances');
  await shell.expectText(/You don’t have permission to view/);
  await simulation.fault('Answer 403', 'resourceGraph.query').uncheck();
  await shell.press('Check again');
  await expect(instances.row('app01', 'rg-app-prod')).toBeVisible();
});

test('a job can only fail where one starts', async ({ app }) => {
  const { simulation } = await app.open('/jobs');
  await simulation.open();
  await simulation.showAllFaults();
  await simulation.choose('Effect', 'Job fails');
  await simulation.field('Subtask').fill('1');
  await simulation.press('Turn on');
  await simulation.expectText('Only a restore request starts a job.');
  await simulation.choose('Operation', 'every restore request');
  await simulation.press('Turn on');
  await simulation.expectLeft('Job fails in subtask 1', 'every restore request', '1 left');
});

test('a new fault of the panel: the restore is accepted, and its headers cannot be read', async ({
  app,
  azure,
  troubles,
}) => {
  troubles.expectRefusals();
  const { wizard, simulation } = await app.open('/restore/new');
  const hidden = ['Azure headers hidden from the page', 'every restore request'] as const;
  await wizard.fill();
  await simulation.open();
  await simulation.showAllFaults();
  await simulation.turnOn(...hidden);
  await simulation.expectLeft(...hidden, '1 left');
  await wizard.restore();
  await simulation.expectLeft(...hidden, 'used up');
  await azure.expectReceived('restores.trigger', 1);
  expect(await azure.accepted()).toHaveLength(1);
});
