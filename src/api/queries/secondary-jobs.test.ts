import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type AcceptedOperation, pollOperation } from '#src/api/arm/operation.ts';
import { type ArmPipelines, startSession } from '#src/api/arm/pipeline.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { listJobPage } from '#src/api/queries/jobs.ts';
import { secondaryRestoresQuery } from '#src/api/queries/overview.ts';
import { secondaryJobsQuery } from '#src/api/queries/secondary-jobs.ts';
import { listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { getSecondaryJob, listSecondaryJobs } from '#src/api/recovery-services/job-lists.ts';
import { cancelJob, type VaultJobFilter } from '#src/api/recovery-services/jobs.ts';
import { listRecoveryPoints, listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import type { CreateVm, Restore, RestoreDisks } from '#src/api/recovery-services/restore.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
} from '#src/api/recovery-services/restores.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { inGroup, production, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { ALL_JOBS, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';

const bareVault = resourceId(
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v',
);
const vault = (crossRegionRestore?: string) =>
  answer(200, {
    id: bareVault,
    name: 'v',
    type: 'Microsoft.RecoveryServices/vaults',
    location: 'westeurope',
    properties: { redundancySettings: { crossRegionRestore } },
  });
const regions = (pairs: readonly string[]) =>
  answer(200, {
    value: [
      {
        name: 'westeurope',
        displayName: 'West Europe',
        metadata: { pairedRegion: pairs.map((name) => ({ name, id: '/x' })) },
      },
    ],
  });
const jobs = (name: string, nextLink: string | null) =>
  answer(200, { value: [{ id: `/l/${name}`, name, properties: {} }], nextLink });

type Statuses = Parameters<typeof secondaryJobsQuery>[1]['statuses'];

/** What comes of these answers, and which requests were sent for it. */
async function read(answers: readonly Response[], statuses: Statuses = []) {
  const { arm, sent } = testArm(inTurn(...answers.map((one) => () => one)));
  startSession(arm);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await queries.query(secondaryJobsQuery(bareVault, { range: '24h', statuses }));
  return { found, urls: sent.map(({ url }) => decodeURIComponent(url)) };
}

test('does not query a vault without Cross Region Restore', async () => {
  const { found, urls } = await read([vault('Disabled')]);
  expect(found).toEqual({ kind: 'off' });
  expect(urls).toHaveLength(1);
});

test('a region without a pair has no second one', async () => {
  const { found } = await read([vault('Enabled'), regions([])]);
  expect(found).toEqual({ kind: 'unpaired' });
});

test('reads all pages in the paired region, also of a vault with unknown setting', async () => {
  const next = 'https://management.azure.com/subscriptions/1/next?api-version=2023-01-15';
  const { found, urls } = await read([
    vault(),
    regions(['northeurope']),
    jobs('a', next),
    jobs('b', ''),
  ]);
  expect(found).toMatchObject({
    kind: 'jobs',
    place: { vaultId: bareVault, region: 'northeurope' },
    jobs: [
      { id: `${bareVault}/locations/northeurope/backupJobs/a` },
      { name: 'b', vaultName: 'v' },
    ],
  });
  expect(urls[2]).toContain('/locations/northeurope/backupCrrJobs?');
  expect(urls[2]).toMatch(/startTime eq '[\d-]+ [\d:]+ [AP]M'/);
  expect(urls[2]).not.toContain('status eq');
  expect(urls[3]).toBe(next);
});

test.each<[Statuses, boolean]>([
  [['failed'], true],
  [['failed', 'completed'], false],
])('Azure takes one status at a time: %j', async (statuses, isAsked) => {
  const answers = [vault('Enabled'), regions(['northeurope']), jobs('a', null)];
  const { urls } = await read(answers, statuses);
  expect(urls[2]?.includes("status eq 'Failed'")).toBe(isAsked);
});

/** Which vaults are queried for the jobs of their secondary region, and the results. */
const vaultRow = (name: string, crr: string | null) => ({
  id: `/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/${name}`,
  name,
  location: 'westeurope',
  crr,
});
const pairs = {
  value: [
    {
      name: 'westeurope',
      displayName: 'West Europe',
      metadata: { pairedRegion: [{ name: 'northeurope', id: '/x' }] },
    },
  ],
};

const requestBody = z.object({ resourceId: z.string() });
type Answered = (vaultId: string) => Response;
const jobRow = (name: string, startTime: string) => ({
  id: `/l/${name}`,
  name,
  properties: { operation: 'CrossRegionRestore', status: 'InProgress', startTime },
});

/** Reads an estate; returns the result and the vaults whose lists were requested. */
async function readEstate(vaults: readonly ReturnType<typeof vaultRow>[], jobsOf: Answered) {
  const { arm, sent } = testArm(async (request) => {
    if (request.url.includes('Microsoft.ResourceGraph'))
      return answer(200, {
        data: vaults,
        count: vaults.length,
        totalRecords: vaults.length,
        resultTruncated: 'false',
      });
    if (!request.url.includes('/backupCrrJobs')) return answer(200, pairs);
    return jobsOf(requestBody.parse(await request.json()).resourceId);
  });
  startSession(arm);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const found = await queries.query(secondaryRestoresQuery());
  return { found, sent: sent.map(({ url }) => decodeURIComponent(url)) };
}

const empty = () => answer(200, { value: [], nextLink: null });

test('queries only vaults with Cross Region Restore, and regions once for all of them', async () => {
  const { found, sent } = await readEstate(
    [
      vaultRow('a', 'Enabled'),
      vaultRow('b', 'Disabled'),
      vaultRow('c', null),
      vaultRow('d', 'enabled'),
    ],
    (id) =>
      answer(200, {
        value: [
          jobRow(
            `of ${id.at(-1)}`,
            id.endsWith('a') ? '2025-06-05T01:00:00Z' : '2025-06-05T02:00:00Z',
          ),
        ],
        nextLink: null,
      }),
  );
  expect(sent.filter((url) => url.includes('/backupCrrJobs'))).toHaveLength(2);
  expect(sent).toHaveLength(4);
  expect(sent.at(-1)).toContain('/locations/northeurope/backupCrrJobs');
  expect(sent.at(-1)).toMatch(/operation eq 'CrossRegionRestore' and startTime eq '/);
  expect(found.unread).toEqual([]);
  expect(found.vaults).toBe(4);
  expect(found.jobs.map(({ name, vaultName }) => [name, vaultName])).toEqual([
    ['of d', 'd'],
    ['of a', 'a'],
  ]);
});

test('an estate without such a vault costs one question', async () => {
  const { found, sent } = await readEstate([vaultRow('a', 'Disabled')], empty);
  expect(sent).toHaveLength(1);
  expect(found).toEqual({ jobs: [], unread: [], vaults: 1 });
});

test('a vault that cannot be read is named, and the others stay', async () => {
  const { found } = await readEstate([vaultRow('a', 'Enabled'), vaultRow('b', 'Enabled')], (id) =>
    id.endsWith('a')
      ? answer(403, { error: { code: 'AuthorizationFailed', message: 'no' } })
      : answer(200, { value: [jobRow('x', '2025-06-05T02:00:00Z')], nextLink: null }),
  );
  expect(found).toMatchObject({ jobs: [{ name: 'x' }], unread: ['a'] });
});

test('queries twenty vaults of a large estate and names the others', async () => {
  const many = Array.from({ length: 23 }, (_, index) => vaultRow(`v${index}`, 'Enabled'));
  const { found, sent } = await readEstate(many, empty);
  expect(sent.filter((url) => url.includes('/backupCrrJobs'))).toHaveLength(20);
  expect(found.unread).toEqual(['v20', 'v21', 'v22']);
});

/** Restores in the secondary region by the client, against the simulated Azure. */
const ownVault = resourceId(prodVault);
const place = { vaultId: ownVault, region: 'northeurope' };
const group = resourceId(inGroup(production, 'rg-restore-weu'));
const network = resourceId(
  `${inGroup(production, 'rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-prod-neu`,
);

async function world(name = 'web-fe-07') {
  const it = testAzure('default');
  const { arm, sent } = testArm(it.azure.fetch);
  const items = await listSecondaryItems(arm, ownVault);
  const item = items.find(({ friendlyName }) => friendlyName === name);
  const id = item?.id ?? resourceId('');
  const [point] = await listSecondaryPoints(arm, id);
  const disks: RestoreDisks = {
    kind: 'restoreDisks',
    recoveryPointResourceId: point?.id ?? resourceId(''),
    recoveryPointId: point?.name ?? '',
    sourceResourceId: item?.sourceResourceId ?? resourceId(''),
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
    ),
    region: 'northeurope',
    targetResourceGroupId: group,
    networkAccess: null,
  };
  const machine: CreateVm = {
    ...disks,
    kind: 'createVm',
    targetResourceGroupId: group,
    targetVirtualMachineId: resourceId(
      `${group}/providers/Microsoft.Compute/virtualMachines/web-copy`,
    ),
    virtualNetworkId: network,
    subnetId: resourceId(`${network}/subnets/default`),
  };
  return { ...it, arm, sent, itemId: id, disks, machine };
}

/** Asks for the right to the point and starts the restore with it; what comes back says where to follow it. */
const started = async (arm: ArmPipelines, restore: Restore) => {
  const right = await rightToPoint(arm, restore);
  return (await startSecondaryRestore(arm, restore, right, 'mine'))?.operation ?? null;
};

/** The job of an accepted restore, whose operation is over. */
async function jobOf(
  { arm, clock }: Awaited<ReturnType<typeof world>>,
  operation: AcceptedOperation | null,
): Promise<string> {
  if (operation === null) throw new Error('There is no address to follow');
  expect(await pollOperation(arm, operation)).toMatchObject({ status: 'running' });
  clock.add(90);
  const state = await pollOperation(arm, operation);
  return state.status === 'succeeded' ? (state.jobId ?? '') : '';
}

test('a machine is made there, followed by its operation and its job', async () => {
  const it = await world();
  const { arm, clock, machine, sent } = it;
  const operation = await started(arm, machine);
  expect(operation).toMatchObject({ pollKind: 'status', retryAfterMs: 60_000 });
  expect(operation?.pollUrl).toMatch(
    /\/locations\/northeurope\/backupCrrOperationsStatus\/\w+=*\?/,
  );
  const steps = sent
    .slice(-3)
    .map(({ method, url }) => `${method} ${/\/(\w+)\?/.exec(url)?.[1] ?? ''}`);
  expect(steps).toEqual([
    'GET backupAadProperties',
    'POST accessToken',
    'POST backupCrossRegionRestore',
  ]);

  const name = await jobOf(it, operation);
  const running = await getSecondaryJob(arm, place, name);
  expect(running).toMatchObject({
    operation: 'CrossRegionRestore',
    status: 'inProgress',
    isCancellable: false,
    vaultName: 'rsv-prod-weu',
    itemName: 'web-fe-07',
    restoreKind: 'createVm',
  });
  expect(running.id).toContain('/locations/northeurope/backupJobs/');
  expect(running.percent).toBeLessThan(100);
  expect((await listSecondaryJobs(arm, place)).map(({ id }) => id)).toEqual([running.id]);

  clock.add(24 * 3600);
  const done = await getSecondaryJob(arm, place, name);
  expect(done).toMatchObject({ status: 'completed', percent: 100 });
  const made = await getMachine(arm, machine.targetVirtualMachineId);
  expect(made?.region).toBe('northeurope');
});

test('its job is nowhere else and cannot be canceled', async () => {
  const it = await world();
  const { arm } = it;
  const name = await jobOf(it, await started(arm, it.disks));
  const { rows } = await listJobPage(arm, {
    filter: ALL_JOBS,
    order: NEWEST_FIRST,
    start: { skip: 0 },
    top: 1000,
  });
  expect(rows.filter((job) => job.name === name)).toEqual([]);
  const here = await it.get(`${prodVault}/backupJobs/${name}?api-version=2024-04-01`);
  expect(here.status).toBe(404);
  await expect(cancelJob(arm, resourceId(`${prodVault}/backupJobs/${name}`))).rejects.toThrow(
    'not found',
  );
  expect(await listSecondaryJobs(arm, { ...place, region: 'westeurope' })).toEqual([]);
  await expect(getSecondaryJob(arm, place, 'another')).rejects.toThrow('was not found');
});

test('its list is narrowed to a state, an operation and a time', async () => {
  const it = await world();
  const { arm, clock } = it;
  await started(arm, it.disks);
  const early = clock.now();
  clock.add(24 * 3600);
  const late = clock.now();
  await started(arm, it.machine);
  const listed = async (wanted: VaultJobFilter) =>
    (await listSecondaryJobs(arm, place, wanted)).map(({ status }) => status);
  expect(await listed({})).toEqual(['inProgress', 'completed']);
  expect(await listed({ status: 'completed' })).toEqual(['completed']);
  expect(await listed({ status: 'failed' })).toEqual([]);
  expect(await listed({ operation: 'CrossRegionRestore' })).toHaveLength(2);
  expect(await listed({ operation: 'Restore' })).toEqual([]);
  expect(await listed({ from: late })).toEqual(['inProgress']);
  expect(await listed({ to: early })).toEqual(['completed']);
  expect(await listed({ from: early, to: late, status: 'inProgress' })).toEqual(['inProgress']);
});

test('its operation is no operation of the vault, and its request holds in one region alone', async () => {
  const { arm, disks, get, send, sent } = await world();
  const operation = await started(arm, disks);
  const { url = '', body = '' } = sent.at(-1) ?? {};
  const again: unknown = JSON.parse((body ?? '').replace('"northeurope"', '"eastus"'));
  const elsewhere = await send('POST', url, again);
  expect(await elsewhere.text()).toContain('secondary region of the vault is northeurope');
  const id = /OperationsStatus\/([^?]+)/.exec(operation?.pollUrl ?? '')?.[1] ?? '';
  const here = `${ownVault}/backupOperations/${id}?api-version=2024-04-01`;
  expect((await get(here)).status).toBe(404);
});

test('points there can be read one by one, and are fewer than at home', async () => {
  const { arm, get, itemId } = await world();
  const there = await listSecondaryPoints(arm, itemId);
  const home = await listRecoveryPoints(arm, itemId);
  expect(there.length).toBeLessThan(home.length);
  for (const point of home.slice(0, 3)) {
    const one = await get(`${point.id}?api-version=2024-04-01`);
    expect(await jsonOf(one)).toMatchObject({ id: point.id, name: point.name });
  }
});

test('an identity is taken, and its job fails with the reason', async () => {
  const it = await world();
  const { arm, clock, disks } = it;
  const byIdentity = { ...disks, identity: { kind: 'system' as const } };
  const name = await jobOf(it, await started(arm, byIdentity));
  clock.add(24 * 3600);
  const job = await getSecondaryJob(arm, place, name);
  expect(job.status).toBe('failed');
  expect(JSON.stringify(job)).toContain('managed identity cannot be used');
});

describe('what is refused there', () => {
  const staging = resourceId(`${group}/providers/Microsoft.Storage/storageAccounts/stprodweu01`);
  const nearNetwork = resourceId(network.replace('vnet-prod-neu', 'vnet-prod-weu'));
  type Given = { readonly disks: RestoreDisks; readonly machine: CreateVm };
  test.each([
    [
      'an account of the primary region',
      ({ disks }: Given) => ({ ...disks, stagingAccountId: staging }),
      'storage account is in westeurope',
    ],
    [
      'a network of the primary region',
      ({ machine }: Given) => ({ ...machine, virtualNetworkId: nearNetwork }),
      'virtual network must be in the region',
    ],
    [
      'replacing disks',
      ({ disks }: Given) => ({ ...disks, kind: 'replaceDisks' as const }),
      'cannot be replaced',
    ],
    [
      'no target group',
      ({ disks }: Given) => ({ ...disks, targetResourceGroupId: null }),
      'targetResourceGroupId is missing',
    ],
    [
      'a region that is not the pair',
      ({ disks }: Given) => ({ ...disks, region: 'eastus' }),
      'secondary region of the vault',
    ],
    [
      'another machine',
      ({ disks }: Given) => ({
        ...disks,
        sourceResourceId: resourceId(`${disks.sourceResourceId}x`),
      }),
      'sourceResourceId',
    ],
  ])('%s', async (_, restoreOf, reason) => {
    const it = await world();
    await expect(started(it.arm, restoreOf(it))).rejects.toThrow(reason);
    expect(await it.store.read(0)).toEqual([]);
  });

  test('everything, once the vault has no such feature', async () => {
    const { arm, disks, send } = await world();
    const url = `${ownVault}/backupstorageconfig/vaultstorageconfig?api-version=2024-04-01`;
    const body = { properties: { crossRegionRestoreFlag: false } };
    await send('PATCH', url, body);
    await expect(started(arm, disks)).rejects.toThrow('not enabled');
  });

  test('a point that is not there yet, and one that is, requested from the primary plane', async () => {
    const { arm, disks, itemId } = await world();
    const [newest] = await listRecoveryPoints(arm, itemId);
    const early = {
      ...disks,
      recoveryPointResourceId: newest?.id ?? itemId,
      recoveryPointId: newest?.name ?? '',
    };
    await expect(started(arm, early)).rejects.toThrow('was not found');
    await expect(startRestore(arm, disks, 'mine')).rejects.toThrow(
      'region of the vault, westeurope',
    );
  });

  test('a missing permission', async () => {
    const { arm, send, disks } = await world();
    const region = `/subscriptions/${production}/providers/Microsoft.RecoveryServices/locations/northeurope`;
    const body = {
      crossRegionRestoreAccessDetails: { objectType: 'CrrAccessToken', accessTokenString: 'x.y' },
      restoreRequest: {
        objectType: 'IaasVMRestoreRequest',
        recoveryType: 'RestoreDisks',
        recoveryPointId: disks.recoveryPointId,
        sourceResourceId: disks.sourceResourceId,
      },
    };
    const version = 'api-version=2023-01-15';
    const path = `${region}/backupCrossRegionRestore`;
    expect(await (await send('POST', `${path}?${version}`, body)).text()).toContain(
      'accessTokenString',
    );
    expect((await send('POST', `${path}?api-version=2024-04-01`, body)).status).toBe(400);
    const someone = { properties: { audience: 'https://elsewhere' } };
    const token = `${disks.recoveryPointResourceId}/accessToken?${version}`;
    expect((await send('POST', token, someone)).status).toBe(400);
    expect(await listSecondaryJobs(arm, place)).toEqual([]);
  });
});
