import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { jobFailsIn, jobGone, jobStallsFor } from './drivers/faults.ts';
import { type Kind, openStarted, powerInAzure } from './drivers/others.ts';
import { configure, restoreStarted } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/** Outcomes of restores over simulated hours: every kind to its end, and failed in each subtask. */

const PROFILES = ['default', 'recorded'] as const;
const HOUR = 3_600_000;

/** What was restored, what the page has read of it, the evidence beside that, and how many ways go on from its disks. */
const ENDS: readonly (readonly [Kind, RegExp, readonly RegExp[], number])[] = [
  ['createVm', /^Completed\.\s*targetVM was off at \d\d:\d\d UTC/, [], 0],
  [
    'restoreDisks',
    /2 disks were in \S+ at \d\d:\d\d UTC/,
    [/^Disks that exist: testvm-osdisk-\S+, testvm-datadisk/],
    1,
  ],
  ['replaceDisks', /Completed/, [], 0],
];

/** No start shows within the one subtask of disks. */
const CANCEL: Readonly<Record<Kind, RegExp>> = {
  createVm: /^You can cancel until “.+” starts \(our estimate\)\./,
  restoreDisks: /^You can cancel\. Azure doesn’t report until when\.$/,
  replaceDisks: /^You can cancel until “.+” starts \(our estimate\)\./,
};

const ended = PROFILES.flatMap((profile) => ENDS.map((end) => [profile, ...end] as const));
for (const [profile, kind, read, found, ways] of ended) {
  const title = `${profile} profile: ${kind} goes to its end, and its target is read`;
  const isInSet = profile === 'default' && kind === 'createVm';
  test(title, { tag: provesIf(isInSet, 'read what a job restored') }, async ({ app, clock }) => {
    const screens = await app.open('/jobs', profile);
    const { job } = screens;
    await openStarted(screens, kind);
    await job.expectCancel('possible', CANCEL[kind]);
    await clock.pass(HOUR);
    await job.expectProgress('Completed');
    await job.expectProgress(read);
    await expect(job.first()).toHaveAccessibleName('Progress');
    await job.expectFacts('properties', { 'Data loss': / of changes$/ });
    await expect(job.evidence().getByRole('listitem')).toHaveText(found);
    await expect(job.fromDisks()).toHaveCount(ways);
  });
}

/** Sources that stay beside what is made. */
const copies: Readonly<Record<Kind, number>> = { createVm: 1, restoreDisks: 1, replaceDisks: 0 };

/** Also the number of options that continue from the disks still there. */
const FAILURES: readonly (readonly [Kind, number, string, string, number])[] = [
  ['createVm', 0, 'Restore failed', 'Failed Not started', 0],
  ['createVm', 1, 'Disks restored, VM not created', 'Completed Failed', 1],
  ['restoreDisks', 0, 'Restore failed', 'Failed', 0],
  ['replaceDisks', 0, 'Restore not completed', 'Failed Not started', 0],
  ['replaceDisks', 1, 'Restore failed', 'Completed Failed', 0],
];

const failed = FAILURES.map(
  (failure, index) => [PROFILES[index % 2] ?? 'default', ...failure] as const,
);
for (const [profile, kind, task, verdict, states, ways] of failed) {
  const title = `${profile} profile: ${kind} that fails in sub-task ${String(task + 1)}`;
  test(title, async ({ app, clock, faults }) => {
    const screens = await app.open('/jobs', profile);
    const { job } = screens;
    await faults.add(jobFailsIn(task));
    await openStarted(screens, kind);
    await clock.pass(HOUR);
    await job.expectProgress(verdict);
    // The cause stands first, what exists now after it, and what support needs last.
    await expect(job.first()).toHaveAccessibleName('Progress');
    // A replacement’s source is what it changes.
    await expect(job.existing().getByText('Not part of the restore')).toHaveCount(copies[kind]);
    await expect
      .poll(async () => (await job.tasks.rows()).map(({ Status }) => Status).join(' '))
      .toBe(states);
    await expect(job.errors()).toContainText('Azure recommends:');
    await expect(job.errors()).toContainText(/Activity ID for support\s*[0-9a-f]{8}-/);
    await expect(job.errors().getByRole('link', { name: /troubleshooting guide/ })).toBeVisible();
    await job.expectCancel('impossible', 'Job ended.');
    await expect(job.fromDisks()).toHaveCount(ways);
  });
}

for (const profile of PROFILES) {
  test(`${profile} profile: too late to cancel is said, and Azure refuses by itself`, async ({
    app,
    clock,
    faults,
  }) => {
    const screens = await app.open('/jobs', profile);
    const { job } = screens;
    faults.expectRefusals();
    await openStarted(screens, 'createVm');
    await clock.pass(450_000);
    await job.expectRunning('Create the restored virtual machine');
    await job.expectCancel('possible', /might reject canceling/);
    await job.cancel('Cancel the job');
    await expect(job.asked()).toHaveText(
      /^Couldn’t cancel: The job is not in a state .*The job is read again\.$/,
    );
    await clock.pass(HOUR);
    await job.expectProgress('Completed');
  });
}

test('a restore that stood still and went on is no longer said to stand', async ({
  app,
  clock,
  faults,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { job, shell } = screens;
  await faults.add(jobStallsFor(HOUR / 1000));
  await openStarted(screens, 'restoreDisks');
  await clock.pass(400_000);
  // A time goes on by itself: only a figure shows that the job was read.
  await job.expectProgress('50%');
  await clock.pass(1_200_000);
  await shell.expectText(/^No progress since \d\d:\d\d$/);
  await clock.pass(HOUR - 1_300_000);
  await expect(shell.text(/^No progress since/)).toHaveCount(0);
  await job.expectProgress(/\d+%/);
  await clock.pass(HOUR);
  await job.expectProgress('Completed');
});

test('a replacement that replaced nothing leads to the field that mends it, with the same choices', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, job, shell, wizard } = screens;
  await powerInAzure(screens.page, sources.app01, 'off');
  await configure(screens, sources.app01);
  await configuration.fillReplacement('stprodweu01 (LRS)');
  await wizard.next('review');
  await shell.expectText(/^Cancel until \d\d:\d\d$/);
  await shell.expectText('our estimate');
  await faults.add(jobFailsIn(0));
  await wizard.confirmReplacement('app01');
  await restoreStarted({ wizard, job }, clock, 'Restore of app01');
  await clock.pass(HOUR);
  await job.expectProgress('Restore not completed');
  await job.expectProgress('Azure reports: Completed with warnings');
  await expectAccessible(page, 'job that restored nothing');
  await page.getByRole('link', { name: 'Restore beside it with Create new' }).click();
  await wizard.expectStep('configuration');
  await expect(configuration.group('Replace existing')).toBeChecked();
  await expect(configuration.group('Replace existing')).toBeFocused();
});

test('a job that disappears is shown as it was read last, and said to be older', async ({
  app,
  clock,
  faults,
}) => {
  const screens = await app.open('/jobs', 'default');
  const { job, shell } = screens;
  await openStarted(screens, 'createVm');
  await job.expectProgress('%');
  await faults.add(jobGone);
  await clock.pass(30_000);
  await shell.expectText(/^Couldn’t refresh: .* Older data is shown\.$/);
  await job.expectProgress('%');
});
