import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { findRestoreJobs, recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import { searchOf } from '#src/datasources/azure-vm/jobs.ts';
import { AS_NEW_VM, AS_REPLACEMENT, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { isOwnClock, now } from '#src/lib/clock.ts';
import { type OtherPersonsRestore, restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { exampleVault } from '#src/mocks/testing-example.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type Attempt, attemptOf, type Submission } from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import {
  adoptJob,
  disown,
  disownJob,
  openAgain,
  operationEnded,
  recordLookBack,
} from '#src/wizard/submit/follow.ts';
import { lookBackOf } from '#src/wizard/submit/Refusal.tsx';
import { pressBehind, pressTime } from '#src/wizard/submit/press-of-job.ts';
import { lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import {
  exampleId,
  found,
  installMachineClock,
  look,
  type SendingTab,
  sendingTab,
  storedDraft,
  submissionOf,
} from '#src/wizard/submit/testing-tab.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

let sender: SendingTab;
const begin = (aheadMs: number) => {
  sender = sendingTab(aheadMs);
  vi.stubGlobal('localStorage', sender.storage.area);
};
beforeEach(() => begin(0));
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const otherRestore = (order: Omit<OtherPersonsRestore, 'instance'>) =>
  sender.azure.azure.change((state, at) => [
    restoreOfOtherPerson(state, at, { instance: 'testVM', ...order }),
  ]);
const always = (effect: FaultEffect) =>
  sender.azure.azure.append([
    { type: 'fault-added', at: 0, fault: { id: effect.kind, match: {}, times: null, effect } },
  ]);
const restoresOf = async (tab: SendingTab) => (await tab.azure.azure.state()).restores;
const restores = () => restoresOf(sender);

describe.each([
  ['disks', {}],
  ['a new machine', AS_NEW_VM],
  ['a replacement', AS_REPLACEMENT],
] as const)('a lost answer while another operator restores too: %s', (_, choices) => {
  test.each(['answer-lost', 'accepted-but-500'] as const)(
    'ends in exactly one job of ours, which is adopted: %s',
    async (kind) => {
      const id = exampleId(choices);
      await sender.breaks({ kind });
      await otherRestore({ group: 'testRG' });
      sender.pass(60);
      await sender.press(id, { choices });
      await otherRestore({ group: 'targetRG', vmName: 'theirs' });
      await sender.press(id, { choices });
      sender.pass(1);
      const name = await look(sender, id);
      await sender.press(id, { choices });
      const submission = submissionOf(id);
      expect(submission).toMatchObject({ state: 'job', isAdopted: true });
      const jobId = submission.state === 'job' ? submission.jobId : '';
      expect(jobId).toMatch(new RegExp(`/backupJobs/${name ?? ''}$`));
      expect(watchedJobs()[0]).toMatchObject({ jobId, machine: 'testVM' });
      expect([sender.requests(), (await restores()).length]).toEqual([1, 3]);
      expect((await restores())[1]?.jobId).toBe(name);
    },
  );
});

const HOUR_MS = 3_600_000;

describe.each([
  ['an hour fast', HOUR_MS],
  ['an hour slow', -HOUR_MS],
  ['a month slow', -30 * 24 * HOUR_MS],
] as const)('a machine whose clock is %s', (_, aheadMs) => {
  beforeEach(() => begin(aheadMs));

  test('adopts exactly its own job, and never an identical one of before', async () => {
    for (const minutes of [90, 55, 1]) {
      await otherRestore({ group: 'targetRG' });
      sender.pass(minutes * 60);
    }
    await sender.breaks({ kind: 'answer-lost' });
    const id = exampleId();
    await sender.press(id);
    sender.pass(1);
    expect(await look(sender, id)).toBe((await restores())[3]?.jobId);
    expect(submissionOf(id)).toMatchObject({ state: 'job', isAdopted: true });
  });

  test('adopts none of before where its request never arrived', async () => {
    await otherRestore({ group: 'targetRG' });
    sender.pass(60);
    await sender.breaks({ kind: 'drop' });
    const id = exampleId();
    await sender.press(id);
    sender.pass(60);
    expect(await found(sender, id)).toEqual([]);
    expect(submissionOf(id).state).toBe('lost');
  });
});

describe('a job that reports no ID and is only likely its own is not adopted', () => {
  const lost = async (how: Parameters<SendingTab['press']>[1] = {}) => {
    await always({ kind: 'odd-ids', are: 'unreported' });
    await sender.breaks({ kind: 'answer-lost' });
    const id = exampleId();
    await sender.press(id, how);
    sender.pass(1);
    return id;
  };

  test('because it names no target', async () => {
    await always({ kind: 'empty-bags' });
    const id = await lost();
    expect(await found(sender, id)).toMatchObject([{ isNamed: false }]);
    expect(await look(sender, id)).toBeNull();
    expect(submissionOf(id).state).toBe('lost');
  });

  test('because a colleague started the same at the same time; the person picks the right one', async () => {
    const id = await lost();
    await otherRestore({ group: 'targetRG' });
    sender.pass(1);
    const jobs = await found(sender, id);
    expect(jobs).toHaveLength(2);
    expect(await look(sender, id)).toBeNull();
    const [ours, theirs] = await restores();
    disown(
      id,
      jobs.filter(({ name }) => name === theirs?.jobId).map((job) => job.id),
    );
    expect(await look(sender, id)).toBe(ours?.jobId);
  });

  test('because the jobs before the press are unknown', async () => {
    const id = await lost({ withoutJobs: true });
    expect(await found(sender, id)).toMatchObject([{ isNamed: true }]);
    expect(await look(sender, id)).toBeNull();
  });
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

/** A tab whose browser sends what starts a restore so many times, and whose last copy is refused; so many reads of jobs fail then. */
function tabRefused(times: number, unread = 0): SendingTab {
  let isSent = false;
  let left = unread;
  const tab = sendingTab(0, async (request, passOn) => {
    if (isSent && left > 0 && request.url.includes('/backupJobs?')) {
      left -= 1;
      return Response.json(
        { error: { code: 'AuthorizationFailed', message: 'No.' } },
        { status: 403 },
      );
    }
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
  const jobsFound = await findRestoreJobs(tab.client.arm, searchOf(press.draft, press.attempt));
  return [press.shares, ...jobsFound.map(({ name }) => name)];
}

test('a request that arrived twice shows the other job beside its own', async () => {
  const tab = tabSending(2);
  const [first, own] = await pressed(tab);
  expect(await foundBeside(tab, jobIdOf(own))).toEqual(['id', first]);
});

test('a request that arrived once shows none, whatever another operator restores elsewhere', async () => {
  const tab = tabSending(1);
  await tab.azure.azure.change((state, at) => [
    restoreOfOtherPerson(state, at, { instance: 'testVM', group: 'targetRG' }),
  ]);
  const names = await pressed(tab);
  await tab.azure.azure.change((state, at) => [
    restoreOfOtherPerson(state, at, { instance: 'testVM', group: 'testRG' }),
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
  await tab.azure.azure.change((state, at) => [
    restoreOfOtherPerson(state, at, { instance: 'testVM', group: 'targetRG' }),
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

const looked = (tab: SendingTab, id: string) =>
  lookedAfterRefusal(id, async () => found(tab, id), tab.pass);

test('a request that was refused because its first copy runs has that job, and says so', async () => {
  const tab = tabRefused(2);
  const id = exampleId();
  await tab.press(id);
  tab.pass(1);
  await looked(tab, id);
  expect(submissionOf(id)).toMatchObject({ state: 'job', foundBy: 'id', isRefused: true });
});

test('a request that was refused alone is a refusal, once its job was looked for', async () => {
  const tab = tabRefused(1);
  const id = exampleId();
  await tab.press(id);
  const pressedAt = now();
  expect(submissionOf(id)).toMatchObject({ state: 'lost', answer: { kind: 'conflict' } });
  await looked(tab, id);
  expect(submissionOf(id)).toMatchObject({ state: 'refused', lookedAt: pressedAt + 120_000 });
});

test('a refusal after which the jobs cannot be read stays open, and the next press looks first', async () => {
  const tab = tabRefused(2, 4);
  const id = exampleId();
  await tab.press(id);
  expect(await looked(tab, id)).toBe('unread');
  expect(submissionOf(id)).not.toHaveProperty('lookedAt');
  expect(storedDraft(id).earlier).toMatchObject({ isUnlooked: true });
  const [first] = await restoresOf(tab);
  await tab.press(id);
  expect(tab.requests()).toBe(1);
  expect(submissionOf(id)).toMatchObject({
    state: 'job',
    jobId: jobIdOf(first?.jobId),
    foundBy: 'earlierId',
  });
});

test('where the next press can’t look either it is held back', async () => {
  const tab = tabRefused(2, 99);
  const id = exampleId();
  await tab.press(id);
  await looked(tab, id);
  await tab.press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'notSent', heldBack: 'jobsUnread' });
  expect(tab.requests()).toBe(1);
});

test('a job that doesn’t report whose it is is left to the person', async () => {
  const tab = tabRefused(1);
  const id = exampleId();
  await tab.azure.azure.append([
    {
      type: 'fault-added',
      at: 0,
      fault: { id: 'i', match: {}, times: null, effect: { kind: 'odd-ids', are: 'unreported' } },
    },
  ]);
  await tab.press(id);
  await tab.azure.azure.change((state, at) => [
    restoreOfOtherPerson(state, at, { instance: 'testVM', group: 'targetRG' }),
  ]);
  expect(await looked(tab, id)).toBe('undecided');
  expect(submissionOf(id).state).toBe('lost');
});

test('a refusal of before is looked up once: a job of its press, else what fits it, else when', async () => {
  const tab = tabRefused(2);
  const id = exampleId();
  await tab.press(id);
  tab.pass(1);
  const jobs = await found(tab, id);
  const reason = { code: 'Conflict', message: 'Busy.', requestId: null };
  const at = now();
  const before = attemptOf(submissionOf(id));
  if (before === null) throw new Error('nothing was pressed');
  const store = (submission: Submission) =>
    changeDraft(id, (draft) => ({ ...draft, submission, earlier: undefined }));
  const lookBack = (attempted: Attempt, listed: typeof jobs) =>
    recordLookBack(id, lookBackOf(attempted, { jobs: listed, latestAt: at }));

  store({ state: 'refused', ...reason, attempt: before });
  lookBack(before, jobs);
  expect(submissionOf(id)).toMatchObject({ state: 'job', foundBy: 'id', isRefused: true });

  store({ state: 'refused', ...reason });
  lookBack(
    { clientRequestId: 'of no press', sentAt: 0 },
    jobs.map((job) => ({ ...job, isNamed: true })),
  );
  expect(submissionOf(id)).toMatchObject({
    state: 'lost',
    answer: { kind: 'unreadable', ...reason },
  });

  store({ state: 'refused', ...reason });
  lookBack({ clientRequestId: 'of no press', sentAt: 0 }, []);
  expect(submissionOf(id)).toMatchObject({ state: 'refused', lookedAt: at });
});

test('nothing is looked for beside a job that another browser started', () => {
  tabSending(1);
  expect(pressBehind(jobIdOf('unknown'), null)).toBeNull();
});

const MINUTE_MS = 60_000;
const vaultId = resourceId(vaultIdOf(EXAMPLE_CHOICES.instance) ?? '');
/** A job starts this long after its request at most, as it was recorded (live.md §2.2). */
const START_MS = 70_000;

const SOURCES = ['the date of answers', 'the job of our ID', 'nothing'] as const;
type Source = (typeof SOURCES)[number];
const AHEAD_MINUTES = [-60, -0.5, 0, 0.5, 60, 1441];

const table = AHEAD_MINUTES.flatMap((minutes) => SOURCES.map((by) => ({ minutes, by })));

test('the table is whole', () => {
  console.log(`Clocks × what tells the time: ${String(table.length)} rows.`);
  expect(table).toHaveLength(18);
});

/** What a page can't read where Azure doesn't expose it. */
const HIDDEN = ['date', 'azure-asyncoperation', 'location', 'retry-after'];

async function withoutHeaders(passOn: () => Promise<Response>): Promise<Response> {
  const { status, headers, ...answer } = await read(await passOn());
  for (const name of HIDDEN) headers.delete(name);
  return new Response(answer.body, { status, headers });
}

async function read(response: Response) {
  const { status } = response;
  const text = await response.text();
  return { status, headers: new Headers(response.headers), body: text === '' ? null : text };
}

interface Row {
  readonly minutes: number;
  readonly by: Source;
}

function tabOf({ minutes, by }: Row) {
  const tab = sendingTab(minutes * MINUTE_MS, async (_, passOn) =>
    by === 'the date of answers' ? passOn() : withoutHeaders(passOn),
  );
  vi.stubGlobal('localStorage', tab.storage.area);
  return tab;
}

test.each(table)('$minutes min ahead, by $by', async (row) => {
  const { by } = row;
  const tab = tabOf(row);
  const id = exampleId();
  const pressedAt = tab.azure.clock.now();
  // A page has read before anything can be pressed.
  await recentRestores(tab.client.arm, { vaultId });
  await tab.press(id);
  tab.pass(120);
  const [job] = by === 'the job of our ID' ? await found(tab, id) : [];
  if (job !== undefined) await look(tab, id);
  const startedAt = job?.startedAt ?? null;
  const press = pressTime(storedDraft(id), startedAt);
  const pressOffMs = Math.abs((press?.at ?? 0) - pressedAt);
  const clockOffMs = Math.abs(now() - tab.azure.clock.now());
  const most = mostOff(row);
  expect(press?.isByComputer).toBe(by === 'nothing');
  expect(pressOffMs).toBeLessThanOrEqual(most);
  expect(clockOffMs).toBeLessThanOrEqual(most);
  expect(isOwnClock()).toBe(by === 'nothing');
});

/** How far a press and the clock may be off then, in milliseconds. */
function mostOff({ minutes, by }: Row): number {
  const wrongMs = Math.abs(minutes) * MINUTE_MS;
  switch (by) {
    case 'the date of answers':
      return 999;
    case 'the job of our ID':
      return Math.min(START_MS, wrongMs);
    case 'nothing':
      return wrongMs;
  }
}
