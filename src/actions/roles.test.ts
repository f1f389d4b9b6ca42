import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { recordOf } from '#src/actions/record.ts';
import { grantMutation, revokeMutation } from '#src/actions/roles.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { roleAssignmentsQuery } from '#src/api/authorization.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { mayBeDone } from '#src/api/queries/query.ts';
import { breaks } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { instanceOfDisk, productionGroup } from '#src/mocks/testing-disks.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Roles that one press gives or takes, against the simulated Azure. */

const storage = freshStorage();
afterEach(() => installClock(machineClock));

/** A page, and the role that the vault of a disk lacks on a group. */
async function page() {
  const azure = testAzure('default');
  installClock({ now: azure.clock.now, realDelayMs: () => 0, onJump: () => () => undefined });
  const { arm, sent } = testArm(azure.azure.fetch);
  startSession(arm);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const cache = client.getMutationCache();
  const vaultId = resourceId(instanceOfDisk('app01_DataDisk_0').vaultId);
  const { principalId } = await client.query(backupVaultQuery(vaultId));
  const scope = productionGroup('rg-erp');
  const role = { scope, role: 'diskRestoreOperator', principalId: principalId ?? '' } as const;
  const query = roleAssignmentsQuery(scope, principalId ?? '');
  const onGranted = vi.fn<() => void>();
  return {
    azure,
    client,
    query,
    scope,
    onGranted,
    held: () => client.query({ ...query, staleTime: 0 }),
    grant: () => cache.build(client, grantMutation(role, onGranted)).execute(),
    revoke: async () => {
      const [held] = await client.query({ ...query, staleTime: 0 });
      if (held === undefined) throw new Error('no role');
      return cache.build(client, revokeMutation(scope)).execute(held);
    },
    fault: (operation: string, effect: FaultEffect, times = 1) =>
      breaks(azure, operation, effect, times),
    writes: () => sent.filter(({ method }) => method !== 'GET').map(({ method }) => method),
  };
}

test('a role that is given or taken is read back', async () => {
  const { azure, client, query, scope, held, grant, revoke, onGranted } = await page();
  expect(await held()).toEqual([]);
  await grant();
  expect(onGranted).toHaveBeenCalledTimes(1);
  expect(client.getQueryState(query.queryKey)?.isInvalidated).toBe(true);
  const [given] = await held();
  expect(given).toMatchObject({ scope, createdAt: azure.clock.now() });
  await revoke();
  expect(await held()).toEqual([]);
  // What has ended is not remembered: the same can be done again.
  expect(storage.entries.size).toBe(0);
  await grant();
  expect(await held()).toHaveLength(1);
});

test('a role that is there already is not given again', async () => {
  const { grant, writes, onGranted } = await page();
  await grant();
  await grant();
  expect(writes()).toEqual(['PUT']);
  expect(onGranted).toHaveBeenCalledTimes(1);
});

test.each([
  ['roleAssignments.grantForGroup', { kind: 'answer-lost' }],
  ['roleAssignments.grantForGroup', { kind: 'accepted-but-500' }],
] as const)(
  'a lost answer of %s is found, and nothing is sent twice (%#)',
  async (operation, effect) => {
    const { fault, grant, held, writes } = await page();
    await fault(operation, effect);
    expect(await grant()).toMatchObject({ state: 'done' });
    expect(await held()).toHaveLength(1);
    expect(writes()).toEqual(['PUT']);
  },
);

test.each([
  ['refused', { kind: 'status', status: 403 }],
  ['lost', { kind: 'drop' }],
] as const)('what is not done says why: %s', async (kind, effect) => {
  const { fault, grant, held, writes } = await page();
  await fault('roleAssignments.grantForGroup', effect);
  const error: unknown = await grant().catch((thrown: unknown) => thrown);
  expect(armFacts(error)?.kind).toBe(kind);
  expect(typeof armFacts(error)?.lookedAt).toBe(kind === 'refused' ? 'number' : 'undefined');
  expect(await held()).toEqual([]);
  expect(writes()).toHaveLength(1);
  expect(storage.entries.size).toBe(0);
});

test.each([
  ['refused', { kind: 'status', status: 403 }],
  ['notSent', { kind: 'status', status: 500 }],
  ['notSent', { kind: 'drop' }],
  ['notSent', { kind: 'answer-lost' }],
] as const)(
  'nothing is sent where the roles can’t be read, and the error says so: %s (%#)',
  async (kind, effect) => {
    const { fault, grant, writes } = await page();
    // A read is tried again by itself.
    await fault('roleAssignments.listForGroup', effect, 20);
    const error: unknown = await grant().catch((thrown: unknown) => thrown);
    expect(armFacts(error)?.kind).toBe(kind);
    expect(mayBeDone(error)).toBe(false);
    expect(writes()).toEqual([]);
  },
);

test('a role whose removal lost its answer is found to be gone', async () => {
  const { fault, grant, revoke, held, writes } = await page();
  await grant();
  await fault('roleAssignments.revokeForGroup', { kind: 'answer-lost' });
  expect(await revoke()).toMatchObject({ state: 'done' });
  expect(await held()).toEqual([]);
  expect(writes()).toEqual(['PUT', 'DELETE']);
});

test('pressed in two places at once it is sent once', async () => {
  const { grant, writes } = await page();
  await Promise.all([grant(), grant()]);
  expect(writes()).toEqual(['PUT']);
  expect(recordOf('grant')).toBeNull();
});
