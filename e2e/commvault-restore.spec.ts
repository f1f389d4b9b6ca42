import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { fillApp01ByCommvault, openApp01, openStartedTask } from './drivers/commvault.ts';
import { allRead, goTo, passUntil } from './drivers/page.ts';
import { commvaultFault, jobFailsIn, lostAnswer } from './drivers/faults.ts';
import { Settings } from './drivers/settings.ts';
import { openRecord } from './drivers/jobs.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The wizard of Commvault: what is deleted, what is confirmed, and what a token takes along. */

const HOUR = 3_600_000;

test('in place: every part says that the VM is deleted first, and its name is typed', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { configuration, job, keyboard, shell, wizard } = screens;
  await openApp01(screens);
  await keyboard.reach(page.getByRole('radio', { name: 'Out of place' }));
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'In place' })).toBeChecked();
  await expect(wizard.picture(/Deletes app01 first/)).toBeVisible();
  const typed = page.getByRole('textbox', { name: 'Confirm the deletion' });
  await keyboard.reach(typed);
  await typed.fill('APP01');
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await expect(page.getByText('1 field needs your attention')).toBeVisible();
  await expectAccessible(page, 'a restore in place that is not confirmed');
  await typed.fill('app01');
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await page.getByRole('combobox', { name: 'Storage account' }).click();
  await configuration.entry('stprodweu01').click();
  await page.getByRole('button', { name: 'Next: Restore options' }).click();
  await page.getByRole('button', { name: 'Next: Summary' }).click();
  await expect(page.getByText('In place: deletes the VM first')).toBeVisible();
  await expect(page.getByText('Deletes app01 first, then creates it again')).toBeVisible();
  await expectAccessible(page, 'the summary of a restore in place');
  await wizard.restoreButton().click();
  await shell.expectText('Restore request accepted');
  await clock.pass(10_000);
  await job.expectOpen('Restore of app01');
  expect(azure.sent()).toHaveLength(1);
  await clock.pass(HOUR);
  await job.expectProgress('Completed');
  await expect(page.getByRole('region', { name: 'Restored VM' })).toContainText(
    'The VM is in Azure.',
  );
});

test('what follows from the source is marked as suggested, and one press clears it', async ({
  app,
  page,
}) => {
  const screens = await app.open('/', 'default');
  await openApp01(screens);
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  const group = page.getByRole('combobox', { name: 'Resource group' });
  await expect(group).toHaveText('rg-app-prod');
  await expect(group).toHaveAccessibleDescription(/Suggested As the source/);
  await page.getByRole('button', { name: 'Clear suggestion: Resource group' }).click();
  await expect(group).toBeFocused();
  await expect(group).toHaveText('Select one');
  await expectAccessible(page, 'suggestions of Commvault');
});

test(
  'a lost answer leads to the job with our description, and the page says that it’s ours',
  { tag: proves('a lost answer of Commvault is looked for') },
  async ({ app, azure, clock, faults, page }) => {
    const screens = await app.open('/', 'default');
    const { job, shell, wizard } = screens;
    await fillApp01ByCommvault(screens);
    await faults.add(lostAnswer);
    await wizard.restoreButton().click();
    await shell.expectText('Outcome unknown');
    // Lists of a CommServe lag, and are read again after a pause.
    await passUntil(
      async () => clock.pass(61_000),
      async () => shell.title('Restore of app01').isVisible(),
    );
    await job.expectOpen('Restore of app01');
    await shell.expectText('This one has the ID of your request, so it’s yours.');
    await expect(page.getByText('didn’t report which job is yours')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'This isn’t my restore' })).toHaveCount(0);
    expect(azure.sent()).toHaveLength(1);
  },
);

test('without a token the draft stays as it is, and goes on with another', async ({
  app,
  azure,
  clock,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell, wizard } = screens;
  const settings = new Settings(page);
  await fillApp01ByCommvault(screens);
  await settings.open();
  await settings.press('Forget tokens');
  await page.goBack();
  await expect(page.getByText('This tab has no valid token for the CommServe')).toBeVisible();
  await expect(wizard.restoreButton()).toBeDisabled();
  await expect(page.getByText('Not connected to Commvault')).not.toHaveCount(0);
  await wizard.restoreButton().press('Enter');
  expect(azure.sent()).toHaveLength(0);
  await expectAccessible(page, 'a summary without a token');
  await settings.open();
  await settings.connect('demo-access-token', 'demo-refresh-token');
  await page.goBack();
  await expect(page.getByText('No valid token')).toHaveCount(0);
  await expect(page.getByText('stprodweu01').first()).toBeVisible();
  await wizard.restoreButton().click();
  await shell.expectText('Restore request accepted');
  await clock.pass(10_000);
  await job.expectOpen('Restore of app01');
  expect(azure.sent()).toHaveLength(1);
});

test(
  'a VM of the same name is overwritten only where both are confirmed',
  { tag: proves('overwrite a VM through Commvault') },
  async ({ app, azure, page }) => {
    const screens = await app.open('/', 'default');
    const { wizard } = screens;
    await fillApp01ByCommvault(screens);
    await page.getByRole('button', { name: /^Virtual machines, / }).click();
    await page.getByRole('textbox', { name: 'Display name' }).fill('app01');
    await page.getByRole('button', { name: 'Next: Restore options' }).click();
    await expect(page.getByText('1 field needs your attention')).toBeVisible();
    await page.getByRole('button', { name: /^Restore options, / }).click();
    await page.getByRole('checkbox', { name: /overwrite/i }).check();
    await page.getByRole('button', { name: 'Next: Summary' }).click();
    await wizard.restoreButton().click();
    expect(azure.sent()).toHaveLength(0);
    const confirm = page.getByRole('checkbox', { name: /^Confirm overwrite option/ });
    await confirm.check();
    await wizard.restoreButton().click();
    await expect.poll(() => azure.sent().length).toBe(1);
  },
);

/** Jobs of Commvault, from the press to what is left to do. */

const MINUTE = 60_000;

test(
  'out of place: one press, the stages, the VM in Azure, and what is left to do',
  { tag: proves('restore a VM through Commvault beside its source') },
  async ({ app, azure, clock, page }) => {
    const screens = await app.open('/', 'default');
    const { job, wizard, shell, overview } = screens;
    await fillApp01ByCommvault(screens);
    await wizard.restoreButton().dblclick();
    await shell.expectText('Restore request accepted');
    await clock.pass(10_000);
    await job.expectOpen('Restore of app01');
    expect(azure.sent()).toHaveLength(1);
    await job.expectProgress('Waiting for a media agent');
    await shell.expectText('Commvault reports: The job waits for a media agent');
    await job.openFields();
    await job.expectFacts('properties', {
      Destination: 'Out of place',
      Stage: 'Waiting for a media agent',
      'Target VM Name': 'app01-restored-0604',
    });
    await job.expectFacts('progress', {
      'Estimated time of restore': /reports no transferred bytes/,
    });
    await expectAccessible(page, 'a job of Commvault that waits');
    await goTo(page, '/');
    await expect(shell.title('Overview')).toBeVisible();
    await allRead(page);
    // Its CommServe lists a job half a minute after its start.
    await clock.pass(60_000);
    await expect(overview.running.row('app01 to app01-restored-0604')).toBeVisible();
    await page.goBack();

    await clock.pass(HOUR);
    await job.expectProgress('Completed');
    await job.expectProgress(/ was on at \d\d:\d\d UTC/);
    const restored = page.getByRole('region', { name: 'Restored VM' });
    await expect(restored).toContainText('The VM is in Azure.');
    await expect(restored).toContainText('rg-app-prod');
    const steps = page.getByRole('region', { name: 'Next steps' });
    await expect(steps.getByRole('table', { name: 'Steps' }).getByRole('row')).not.toHaveCount(1);
    await expectAccessible(page, 'a job of Commvault that is done');
    await openRecord(page);
    await expect(page.getByRole('region', { name: 'Subtasks' })).toContainText(
      'Write data from library',
    );
    await expect(page.getByRole('region', { name: 'Restore', exact: true })).toContainText(
      'Commvault',
    );
  },
);

test('in place: canceling after the deletion leaves no VM, and the button says so', async ({
  app,
  clock,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell } = screens;
  await openStartedTask(screens, 'in place');
  await job.expectCancel('possible', /^app01 still exists: the job has reached “Waiting/);
  await clock.pass(6 * MINUTE);
  await job.expectRunning('Write data from library');
  const command = job.command('Cancel');
  await expect(command).toHaveAccessibleName('Cancel and lose the VM');
  await job.expectCancel('possible', /^app01 is deleted: .*If you cancel now, no VM is left\.$/);
  await command.press('Enter');
  const question = page.getByRole('alertdialog', { name: 'Cancel this job of app01?' });
  await expect(question).toContainText('“Write data from library”. If you cancel now, no VM is');
  await expectAccessible(page, 'the question whether to cancel it');
  await question.getByRole('button', { name: 'Cancel and lose the VM' }).click();
  await expect(page.getByText('Kill Pending').first()).toBeVisible();
  await clock.pass(MINUTE);
  await job.expectProgress('Canceled');
  await job.expectProgress('Commvault reports: Killed');
  await shell.expectText('This restore deleted app01');
  // Another browser started it, so only a list of all subscriptions was read.
  await shell.expectText('Azure lists no VM with that name');
});

const STAGES = [
  'Waiting for a media agent',
  'Engage the Virtual Server file system driver',
  'Delete the existing VM',
  'Mount VM disks',
  'Write data from library',
  'Create the VM',
  'Convert to managed VM',
] as const;

/** From the third on the VM is deleted. */
const failures = STAGES.map((stage, index) => ({ stage, index, gone: index > 2 ? 1 : 0 }));
for (const { stage, index, gone } of failures) {
  test(`in place: a failure in the stage “${stage}” is shown there, with its reason`, async ({
    app,
    clock,
    faults,
    page,
  }) => {
    const screens = await app.open('/', 'default');
    const { job } = screens;
    await faults.add(jobFailsIn(index));
    await openStartedTask(screens, 'in place');
    await clock.pass(2 * HOUR);
    await job.expectProgress('Restore failed');
    const rows = await job.tasks.rows();
    const failed = rows.filter(({ Status }) => Status === 'Failed');
    expect(failed.map((row) => row['Subtask'])).toEqual([stage]);
    await expect(job.errors()).toContainText('Commvault has no recommendation for this error');
    await expect(job.errors()).not.toContainText('Azure’s restore troubleshooting guide');
    await expect(page.getByText('This restore deleted app01')).toHaveCount(gone);
    await job.expectCancel('impossible', 'Job ended.');
    await job.wayOn().click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Restore Virtual Machine with Commvault' }),
    ).toBeVisible();
    await expect(page.getByRole('main')).toContainText('app01');
  });
}

test('what waits is no standstill, and what is pending says why and goes on', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell } = screens;
  await faults.add(commvaultFault('job-pending'));
  await openStartedTask(screens, 'out of place');
  await clock.pass(6 * MINUTE);
  await shell.expectText('Pending: no progress for now');
  await shell.expectText(/The job will be retried/);
  await expect(job.tasks.row('Write data from library')).toContainText('Pending');
  await expect(page.getByText('No progress since')).toHaveCount(0);
  await clock.pass(5 * MINUTE);
  await expect(page.getByText('no progress for now')).toHaveCount(0);
  await clock.pass(HOUR);
  await job.expectProgress('Completed');
});

test('a tenant that reports no stages: what isn’t reported is named, also before a cancel', async ({
  app,
  clock,
}) => {
  const screens = await app.open('/', 'recorded');
  const { job, shell } = screens;
  await openStartedTask(screens, 'in place');
  await clock.pass(5 * MINUTE);
  await job.expectFacts('properties', { Stage: 'Not reported', 'Data written': 'Not reported' });
  await shell.expectText('This CommServe reports no stages');
  await job.expectFacts('progress', {
    'Estimated time of restore': /^Unknown: Commvault reports no transferred bytes/,
  });
  await expect(job.command('Cancel')).toHaveAccessibleName('Cancel and possibly lose the VM');
  await clock.pass(HOUR);
  await job.expectProgress('Completed');
});

test('without a token a job stays as it was last read, and later as it was last seen', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/', 'default');
  const { job, shell } = screens;
  await openStartedTask(screens, 'out of place');
  await clock.pass(5 * MINUTE);
  await job.expectRunning('Write data from library');
  const address = new URL(page.url()).pathname;
  faults.expectRefusals();
  await goTo(page, '/settings');
  await page.getByRole('button', { name: 'Forget tokens' }).click();
  await goTo(page, address);
  await shell.expectText('Not connected to Commvault');
  await job.expectRunning('Write data from library');
  await goTo(page, '/settings');
  await clock.pass(HOUR);
  await goTo(page, address);
  await expect(page.getByRole('region', { name: 'Last seen' })).toContainText(
    'Write data from library',
  );
  await shell.expectText('Not connected to Commvault');
  await expectAccessible(page, 'a job of Commvault without a token');
});
