import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { commServeAt, commServeHome } from '#src/api/commvault/home.ts';
import { commvaultJobId, commvaultVmId } from '#src/api/commvault/id.ts';
import { provideCommServes } from '#src/api/commvault/queries/deployed.ts';
import { commServeSession } from '#src/api/commvault/queries/session.ts';
import type { CommvaultRestore } from '#src/api/commvault/restores/restore.ts';
import type { RestoreFound } from '#src/api/queries/restores.ts';
import { acceptedQuery } from '#src/datasources/commvault-vm/request/accepted.ts';
import { searchFor } from '#src/datasources/commvault-vm/request/lost-search.ts';
import { sendCommvaultRestore } from '#src/datasources/commvault-vm/request/send.ts';
import { newCommvaultDraft } from '#src/datasources/commvault-vm/schema.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/door.ts';
import { app01, guidOf, type TestCommServe, testCommServe } from '#src/mocks/commvault/testing.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/origin.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { certainJob } from '#src/model/lost-restore.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import { openAgain } from '#src/wizard/submit/follow.ts';
import { pressOf } from '#src/wizard/submit/press.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** A restore by Commvault leaves once, whatever comes back, and its job is found by its description. */

const HOST = new URL(COMMSERVE_ORIGIN).host;
const instance = commvaultVmId(HOST, guidOf(app01));

let it: TestCommServe;
let sent: ReturnType<typeof testArm>['sent'];

/** A tab with a token for a CommServe that has these faults; its clock is an hour slow. */
function open(...faults: readonly string[]): void {
  it = testCommServe('default', ...faults);
  const home = commServeHome({ host: HOST });
  const client = testArm((request) => it.azure.fetch(request), undefined, home);
  ({ sent } = client);
  const commServe = commServeAt(COMMSERVE_ORIGIN);
  if (commServe === null) throw new Error('no address');
  provideCommServes([commServe], client.arm.http);
  const { accessToken } = DEMO_TOKENS;
  commServeSession(HOST).tokens.enter({ accessToken, refreshToken: '' });
  const clock = fakeClock(it.clock.now() - 3_600_000);
  clock.pause(true);
  installClock(clock);
}

beforeEach(() => {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
});
afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

/** app01 beside itself, or in place. */
const restoreOf = (isInPlace: boolean): CommvaultRestore => ({
  vm: { guid: guidOf(app01), name: 'app01' },
  subclientId: '35311',
  commCellId: 2,
  upTo: null,
  isInPlace,
  hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: '7' },
  accessNode: null,
  target: {
    name: isInPlace ? 'app01' : 'app01-r',
    resourceGroup: isInPlace ? 'rg-app-prod' : 'rg-restore-weu',
    region: 'westeurope',
    storageAccount: 'stprodweu01',
    vmSize: '',
    zone: null,
    securityGroupId: null,
    disks: [],
    nics: [],
    createsPublicIp: false,
    isManaged: true,
    encryption: null,
    restoresTags: false,
  },
  powersOn: true,
  overwrites: isInPlace,
  notifies: false,
});

const begin = (isInPlace = false): string =>
  createDraft((id, at) =>
    newCommvaultDraft(id, at, {
      instance,
      cv: isInPlace ? 'in-place' : 'out-of-place',
      vmName: isInPlace ? 'app01' : 'app01-r',
      rg: 'rg-restore-weu',
    }),
  );

async function press(id: string, decided = {}): Promise<void> {
  const { choices: asked } = storedDraft(id);
  const restore = restoreOf(asked['cv'] === 'in-place');
  const confirmed = { host: HOST, restore, asked, nextSteps: ['own.backup'] };
  await sendCommvaultRestore(id, confirmed, { isStillSo: async () => true, decided });
}

const breaks = (effect: FaultEffect, operation = 'commvaultTasks.create') =>
  it.azure.append([
    { type: 'fault-added', at: 0, fault: { id: 'f', match: { operation }, times: 1, effect } },
  ]);

const restoresMade = async (): Promise<number> =>
  (await it.azure.state()).serviceEvents.filter(({ event }) =>
    JSON.stringify(event).includes('"kind":"task"'),
  ).length;
const counted = async () => [
  sent.filter(({ url }) => url.endsWith('/CreateTask')).length,
  await restoresMade(),
];

async function search(id: string): Promise<RestoreFound & { readonly certain: string | null }> {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error('nothing is open');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await client.query(searchFor(draft, attempt));
  return { ...found, certain: certainJob(pressOf(attempt), found.jobs)?.id ?? null };
}

test('what is accepted has its job, knows which were there before, and is not sent again', async () => {
  open();
  const id = begin();
  await press(id);
  await press(id);
  expect(submissionOf(id)).toMatchObject({
    state: 'accepted',
    operation: { jobId: commvaultJobId(HOST, '8163493') },
  });
  expect(attemptOf(submissionOf(id))?.before?.length).toBeGreaterThan(0);
  expect(storedDraft(id)).toMatchObject({ name: 'app01', nextSteps: ['own.backup'] });
  expect(await counted()).toEqual([1, 1]);
});

test('its job has our ID as its description', async () => {
  open();
  const id = begin();
  await press(id);
  const { clientRequestId } = attemptOf(submissionOf(id)) ?? {};
  expect(JSON.stringify((await it.azure.state()).serviceEvents)).toContain(
    `"jobDescription":"${String(clientRequestId)}"`,
  );
});

describe('what an answer comes to', () => {
  test.each<[FaultEffect, string, number]>([
    [{ kind: 'answer-lost' }, 'lost', 1],
    [{ kind: 'accepted-but-500' }, 'lost', 1],
    [{ kind: 'truncated-json' }, 'lost', 1],
    [{ kind: 'drop' }, 'lost', 0],
    [{ kind: 'html-page' }, 'lost', 0],
    [{ kind: 'html-page', status: 405 }, 'refused', 0],
    [{ kind: 'status', status: 403 }, 'refused', 0],
    [{ kind: 'status', status: 401 }, 'refused', 0],
    [{ kind: 'status', status: 503 }, 'lost', 0],
    [{ kind: 'commserve', does: 'access-denied' }, 'refused', 0],
  ])('%j', async (effect, state, restores) => {
    open();
    await breaks(effect);
    const id = begin();
    await press(id);
    expect(submissionOf(id).state).toBe(state);
    expect(await counted()).toEqual([1, restores]);
  });

  test('a 200 without a job or an error is no outcome: a schedule may have been made', async () => {
    open();
    const home = commServeHome({ host: HOST });
    const answers = (request: Request): Promise<Response> | Response =>
      request.url.endsWith('/CreateTask')
        ? Response.json({ taskId: 809_089 })
        : it.azure.fetch(request);
    const client = testArm(answers, undefined, home);
    const commServe = commServeAt(COMMSERVE_ORIGIN);
    provideCommServes(commServe === null ? [] : [commServe], client.arm.http);
    commServeSession(HOST).tokens.enter({ ...DEMO_TOKENS, refreshToken: '' });
    const id = begin();
    await press(id);
    expect(submissionOf(id).state).toBe('lost');
  });

  test('a refusal keeps the CommServe’s own words', async () => {
    open();
    await breaks({ kind: 'commserve', does: 'access-denied' });
    const id = begin();
    await press(id);
    expect(submissionOf(id)).toMatchObject({ code: '5', message: 'Access denied' });
    expect(submissionOf(id)).not.toMatchObject({ isSignedOut: true });
  });

  test('without a token nothing leaves', async () => {
    open();
    commServeSession(HOST).tokens.enter(null);
    const id = begin();
    await press(id, { withoutJobs: true });
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', isPrepared: true });
    expect(await counted()).toEqual([0, 0]);
  });
});

test('a token that has expired is renewed, the request isn’t repeated, and the next press sends it', async () => {
  open('commvault-token-expired');
  commServeSession(HOST).tokens.enter(DEMO_TOKENS);
  const id = begin();
  await press(id);
  expect(submissionOf(id)).toMatchObject({ state: 'refused' });
  expect(await counted()).toEqual([1, 0]);
  await press(id);
  expect(submissionOf(id).state).toBe('accepted');
  expect(await counted()).toEqual([2, 1]);
});

test('a job that is unknown at first is asked for until it is known', async () => {
  open('commvault-job-unknown');
  const id = begin();
  await press(id);
  const sentNow = submissionOf(id);
  const operation = sentNow.state === 'accepted' ? sentNow.operation : null;
  const query = acceptedQuery({ instance, operation: operation ?? {} });
  const client = new QueryClient();
  const look = () => client.query({ ...query, staleTime: 0 });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 4000 } });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 8000 } });
  it.clock.add(20);
  expect(await look()).toEqual({ status: 'started', jobId: commvaultJobId(HOST, '8163493') });
});

describe('the job of a lost answer', () => {
  /** A press whose answer is lost, after which lists have it. */
  async function lost(isInPlace: boolean): Promise<string> {
    await breaks({ kind: 'answer-lost' });
    const id = begin(isInPlace);
    await press(id);
    it.clock.add(60);
    return id;
  }

  test('is found by our ID among others of the same VM and name', async () => {
    open();
    await it.restore({ id: app01, description: 'somebody' });
    it.clock.add(60);
    const id = await lost(false);
    await it.restore({ id: app01, description: 'a colleague' });
    it.clock.add(60);
    expect((await search(id)).certain).toBe(commvaultJobId(HOST, '8163495'));
  });

  test.each([
    [false, 'out of place'],
    [true, 'in place'],
  ])('is shown and never adopted where a CommServe leaves descriptions out (%s)', async (where) => {
    open('commvault-no-description');
    const id = await lost(where);
    expect(await search(id)).toMatchObject({ jobs: [{ isNamed: false }], certain: null });
  });

  test('is no download of files', async () => {
    open('commvault-download-beside', 'commvault-no-description');
    const id = await lost(false);
    expect((await search(id)).jobs).toHaveLength(1);
  });

  test('of two of the same ID is for the person to decide', async () => {
    open();
    const id = await lost(false);
    openAgain(id);
    await breaks({ kind: 'answer-lost' });
    await press(id);
    it.clock.add(60);
    expect(await counted()).toEqual([2, 2]);
    const { jobs, certain } = await search(id);
    expect(jobs.map(({ isNamed }) => isNamed)).toEqual([true, true]);
    expect(certain).toBeNull();
  });
});
