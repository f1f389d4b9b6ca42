import { afterEach, expect, test, vi } from 'vitest';
import { findRestoreJobs } from '#src/api/recovery-services/lost-jobs.ts';
import { searchOf } from '#src/datasources/azure-vm/jobs.ts';
import { restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { adoptJob, disownJob, openAgain, operationEnded } from '#src/wizard/submit/follow.ts';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';
import {
  exampleId,
  installMachineClock,
  look,
  type SendingTab,
  sendingTab,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const jobIdOf = (name: string | undefined) => `${exampleVault}/backupJobs/${name ?? ''}`;

/** A tab whose browser sends what starts a restore so many times. */
function tabSending(times: number): SendingTab {
  const tab = sendingTab(0, async (request, passOn) => {
    const copies = request.url.includes('/restore?') ? times - 1 : 0;
    for (let sent = 0; sent < copies; sent += 1) await tab.azure.azure.fetch(request.clone());
    return passOn();
  });
  vi.stubGlobal('localStorage', tab.storage.area);
  return tab;
}

/** A tab whose browser sends what starts a restore so many times, and whose last copy is refused. */
function tabRefused(times: number, hasJobs = true): SendingTab {
  let isSent = false;
  const tab = sendingTab(0, async (request, passOn) => {
    if (isSent && !hasJobs && request.url.includes('/backupJobs?'))
      return new Response(null, { status: 403 });
    if (!request.url.includes('/restore?')) return passOn();
    isSent = true;
    for (let sent = 1; sent < times; sent += 1) await tab.azure.azure.fetch(request.clone());
    await tab.breaks({ kind: 'status', status: 409 });
    return passOn();
  });
  vi.stubGlobal('localStorage', tab.storage.area);
  return tab;
}

/** Presses Restore, and follows its answer to the job; gives the names of all jobs of the machine since. */
async function pressed(tab: SendingTab): Promise<readonly (string | undefined)[]> {
  const id = exampleId();
  await tab.press(id);
  tab.pass(1);
  const names = (await tab.azure.azure.state()).restores.map(({ jobId }) => jobId);
  operationEnded(id, { status: 'started', jobId: jobIdOf(names.at(-1)) }, null);
  return names;
}

async function foundBeside(tab: SendingTab, jobId: string) {
  const { jobs } = await tab.azure.azure.state();
  const own = jobs.find((job) => jobIdOf(job.jobId) === jobId);
  const press = pressBehind(jobId, own?.activityId ?? null);
  if (press === null) return null;
  const found = await findRestoreJobs(tab.client.arm, searchOf(press.draft, press.attempt));
  return [press.shares, ...found.map(({ name }) => name)];
}

test('a request that arrived twice shows the other job beside its own', async () => {
  const tab = tabSending(2);
  const [first, own] = await pressed(tab);
  expect(await foundBeside(tab, jobIdOf(own))).toEqual(['id', first]);
});

test('a request that arrived once shows none, whatever another operator restores elsewhere', async () => {
  const tab = tabSending(1);
  await tab.azure.azure.change((state, now) => [
    restoreOfOtherPerson(state, now, { instance: 'testVM', group: 'targetRG' }),
  ]);
  const names = await pressed(tab);
  await tab.azure.azure.change((state, now) => [
    restoreOfOtherPerson(state, now, { instance: 'testVM', group: 'testRG' }),
  ]);
  tab.pass(1);
  expect(await foundBeside(tab, jobIdOf(names.at(-1)))).toEqual(['id']);
});

test('another draft of this browser that restored the same is no second arrival', async () => {
  const tab = tabSending(1);
  const [first] = await pressed(tab);
  await pressed(tab);
  expect(await foundBeside(tab, jobIdOf(first))).toEqual(['id']);
});

test('two presses of a draft are two jobs of ours: that of the latest is taken, the other is shown', async () => {
  const tab = tabSending(1);
  const id = exampleId();
  await tab.breaks({ kind: 'answer-lost' });
  await tab.press(id);
  openAgain(id);
  tab.pass(60);
  await tab.breaks({ kind: 'answer-lost' });
  await tab.press(id);
  tab.pass(1);
  const [first, second] = (await tab.azure.azure.state()).restores;
  expect(await look(tab, id)).toBe(second?.jobId);
  expect(submissionOf(id)).toMatchObject({ state: 'job', foundBy: 'id' });
  expect(await foundBeside(tab, jobIdOf(second?.jobId))).toEqual(['id', first?.jobId]);
});

test('only the first of two presses arrived: its job is taken, and said to be of the earlier one', async () => {
  const tab = tabSending(1);
  const id = exampleId();
  await tab.breaks({ kind: 'answer-lost' });
  await tab.press(id);
  const earlier = attemptOf(submissionOf(id));
  openAgain(id);
  tab.pass(60);
  await tab.breaks({ kind: 'drop' });
  await tab.press(id);
  tab.pass(1);
  const [first] = (await tab.azure.azure.state()).restores;
  expect(await look(tab, id)).toBe(first?.jobId);
  expect(submissionOf(id)).toMatchObject({ state: 'job', foundBy: 'earlierId' });
  const { clientRequestId, sentAt } = earlier ?? {};
  expect(attemptOf(submissionOf(id))).toMatchObject({ clientRequestId, sentAt });
});

test('beside a job that the person picked, one with our ID is shown as the one that is ours', async () => {
  const tab = tabSending(1);
  const id = exampleId();
  await tab.breaks({ kind: 'answer-lost' });
  await tab.press(id);
  await tab.azure.azure.change((state, now) => [
    restoreOfOtherPerson(state, now, { instance: 'testVM', group: 'targetRG' }),
  ]);
  tab.pass(1);
  const [ours, theirs] = (await tab.azure.azure.state()).restores;
  adoptJob(id, { id: resourceId(jobIdOf(theirs?.jobId)), requestId: 'theirs' }, 'hand');
  expect(await foundBeside(tab, jobIdOf(theirs?.jobId))).toEqual(['otherId', ours?.jobId]);
  disownJob(id, jobIdOf(theirs?.jobId));
  expect(await look(tab, id)).toBe(ours?.jobId);
});

test('a request that was refused because its first copy runs is looked for, and found', async () => {
  const tab = tabRefused(2);
  const id = exampleId();
  await tab.press(id);
  expect(submissionOf(id).state).toBe('lost');
  tab.pass(1);
  const [first] = (await tab.azure.azure.state()).restores;
  expect(await look(tab, id)).toBe(first?.jobId);
});

test('a request that was refused alone is a refusal', async () => {
  const tab = tabRefused(1);
  const id = exampleId();
  await tab.press(id);
  expect(submissionOf(id).state).toBe('refused');
});

test('a refusal after which the jobs cannot be read is looked into', async () => {
  const tab = tabRefused(1, false);
  const id = exampleId();
  await tab.press(id);
  expect(submissionOf(id).state).toBe('lost');
});

test('nothing is looked for beside a job that another browser started', () => {
  tabSending(1);
  expect(pressBehind(jobIdOf('unknown'), null)).toBeNull();
});
