import { afterEach, describe, expect, test } from 'vitest';
import {
  deleteContainerStep,
  deleteDiskStep,
  deleteInterfaceStep,
} from '#src/actions/delete-steps.ts';
import { revokeStep } from '#src/actions/roles.ts';
import type { WriteStep } from '#src/actions/steps.ts';
import { armFacts } from '#src/api/arm/error.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { grantRole, listRoleAssignments } from '#src/api/authorization.ts';
import { listContainers } from '#src/api/blobs.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fault } from '#src/mocks/faults/fault.ts';
import { stagedAccount, stagedWorld } from '#src/mocks/testing-staged.ts';
import { app01, diskId, nicId, withNic, writesAzure } from '#src/mocks/testing-writes.ts';
import type { TestAzure } from '#src/mocks/testing.ts';
import { groupOf, principalIdOf } from '#src/mocks/world/ids.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Deletions of what restores left, against the simulated Azure. */

afterEach(() => installClock(machineClock));

/** `refusal`: the status that answers each deletion; null: the simulated Azure does. */
function started<Azure extends TestAzure>(it: Azure, refusal: number | null = null) {
  const arm = testArm(async (request) =>
    refusal !== null && request.method === 'DELETE'
      ? answer(refusal, { error: { code: 'AuthorizationFailed', message: 'You may not.' } })
      : it.azure.fetch(request),
  );
  startSession(arm.arm);
  installWorldClock(it.clock);
  return { ...it, ...arm };
}

const deletes = ({ sent }: ReturnType<typeof started>): number =>
  sent.filter(({ method }) => method === 'DELETE').length;

/** Runs a step: what it finds before and after. */
async function around(step: WriteStep): Promise<string[]> {
  const before = await step.look();
  await step.run();
  return [before, await step.look()];
}

const messageOf = (step: WriteStep): Promise<unknown> =>
  step.run().then(
    () => null,
    (error: unknown) => [armFacts(error)?.kind, armFacts(error)?.message],
  );

describe('a disk', () => {
  test('of no VM is deleted, and read back', async () => {
    const it = started(writesAzure());
    expect(await around(deleteDiskStep(diskId('new-os')))).toEqual(['open', 'done']);
    expect(deletes(it)).toBe(1);
  });

  test('that a VM has is not, and nothing is sent', async () => {
    const it = started(writesAzure());
    expect(await messageOf(deleteDiskStep(diskId('app01_DataDisk_0')))).toEqual([
      'notSent',
      'It is attached to app01 now. Nothing was sent.',
    ]);
    expect(deletes(it)).toBe(0);
  });

  test('that is gone meanwhile, or whose group is, counts as deleted', async () => {
    started(writesAzure());
    expect(await deleteDiskStep(diskId('gone')).look()).toBe('done');
    const elsewhere = resourceId(
      diskId('new-os').replace(/resourceGroups\/[^/]+/, 'resourceGroups/gone'),
    );
    expect(await deleteDiskStep(elsewhere).look()).toBe('done');
  });

  test('whose list can’t be read doesn’t count as deleted', async () => {
    const forbidden = { kind: 'status', status: 403, code: 'AuthorizationFailed' } as const;
    const all = { operation: 'disks.listByGroup' };
    started(writesAzure({}, [fault('forbidden', all, null, forbidden)]));
    await expect(deleteDiskStep(diskId('new-os')).look()).rejects.toThrow(/./);
  });
});

describe('a NIC', () => {
  test('of no VM is deleted, and read back', async () => {
    const it = started(await withNic(writesAzure()));
    expect(await around(deleteInterfaceStep(nicId('new-nic')))).toEqual(['open', 'done']);
    expect(deletes(it)).toBe(1);
  });

  test('that a VM has is not, and nothing is sent', async () => {
    const it = started(writesAzure());
    expect(await messageOf(deleteInterfaceStep(nicId('app01-nic0')))).toEqual([
      'notSent',
      'It is attached to app01 now. Nothing was sent.',
    ]);
    expect(deletes(it)).toBe(0);
  });
});

describe('a container', () => {
  test('is deleted with its blobs, and read back', async () => {
    const it = started(await stagedWorld());
    const [container] = await listContainers(it.arm, resourceId(stagedAccount));
    const step = deleteContainerStep(container?.id ?? resourceId(''));
    expect(await around(step)).toEqual(['open', 'done']);
    expect(await listContainers(it.arm, resourceId(stagedAccount))).toEqual([]);
  });

  test('isn’t deleted without permission', async () => {
    const it = started(await stagedWorld(), 403);
    const [container] = await listContainers(it.arm, resourceId(stagedAccount));
    const step = deleteContainerStep(container?.id ?? resourceId(''));
    expect(await messageOf(step)).toEqual(['refused', 'You may not.']);
    expect(await step.look()).toBe('open');
  });
});

test('a role is revoked, and read back', async () => {
  const it = started(writesAzure({ roleAssignments: [] }));
  const scope = resourceId(groupOf(app01.id));
  const principalId = principalIdOf(defaultWorld.backupVaults?.[0]?.id ?? '');
  await grantRole(it.arm, { scope, role: 'diskRestoreOperator', principalId });
  const [own] = await listRoleAssignments(it.arm, scope, principalId);
  const step = revokeStep(own?.id ?? resourceId(''), principalId);
  expect(await around(step)).toEqual(['open', 'done']);
  expect(await listRoleAssignments(it.arm, scope, principalId)).toEqual([]);
});

test('a role of a group that is gone counts as revoked', async () => {
  const gone = { kind: 'status', status: 404, code: 'ResourceGroupNotFound' } as const;
  const all = { operation: 'roleAssignments.listForGroup' };
  const it = started(writesAzure({}, [fault('gone', all, null, gone)]));
  const scope = resourceId(groupOf(app01.id));
  const listed = listRoleAssignments(it.arm, scope, 'of-anyone');
  await expect(listed).rejects.toMatchObject({ facts: { status: 404 } });
  const id = resourceId(`${scope}/providers/Microsoft.Authorization/roleAssignments/1`);
  expect(await revokeStep(id, 'of-anyone').look()).toBe('done');
});
