import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { findDiskInstances } from '#src/api/data-protection/instances.ts';
import {
  deletedDisksQuery,
  diskInstancePages,
  diskInstanceQuery,
  diskPointsQuery,
  withDeletedHits,
} from '#src/api/queries/disk-instances.ts';
import {
  findProtectedItems,
  instancePages,
  instanceQuery,
} from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { healthQuery } from '#src/api/queries/overview.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import {
  otherDisk,
  otherVm,
  refusalOf,
  refusalOfDisk,
  refusalOfVm,
} from '#src/api/queries/testing-refusals.ts';
import { undeleteDiskStep, undeleteItemStep } from '#src/actions/undelete.tsx';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { deletedDisk, deletedVm } from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { BY_NAME, EVERYTHING, type SoftDeletion } from '#src/model/instances.ts';
import { nameOf, type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';

/** What each read reports of a backup in each state, and what Azure makes of a restore. */

let it: TestAzure;
let client: QueryClient;
beforeEach(() => {
  it = testAzure('default');
  startSession(testArm(it.azure.fetch).arm);
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } });
  const realDelayMs = (ms: number) => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
});
afterEach(() => installClock(machineClock));

const DAY_MS = 86_400_000;
const HELD = '12 days left';

interface Instance {
  readonly id: ResourceId;
  readonly friendlyName: string;
  readonly protectionState: string;
  readonly deletion: SoftDeletion | null;
}

const stateOf = ({ deletion, protectionState }: Instance): string =>
  deletion === null
    ? protectionState
    : `${String(Math.floor(((deletion.purgeAt ?? 0) - now()) / DAY_MS))} days left`;

const vm = resourceId(deletedVm);
const disk = resourceId(deletedDisk);

const readVm = (id: ResourceId) => client.query(instanceQuery(id));
const readDisk = (id: ResourceId) => client.query(diskInstanceQuery(id));

async function listedVm(id: ResourceId): Promise<Instance | undefined> {
  const { rows } = await client.query(pageQuery(instancePages(EVERYTHING, BY_NAME), 0));
  return rows.find((row) => sameId(row.id, id));
}

async function listedDisk(id: ResourceId): Promise<Instance | undefined> {
  const { rows } = await client.query(pageQuery(diskInstancePages(EVERY_DISK, DISKS_BY_NAME), 0));
  return rows.find((row) => sameId(row.id, id));
}

async function restoreVm(id: ResourceId): Promise<string | null> {
  const [point] = await client.query(recoveryPointsQuery(id));
  return refusalOfVm(testArm(it.azure.fetch).arm, await readVm(id), point?.id ?? id);
}

async function restoreDisk(id: ResourceId): Promise<string | null> {
  const [point] = await client.query(diskPointsQuery(id));
  return refusalOfDisk(testArm(it.azure.fetch).arm, await readDisk(id), point?.name ?? '');
}

async function foundBy(kind: 'vm' | 'disk', name: string): Promise<Instance | undefined> {
  const { arm } = testArm(it.azure.fetch);
  const words = [name.toLowerCase()];
  if (kind === 'vm') return (await findProtectedItems(arm, words, 5)).hits[0];
  const found = await findDiskInstances(arm, words, 5);
  const { disks } = await client.query(deletedDisksQuery());
  return withDeletedHits(found, disks, words, 5).hits[0];
}

const undelete = async (kind: 'vm' | 'disk') => {
  const step = kind === 'vm' ? undeleteItemStep(await readVm(vm)) : undeleteDiskStep(client, disk);
  expect(await step.look()).toBe('open');
  await step.run();
  it.clock.add(60);
  expect(await step.look()).toBe('done');
};

interface Row {
  readonly kind: 'vm' | 'disk';
  readonly state: 'protected' | 'soft-deleted' | 'undeleted';
  readonly says: string;
  readonly canRestore: boolean;
}

const ROWS: readonly Row[] = [
  { kind: 'vm', state: 'protected', says: 'Protected', canRestore: true },
  { kind: 'vm', state: 'soft-deleted', says: HELD, canRestore: false },
  { kind: 'vm', state: 'undeleted', says: 'ProtectionStopped', canRestore: true },
  { kind: 'disk', state: 'protected', says: 'ProtectionConfigured', canRestore: true },
  { kind: 'disk', state: 'soft-deleted', says: HELD, canRestore: false },
  { kind: 'disk', state: 'undeleted', says: 'ProtectionStopped', canRestore: true },
];

/** Page, list, search, and a restore. */
const READS = 4;

test('the table has 24 cells', () => {
  expect(ROWS.length * READS).toBe(24);
});

test.each(ROWS)('a $kind that is $state', async ({ kind, state, says, canRestore }) => {
  if (state === 'undeleted') await undelete(kind);
  const protectedId = kind === 'vm' ? otherVm : otherDisk;
  const id = state === 'protected' ? protectedId : kind === 'vm' ? vm : disk;
  const [page, listed] =
    kind === 'vm'
      ? [await readVm(id), await listedVm(id)]
      : [await readDisk(id), await listedDisk(id)];
  expect(stateOf(page)).toBe(says);
  expect(listed && stateOf(listed)).toBe(says);
  const found = await foundBy(kind, page.friendlyName);
  expect(found && stateOf(found)).toBe(says);
  const refusal = await (kind === 'vm' ? restoreVm(id) : restoreDisk(id));
  expect(refusal === null).toBe(canRestore);
});

test('Overview counts it apart, and no longer once it is undeleted', async () => {
  const before = await client.query(healthQuery());
  expect(before.softDeleted).toBe(1);
  await undelete('vm');
  const after = await client.query(healthQuery());
  expect([after.softDeleted, after.passed]).toEqual([0, before.passed + 1]);
});

test('an undeletion leaves its job, its points, and an end to none of them', async () => {
  const points = await client.query(recoveryPointsQuery(vm));
  await undelete('vm');
  const { jobs } = await it.azure.state();
  expect(jobs.at(-1)).toMatchObject({ operation: 'Undelete', friendlyName: 'hr-stage-02' });
  expect(await client.query(recoveryPointsQuery(vm))).toEqual(points);
});

test('what isn’t deleted can’t be undeleted', async () => {
  const item = await readVm(otherVm);
  expect(await refusalOf(undeleteItemStep(item).run)).toBe('400');
  expect(await refusalOf(undeleteDiskStep(client, otherDisk).run)).toBe('404');
});

test('a point that is deleted softly is listed with its end', async () => {
  const { rows } = await client.query(pageQuery(instancePages(EVERYTHING, BY_NAME), 0));
  const id = rows.find(({ friendlyName }) => friendlyName === 'dc-hq-01')?.id ?? vm;
  const points = await client.query(recoveryPointsQuery(id));
  const ends = points
    .filter(({ isSoftDeleted }) => isSoftDeleted)
    .map(({ expiresAt }) => expiresAt !== null);
  expect(ends).toEqual([true]);
  expect(nameOf(id)).toContain('dc-hq-01');
});
