import { describe, expect, test } from 'vitest';
import { isCut } from '#src/lib/list.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { deleteDisk } from '#src/api/compute/disks.ts';
import { attachDetachDisks, deleteMachine } from '#src/api/compute/machine-writes.ts';
import { deleteInterface } from '#src/api/network.ts';
import { findLooseDisks, findLooseInterfaces } from '#src/api/queries/leftovers.ts';
import { app01, diskId, nicId, writesAzure } from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

/** Disks and NICs that belong to nothing, found by the client in the simulated Azure. */

const world = () => {
  const it = writesAzure();
  return { ...it, ...testArm(it.azure.fetch) };
};
const app = resourceId(app01.id);
const namesOf = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

describe('loose disks', () => {
  test('are those that no machine uses, wherever they came from', async () => {
    const { arm } = testArm(testAzure('default').azure.fetch);
    const found = await findLooseDisks(arm);
    const { id, ...disk } = found.find(({ name }) => name === 'old-crm-01_OsDisk') ?? { id: '' };
    expect(id).toMatch(/\/rg-crm\/providers\/Microsoft.Compute\/disks\/old-crm-01_OsDisk$/);
    expect(disk).toEqual({
      name: 'old-crm-01_OsDisk',
      region: 'westeurope',
      tags: {},
      sizeGiB: 127,
      createdAt: Date.parse('2024-02-11T09:12:30Z'),
    });
    expect(namesOf(found).some((name) => name.startsWith('web-fe-07-osdisk-'))).toBe(true);
    expect(namesOf(found)).not.toContain('app01_OsDisk');
  });

  test('come and go with what is attached, detached and deleted', async () => {
    const it = world();
    const names = async () => namesOf(await findLooseDisks(it.arm));
    expect(await names()).toEqual(['more-data', 'new-data', 'new-os']);
    const attach = [{ diskId: diskId('new-data'), lun: 7 }];
    await attachDetachDisks(it.arm, app, { attach, detach: [diskId('app01_DataDisk_1')] });
    it.clock.add(120);
    expect(await names()).toEqual(['app01_DataDisk_1', 'more-data', 'new-os']);
    await deleteDisk(it.arm, diskId('more-data'));
    expect(await names()).toEqual(['app01_DataDisk_1', 'new-os']);
  });
});

describe('loose NICs', () => {
  test('are those without a VM, with their tags', async () => {
    const { arm } = testArm(testAzure('default').azure.fetch);
    const found = await findLooseInterfaces(arm);
    expect(found[0]?.id).toContain('/rg-crm/');
    expect(found.map(({ id: _id, ...nic }) => nic)).toEqual([
      {
        name: 'old-crm-01-nic0',
        region: 'westeurope',
        tags: { application: 'crm' },
        sizeGiB: null,
        createdAt: null,
      },
    ]);
  });

  test('stay when their machine is deleted, until they are', async () => {
    const it = world();
    const found = async () => namesOf(await findLooseInterfaces(it.arm));
    expect(await found()).toEqual(['old-crm-01-nic0']);
    await deleteMachine(it.arm, app);
    it.clock.add(120);
    expect(await found()).toEqual(['app01-nic0', 'old-crm-01-nic0']);
    await deleteInterface(it.arm, nicId('app01-nic0'));
    expect(await found()).toEqual(['old-crm-01-nic0']);
  });

  test('of private endpoints are not requested', async () => {
    const { arm, sent } = testArm(
      inTurn(() => answer(200, { totalRecords: 0, count: 0, resultTruncated: 'false', data: [] })),
    );
    expect(await findLooseInterfaces(arm)).toEqual([]);
    expect(sent[0]?.body).toContain('isnull(properties.privateEndpoint)');
  });
});

test('a list that is cut says so', async () => {
  const row = { id: '/subscriptions/1/resourceGroups/r/providers/x/disks/d', name: 'd' };
  const page = { totalRecords: 9000, count: 1000, resultTruncated: 'false', $skipToken: 'more' };
  const { arm } = testArm(
    inTurn(() => answer(200, { ...page, data: Array.from({ length: 1000 }, () => row) })),
  );
  const found = await findLooseDisks(arm);
  expect([found.length, isCut(found), nameOf(found[0]?.id ?? '')]).toEqual([5000, true, 'd']);
});
