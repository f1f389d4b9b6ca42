import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { answer, failureOf, testArm } from '#src/api/arm/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { findPointOfJob } from '#src/api/queries/job-point.ts';
import { getProtectedItem, listInstancePage } from '#src/api/recovery-services/items.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { getVault } from '#src/api/recovery-services/vaults.ts';
import { queryGraph } from '#src/api/resource-graph/query.ts';
import {
  createResourceGroup,
  listResourceGroups,
  listSubscriptions,
} from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage-accounts.ts';
import { azureClient, breaks, sendRestore } from '#src/api/queries/testing.ts';
import { instant } from '#src/lib/time.ts';
import { exampleItem, exampleVault } from '#src/mocks/testing-example.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { nameOf, type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';

const ALL = { filter: EVERYTHING, order: BY_NAME, start: { skip: 0 }, top: 1000 } as const;

/** Every read of the client when its answer is not the one hoped for. */
const sub = '00000000-0000-0000-0000-000000000000';
type Call = readonly [string, (arm: ArmPipelines, jobId: ResourceId) => Promise<unknown>, string];
const itemId = resourceId(exampleItem);
const vaultId = resourceId(exampleVault);
const machineId = resourceId(
  `/subscriptions/${sub}/resourceGroups/testRG/providers/Microsoft.Compute/virtualMachines/testVM`,
);
const diskId = resourceId(
  `/subscriptions/${sub}/resourceGroups/testRG/providers/Microsoft.Compute/disks/testVM_OsDisk`,
);
const job = resourceId(`${exampleVault}/backupJobs/1`);
/** Of the restore point of the document. */
const pointTime = instant(Date.UTC(2018, 5, 4, 6, 6));

const reads: readonly Call[] = [
  ['getProtectedItem', (arm) => getProtectedItem(arm, itemId), 'id'],
  ['listInstancePage', (arm) => listInstancePage(arm, ALL), 'totalRecords'],
  ['listRecoveryPoints', (arm) => listRecoveryPoints(arm, itemId), 'value'],
  [
    'findPointOfJob',
    async (arm, jobId) => {
      const found = await findPointOfJob(arm, { id: jobId, itemName: 'testVM' }, pointTime);
      return found.is === 'found' ? found.point.disks : [];
    },
    'totalRecords',
  ],
  ['getVault', (arm) => getVault(arm, vaultId), 'id'],
  ['getMachine', (arm) => getMachine(arm, machineId), 'id'],
  ['getDisk', (arm) => getDisk(arm, diskId), 'id'],
  ['getJob', (arm, jobId) => getJob(arm, jobId), 'id'],
  ['countJobs', (arm) => countJobs(arm), 'totalRecords'],
  ['listRestoreJobs', (arm) => listRestoreJobs(arm, vaultId, instant(0)), 'value'],
  ['listSubscriptions', (arm) => listSubscriptions(arm), 'value'],
  ['listResourceGroups', (arm) => listResourceGroups(arm, sub), 'value'],
  ['listStorageAccounts', (arm) => listStorageAccounts(arm, sub), 'value'],
];

describe.each(reads)('%s', (_, call, field) => {
  test('names the action that is missing when it is forbidden', async () => {
    const it = azureClient('document');
    await breaks(it, null, { kind: 'status', status: 403 }, null);
    const facts = await failureOf(call(it.arm, job));
    expect(facts).toMatchObject({ kind: 'refused', status: 403, code: 'AuthorizationFailed' });
    expect(facts?.missingAction).toMatch(/^Microsoft\.[A-Za-z]+\/.*(read|action)$/);
    expect(facts?.requestId).not.toBeNull();
  });

  test('names the field of an answer that is not as the contract says, and keeps the answer', async () => {
    const body = '{"value":"this is not what was asked for"}';
    const { arm, sent } = testArm(() => answer(200, body, { 'x-ms-request-id': 'r-1' }));
    const facts = await failureOf(call(arm, job));
    expect(facts).toMatchObject({ kind: 'unreadable', status: 200, requestId: 'r-1', body });
    expect(facts?.message).toContain(`"${field}"`);
    expect(sent).toHaveLength(1);
  });

  test.each(['', '<html>', '{"value":['])('keeps an answer that is no JSON: %j', async (body) => {
    const facts = await failureOf(call(testArm(() => answer(200, body)).arm, job));
    expect(facts).toMatchObject({ kind: 'unreadable', body });
  });

  test('ignores unknown keys', async () => {
    const { arm, azure, jobId } = await azureWithJob();
    const strange = testArm(async (request) => {
      const given = await azure.fetch(request);
      return answer(given.status, withStrangeKeys(await given.json()));
    });
    // A value with something in it: a failure, or an empty list, would be the same with those keys.
    const known = await call(arm, jobId);
    expect(known).not.toEqual([]);
    expect(await call(strange.arm, jobId)).toEqual(known);
  });
});

/** The world of the document with a restore in progress, so that every read has something to give. */
async function azureWithJob() {
  const it = azureClient('document');
  expect((await sendRestore(it)).status).toBe(202);
  it.clock.add(300);
  const [started] = await listRestoreJobs(it.arm, vaultId, instant(0));
  return { ...it, jobId: started?.id ?? job };
}

/** The same JSON with a key in every object that no specification has; bags have keys of any name. */
function withStrangeKeys(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withStrangeKeys);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).map(
    ([key, value]) => [key, /bag$/i.test(key) ? value : withStrangeKeys(value)] as const,
  );
  return Object.fromEntries([...entries, ['createdWithPolicyType', 'V9']]);
}

describe('what is in the world is read from it', () => {
  test('every protected item of the list is the item that is read alone, with its vault', async () => {
    const { arm } = azureClient();
    const { rows: items } = await listInstancePage(arm, ALL);
    expect(items).toHaveLength(defaultWorld.instances.length);
    for (const item of items) {
      const { oldestPointAt, pointCount, ...alone } = await getProtectedItem(arm, item.id);
      expect(alone).toEqual({ ...item, region: null });
      const vault = await getVault(arm, item.vaultId);
      expect(vault).toMatchObject({ name: item.vaultName, subscriptionId: item.subscriptionId });
      const points = await listRecoveryPoints(arm, item.id);
      expect(points.map(({ name }) => name)).toEqual(
        defaultWorld.instances
          .find(({ id }) => sameId(id, item.id))
          ?.points.map(({ name }) => name),
      );
      expect(points[0]?.time ?? null).toBe(item.lastRecoveryPointAt);
      expect(points.at(-1)?.time ?? null).toBe(oldestPointAt);
      expect(points).toHaveLength(pointCount ?? -1);
    }
  });

  test('vaults say all that old ones do not', async () => {
    const { arm } = azureClient();
    const facts = await Promise.all(
      defaultWorld.vaults.map(async ({ id }) => {
        const vault = await getVault(arm, resourceId(id));
        return [
          vault.name,
          vault.redundancy,
          vault.crossRegionRestore,
          vault.crossSubscriptionRestore,
        ];
      }),
    );
    expect(facts).toEqual([
      ['rsv-prod-weu', 'GRS', true, 'enabled'],
      ['rsv-hr-weu', 'LRS', false, 'disabled'],
      ['rsv-hq-neu', 'ZRS', false, 'permanentlyDisabled'],
      ['rsv-apps-eus2', 'GRS', false, null],
      ['rsv-shop-weu', 'ZRS', false, 'enabled'],
      ['testVault', 'GRS', false, 'enabled'],
    ]);
  });

  test('every machine is there with its disks, or gone', async () => {
    const { arm } = azureClient();
    for (const seed of defaultWorld.machines) {
      const machine = await getMachine(arm, resourceId(seed.id));
      expect(machine === null).toBe(!seed.exists);
      const disks = machine?.disks ?? [];
      expect(disks.map(({ name }) => name)).toEqual(
        seed.exists ? seed.disks.map(({ name }) => name) : [],
      );
      const managed = disks.flatMap(({ managedDiskId }) => managedDiskId ?? []);
      expect(managed).toHaveLength(seed.isManaged ? disks.length : 0);
      const read = await Promise.all(managed.map((id) => getDisk(arm, id)));
      expect(read.every((disk) => disk.hasPrivateAccess === (seed.hasPrivateDisks === true))).toBe(
        true,
      );
    }
  });

  test('subscriptions, groups and accounts', async () => {
    const { arm } = azureClient('document');
    expect(await listSubscriptions(arm)).toEqual([
      { id: sub, name: 'Documents example', tenantId: '72f988bf-0000-4000-a000-2d7cd011db47' },
    ]);
    expect((await listResourceGroups(arm, sub)).map(({ name }) => name)).toEqual([
      'testVaultRG',
      'testRG',
      'targetRG',
    ]);
    expect(await listStorageAccounts(arm, sub)).toMatchObject([
      {
        name: 'testAccount',
        region: 'westus',
        kind: 'StorageV2',
        redundancy: 'LRS',
        hasNetworkRules: false,
      },
      { name: 'testingAccount' },
    ]);
  });

  test('a group that is made twice is there once', async () => {
    const { arm } = azureClient('document');
    const group = { subscriptionId: sub, name: 'rg-new', region: 'westus' };
    await createResourceGroup(arm, group);
    await createResourceGroup(arm, group);
    const names = (await listResourceGroups(arm, sub)).map(({ name }) => name);
    expect(names.filter((name) => name === 'rg-new')).toHaveLength(1);
  });
});

test('Resource Graph is read page by page', async () => {
  const { arm, sent } = azureClient();
  const rows = await queryGraph(
    arm,
    z.looseObject({ name: z.string() }),
    "resources | where type =~ 'microsoft.recoveryservices/vaults' | project id, name | order by id asc",
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(
    defaultWorld.vaults.map(({ id }) => nameOf(id)).toSorted(),
  );
  expect(sent.every(({ method }) => method === 'POST')).toBe(true);
});
