import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import { commServeSession } from '#src/api/commvault/session.ts';
import type { RestoreFound } from '#src/api/queries/restores.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/fields.ts';
import { acceptedCommvaultQuery, lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import { commvaultView } from '#src/datasources/commvault-vm/model.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request.ts';
import { begin, openTab, press, sentOf } from '#src/datasources/commvault-vm/testing-request.ts';
import { HOST, testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { now } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { app01 } from '#src/mocks/commvault/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { certainJob } from '#src/model/lost-restore.ts';
import { attemptOf, type LostAnswer } from '#src/wizard/draft/schema.ts';
import { known } from '#src/wizard/read.ts';
import { openAgain, operationEnded, pressOf, recordRefusal } from '#src/wizard/submit/follow.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

const STAGING = `${prod('rg-restore-weu')}/providers/Microsoft.Storage/storageAccounts/stprodweu01`;
const wizard = testWizard();
const viewOf = (change: Partial<CommvaultChoices> = {}) =>
  wizard.viewOf(app01, { staging: STAGING, ...change });

describe('the restore that a draft asks for', () => {
  test('out of place has all that was chosen and filled in', async () => {
    const view = await viewOf();
    const points = known(view.reads.points) ?? [];
    const hypervisor = known(view.reads.hypervisors)?.find(({ id }) => id === '120');
    const card = view.reads.interfaces.flatMap((read) => known(read) ?? [])[0];
    expect(sentOf(view)).toEqual({
      vm: { guid: '0eeb98fb-d2fd-4627-ad14-f0f71a8eb438', name: 'app01' },
      subclientId: '35311',
      commCellId: 2,
      upTo: points[0]?.time,
      isInPlace: false,
      hypervisor: { id: '120', name: 'hv-contoso-production', instanceId: hypervisor?.instanceId },
      accessNode: null,
      target: {
        name: 'app01-restored-0604',
        resourceGroup: 'rg-app-prod',
        region: 'westeurope',
        storageAccount: 'stprodweu01',
        vmSize: 'Standard_D4s_v5',
        zone: null,
        securityGroupId: null,
        disks: ['OsDisk', 'DataDisk_0', 'DataDisk_1'].map((disk) => ({
          name: `app01_${disk}`,
          newName: `app01-restored-0604_${disk}`,
          storageAccount: 'stprodweu01',
          type: 'Premium_LRS',
        })),
        nics: [{ networkName: 'vnet-prod-weu', subnetId: card?.subnetIds[0] }],
        createsPublicIp: false,
        isManaged: true,
        encryption: null,
        restoresTags: true,
      },
      powersOn: true,
      overwrites: false,
      notifies: false,
    });
  });

  test('in place keeps the names, and leaves the network to the backup', async () => {
    const restore = sentOf(await viewOf({ cv: 'in-place', confirmReplace: 'app01' }));
    expect(restore).toMatchObject({ isInPlace: true, target: { name: 'app01', nics: [] } });
    expect(restore?.target.disks.every(({ name, newName }) => name === newName)).toBe(true);
  });

  test('calls a disk that isn’t named after its VM after the new one, and in place as before', async () => {
    const other = [{ name: 'data', isOsDisk: false, type: null }];
    const namesOf = async (cv: CommvaultChoices['cv']) => {
      const view = await viewOf({ cv });
      const reads = { ...view.reads, backupDisks: { state: 'known', value: other } } as const;
      return restoreIn({ ...view, reads })?.target.disks.map(({ newName, type }) => [
        newName,
        type,
      ]);
    };
    expect(await namesOf('out-of-place')).toEqual([['app01-restored-0604-data', '']]);
    expect(await namesOf('in-place')).toEqual([['data', '']]);
  });

  test('has what else was chosen', async () => {
    const change = {
      zone: 'none',
      securityGroup: '/nsg',
      publicIp: true,
      asManaged: false,
      keyVault: '/kv',
      tags: false,
      powerOn: false,
      notify: true,
      diskTypes: '{"app01_OsDisk":"Standard_LRS"}',
    } as const;
    const restore = restoreIn(await viewOf(change));
    expect(restore).toMatchObject({
      powersOn: false,
      notifies: true,
      target: {
        zone: 'None',
        securityGroupId: '/nsg',
        createsPublicIp: true,
        isManaged: false,
        encryption: { kind: 'keyVault', keyVaultId: '/kv' },
        restoresTags: false,
      },
    });
    expect(restore?.target.disks.map(({ type }) => type)).toEqual([
      'Standard_LRS',
      'Premium_LRS',
      'Premium_LRS',
    ]);
  });

  test('puts every NIC into the chosen subnet', async () => {
    const view = await viewOf();
    const vnet = known(view.reads.networks)?.find(({ name }) => name === 'vnet-prod-weu')?.id ?? '';
    const chosen = await viewOf({ vnet, subnet: 'snet-app' });
    const [nic] = chosen.reads.interfaces;
    if (nic === undefined) throw new Error('no NIC');
    const two = { ...chosen, reads: { ...chosen.reads, interfaces: [nic, nic] } };
    expect(restoreIn(two)?.target.nics).toEqual([
      { networkName: 'vnet-prod-weu', subnetId: `${vnet}/subnets/snet-app` },
      { networkName: 'vnet-prod-weu', subnetId: `${vnet}/subnets/snet-app` },
    ]);
  });

  test('names the type of a disk encryption set', async () => {
    const set = known((await viewOf()).reads.encryptionSets)?.[0];
    const restore = restoreIn(await viewOf({ diskEncryptionSet: set?.id ?? '' }));
    expect(restore?.target.encryption).toEqual({
      kind: 'encryptionSet',
      type: set?.encryptionType,
      encryptionSetId: set?.id,
    });
  });

  test('names the access node that was chosen', async () => {
    const node = known((await viewOf()).reads.accessNodes)?.[1];
    const restore = restoreIn(await viewOf({ accessNode: node?.id ?? '' }));
    expect(restore?.accessNode).toEqual({ id: node?.id, name: node?.name });
    expect(restoreIn(await viewOf({ accessNode: 'gone' }))).toBeNull();
  });
});

describe('there is none', () => {
  test.each([
    ['without a VM', { instance: null }],
    ['of a point that is gone', { point: 'commvault:commserve.contoso.example/job/2' }],
    ['through a hypervisor that is gone', { hypervisor: '7', subscription: production }],
    ['with an account that is gone', { staging: '/x' }],
    ['while a rule refuses it', { vmName: 'app01' }],
    ['while the deletion is not confirmed', { cv: 'in-place' }],
    ['while the overwriting is not confirmed', { overwrite: true }],
  ] as const)('%s', async (_, change) => {
    expect(sentOf(await viewOf(change))).toBeNull();
  });

  test.each(['vm', 'points', 'backupDisks', 'hypervisors', 'accounts'] as const)(
    'while %s',
    async (name) => {
      const view = await viewOf();
      const unread = commvaultView(view.draft, { ...view.reads, [name]: { state: 'failed' } });
      expect(sentOf(unread)).toBeNull();
      expect(unread.draft.choices).toEqual(view.draft.choices);
    },
  );
});

/** A restore by Commvault leaves once, whatever comes back. */

freshStorage();
afterEach(() => {
  installMachineClock();
});

test('what is accepted has its job, knows which were there before, and is not sent again', async () => {
  const it = openTab();
  const id = begin();
  await press(id);
  await press(id);
  expect(submissionOf(id)).toMatchObject({
    state: 'accepted',
    operation: { jobId: commvaultJobId(HOST, '8163493') },
  });
  expect(attemptOf(submissionOf(id))?.before?.length).toBeGreaterThan(0);
  expect(storedDraft(id)).toMatchObject({ name: 'app01', nextSteps: ['own.backup'] });
  expect(await it.counted()).toEqual([1, 1]);
});

test('its job has our ID as its description', async () => {
  const it = openTab();
  const id = begin();
  await press(id);
  const { clientRequestId } = attemptOf(submissionOf(id)) ?? {};
  expect(JSON.stringify((await it.azure.state()).serviceEvents)).toContain(
    `"jobDescription":"${String(clientRequestId)}"`,
  );
});

describe('what an answer comes to', () => {
  // What was refused is looked for, and what comes from something else is no refusal at all.
  test.each<[FaultEffect, LostAnswer['kind'] | undefined, number]>([
    [{ kind: 'answer-lost' }, undefined, 1],
    // Its body is in Azure’s form, which is none of a CommServe’s.
    [{ kind: 'accepted-but-500' }, 'foreign', 1],
    [{ kind: 'truncated-json' }, 'unreadable', 1],
    // Neither a job nor an error: a schedule may have been made.
    [{ kind: 'wrong-json' }, 'unreadable', 1],
    [{ kind: 'drop' }, undefined, 0],
    [{ kind: 'html-page' }, 'foreign', 0],
    [{ kind: 'html-page', status: 401 }, 'foreign', 0],
    [{ kind: 'html-page', status: 405 }, 'foreign', 0],
    [{ kind: 'html-page', status: 409 }, 'foreign', 0],
    [{ kind: 'status', status: 403 }, 'refusal', 0],
    [{ kind: 'status', status: 401 }, 'refusal', 0],
    [{ kind: 'status', status: 409 }, 'conflict', 0],
    [{ kind: 'status', status: 503 }, 'error', 0],
    [{ kind: 'commserve', does: 'access-denied' }, 'refusal', 0],
  ])('%j', async (effect, kind, restores) => {
    const it = openTab();
    await it.breaks(effect);
    const id = begin();
    await press(id);
    const submission = submissionOf(id);
    expect(submission.state).toBe('lost');
    expect(submission.state === 'lost' ? submission.answer?.kind : 'none').toBe(kind);
    expect(await it.counted()).toEqual([1, restores]);
    await press(id);
    expect(await it.counted()).toEqual([1, restores]);
  });

  test('a refusal keeps the CommServe’s own words, also once its job was looked for', async () => {
    await openTab().breaks({ kind: 'commserve', does: 'access-denied' });
    const id = begin();
    await press(id);
    const words = { code: '5', message: 'Access denied' };
    expect(submissionOf(id)).toMatchObject({ answer: words });
    recordRefusal(id, now());
    expect(submissionOf(id)).toMatchObject({ state: 'refused', ...words });
    expect(submissionOf(id)).not.toMatchObject({ isSignedOut: true });
  });

  test('without a token nothing leaves', async () => {
    const it = openTab();
    commServeSession(HOST).tokens.enter(null);
    const id = begin();
    await press(id, { withoutJobs: true });
    expect(submissionOf(id)).toMatchObject({ state: 'notSent', isPrepared: true });
    expect(await it.counted()).toEqual([0, 0]);
  });
});

test('a token that has expired is renewed, the request isn’t repeated, and the next press sends it', async () => {
  const it = openTab('commvault-token-expired');
  const id = begin();
  await press(id);
  expect(submissionOf(id)).toMatchObject({
    state: 'lost',
    answer: { kind: 'refusal', status: 401 },
  });
  await press(id);
  expect(await it.counted()).toEqual([1, 0]);
  recordRefusal(id, now());
  await press(id);
  expect(submissionOf(id).state).toBe('accepted');
  expect(await it.counted()).toEqual([2, 1]);
});

test('a job that is unknown at first is looked for in growing pauses', async () => {
  const it = openTab('commvault-job-unknown');
  const id = begin();
  await press(id);
  const sentNow = submissionOf(id);
  const operation = sentNow.state === 'accepted' ? sentNow.operation : null;
  const query = acceptedCommvaultQuery({ instance: '', operation: operation ?? {} });
  const client = new QueryClient();
  const look = () => client.query({ ...query, staleTime: 0 });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 4000 } });
  expect(await look()).toMatchObject({ status: 'running', next: { retryAfterMs: 8000 } });
  it.clock.add(20);
  expect(await look()).toEqual({ status: 'started', jobId: commvaultJobId(HOST, '8163493') });
});

test('a job is watched under the name of its VM, which its ID doesn’t tell', async () => {
  openTab();
  const id = begin();
  await press(id);
  const jobId = commvaultJobId(HOST, '8163493');
  operationEnded(id, { status: 'started', jobId }, null, { job: null, ours: null });
  expect(watchedJobs()).toMatchObject([{ jobId, machine: 'app01' }]);
});

type Tab = ReturnType<typeof openTab>;

async function search(id: string): Promise<RestoreFound & { readonly certain: string | null }> {
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error('nothing is open');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await client.query(lostCommvaultSearch(draft, attempt));
  return { ...found, certain: certainJob(pressOf(attempt), found.jobs)?.id ?? null };
}

describe('the job of a lost answer', () => {
  /** A press whose answer is lost, after which lists have it. */
  async function lost(it: Tab, isInPlace: boolean): Promise<string> {
    await it.breaks({ kind: 'answer-lost' });
    const id = begin(isInPlace);
    await press(id);
    it.clock.add(60);
    return id;
  }

  test('is found by our ID among others of the same VM and name', async () => {
    const it = openTab();
    await it.restore({ id: app01, description: 'somebody' });
    it.clock.add(60);
    const id = await lost(it, false);
    await it.restore({ id: app01, description: 'a colleague' });
    it.clock.add(60);
    expect((await search(id)).certain).toBe(commvaultJobId(HOST, '8163495'));
  });

  test.each([
    [false, 'out of place'],
    [true, 'in place'],
  ])('is shown and never adopted where a CommServe leaves descriptions out (%s)', async (where) => {
    const it = openTab('commvault-no-description');
    const id = await lost(it, where);
    expect(await search(id)).toMatchObject({ jobs: [{ isNamed: false }], certain: null });
  });

  test('is no download of files', async () => {
    const it = openTab('commvault-download-beside', 'commvault-no-description');
    const id = await lost(it, false);
    expect((await search(id)).jobs).toHaveLength(1);
  });

  test('of two presses is that of the latest, and both are found', async () => {
    const it = openTab();
    const id = await lost(it, false);
    openAgain(id);
    await it.breaks({ kind: 'answer-lost' });
    await press(id);
    it.clock.add(60);
    expect(await it.counted()).toEqual([2, 2]);
    const { jobs, certain } = await search(id);
    const { clientRequestId, earlier } = attemptOf(submissionOf(id)) ?? {};
    expect(jobs.map(({ requestId }) => requestId)).toEqual([
      clientRequestId,
      earlier?.[0]?.clientRequestId,
    ]);
    expect(certain).toBe(jobs[0]?.id);
  });
});
