import { expect } from 'playwright/test';
import {
  acceptedButError,
  everythingDown,
  jobFails,
  listsThrottled,
  otherClaims,
  pointsForbidden,
  pointsOdd,
  pointsTruncated,
  restoreForbidden,
  signedOut,
} from './drivers/faults.ts';
import { expectRestoreRefused } from './drivers/presses.ts';
import { test } from './fixtures.ts';
import { restoreStarted } from './drivers/restores.ts';
import { proves } from './set.ts';

const readPoints =
  'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/read';

test('without the right to read restore points the missing action is named', async ({
  app,
  faults,
}) => {
  const { shell, wizard } = await app.open('/restore/new');
  await faults.add(pointsForbidden);
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await wizard.next('restore-point');
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await shell.expectAlert(`Required action: ${readPoints}`);
  await shell.expectAlert('Request ID');
  await faults.remove(pointsForbidden.id);
  await shell.press('Check again');
  await wizard.choosePoint('4 Jun 2018, 06:06');
});

test('Azure that asks to wait is waited for, and then it goes on', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const { wizard } = await app.open('/restore/new');
  await clock.speed(60);
  await faults.add(listsThrottled);
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  const reads = await azure.received('resourceGraph.query');
  expect(reads.map(({ status }) => status).slice(0, 2)).toEqual([429, 200]);
  const [refused = 0, answered = 0] = reads.map(({ at }) => at);
  expect(answered - refused).toBeGreaterThanOrEqual(20_000);
});

test(
  'reports answers that are cut short or of another shape as unreadable',
  { tag: proves('an unreadable answer is told as one') },
  async ({ app, faults }) => {
    const { shell, wizard } = await app.open('/restore/new');
    await faults.add(pointsTruncated);
    await wizard.next('instance');
    await wizard.chooseInstance('testVM');
    await wizard.next('restore-point');
    await shell.expectAlert('Couldn’t read Azure’s response for the restore points.');
    await shell.expectAlert('it is not JSON');
    await faults.remove(pointsTruncated.id);
    await faults.add(pointsOdd);
    await shell.press('Try again');
    await shell.expectAlert('the field "value" is not as expected');
    // The same request would get the same answer.
    await shell.expectAlert('Contact Azure support with the request ID.');
    await expect(shell.button('Try again')).toHaveCount(0);
    await faults.remove(pointsOdd.id);
    await app.reload();
    await wizard.choosePoint('4 Jun 2018, 06:06');
  },
);

test('while every server fails the draft is kept, and it goes on afterwards', async ({
  app,
  clock,
  faults,
}) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await faults.add(everythingDown);
  await clock.speed(60);
  await app.reload();
  await shell.expectAlert('Azure rejected the request for the backup instances.');
  await faults.remove(everythingDown.id);
  await shell.press('Try again');
  await expect(wizard.instance('testVM')).toBeChecked();
});

test(
  'a refused restore says why and what was looked at, and can be pressed again',
  { tag: proves('a refusal says what was looked at') },
  async ({ app, azure, clock, faults }) => {
    const { shell, wizard } = await app.open('/restore/new');
    await wizard.fill();
    await faults.add(restoreForbidden);
    await wizard.restore();
    await shell.expectText('Azure rejected the request');
    await shell.expectText('recoveryPoints/restore/action');
    await expect(wizard.restoreButton()).toHaveCount(0);
    await expectRestoreRefused({ shell }, clock);
    await shell.expectText('recoveryPoints/restore/action');
    await shell.expectText(/No job with the ID of your request was listed by \d\d:\d\d\./);
    await shell.expectText('Your selections are kept.');
    await shell.expectText(
      'Ask an owner for a role with the required action, then select Restore again.',
    );
    expect(await azure.accepted()).toHaveLength(0);
    await wizard.expectStep('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  },
);

test(
  'reports an expired sign-in before anything leaves, and renews it',
  { tag: proves('an expired sign-in is told before anything leaves') },
  async ({ app, azure, faults }) => {
    const { shell, wizard } = await app.open('/restore/new');
    await wizard.fill();
    await faults.add(signedOut);
    await wizard.restore();
    await shell.expectText('You are no longer signed in.');
    await wizard.expectStep('review');
    await expect(await wizard.selected()).toContainText('targetRG');
    expect(azure.sent()).toHaveLength(0);
    await shell.press('Sign in again');
    await wizard.restoreAccepted();
    expect(azure.sent()).toHaveLength(1);
  },
);

test('a token that Azure does not take any more is no reason to send again', async ({
  app,
  azure,
  faults,
}) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(otherClaims);
  await wizard.restore();
  await shell.expectText('The access token has expired.');
  expect(azure.sent()).toHaveLength(1);
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toHaveLength(1);
});

test('a server error after the work was done is one restore, and its job is found', async ({
  app,
  azure,
  faults,
}) => {
  const { wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(acceptedButError);
  await wizard.restore();
  await job.expectOpen('Restore of testVM');
  expect(await azure.accepted()).toHaveLength(1);
  expect(azure.sent()).toHaveLength(1);
});

test('a restore that fails says what went wrong and what to do', async ({ app, clock, faults }) => {
  const { wizard, job } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(jobFails);
  await restoreStarted({ wizard, job }, clock, 'Restore of testVM');
  await clock.pass(900_000);
  await job.expectProgress('Restore failed');
  await expect(job.errors()).toContainText('Error ');
  await job.tasks.expectRow({ Subtask: 'Transfer data from vault', Status: 'Failed' });
});
