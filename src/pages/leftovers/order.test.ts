import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { keepRecord } from '#src/actions/record.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage, freshStorage } from '#src/lib/testing.ts';
import type { Leftover } from '#src/model/leftovers.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  deleteActionOf,
  deleteCommandsOf,
  deletedLately,
  keepOrder,
  latestOrder,
  orderOf,
} from '#src/pages/leftovers/order.ts';

freshStorage();

const group = '/subscriptions/s1/resourceGroups/g1';
const leftover = (kind: Leftover['kind'], path: string): Leftover => ({
  kind,
  id: resourceId(`${group}/providers/${path}`),
  name: path.split('/').at(-1) ?? '',
  claim: 'none',
  jobId: null,
  sizeGiB: kind === 'disk' ? 30 : null,
  since: null,
  held: kind === 'role' ? { scope: resourceId(group), principalId: 'p1' } : null,
  isInUse: false,
});
const disk = leftover('disk', 'Microsoft.Compute/disks/Old-OS');
const nic = leftover('interface', 'Microsoft.Network/networkInterfaces/nic1');
const container = leftover(
  'container',
  'Microsoft.Storage/storageAccounts/sa1/blobServices/default/containers/app01-x',
);
const role = leftover('role', 'Microsoft.Authorization/roleAssignments/r1');

test('a deletion names what is lost, and asks for the name of the one thing', () => {
  const action = deleteActionOf(orderOf(1, [disk]));
  expect(action).toMatchObject({
    sentence: 'Delete disk Old-OS',
    confirmName: 'Old-OS',
    isEachAlone: true,
    plan: { created: [], changed: [], lost: ['Disk Old-OS (30 GiB) and all data on it'] },
  });
});

test('a role is revoked, though it has the name of its group', () => {
  expect(deleteActionOf(orderOf(1, [role]))).toMatchObject({
    sentence: 'Revoke the role in r1',
    confirmName: 'r1',
  });
});

test('several are confirmed by their number, and each has a step of its own', () => {
  const { confirmName, plan, steps } = deleteActionOf(orderOf(1, [disk, nic, container, role]));
  expect(confirmName).toBe('delete 4');
  expect(plan.lost[2]).toBe('Container app01-x with its template, configuration, and VHDs');
  expect(steps.map(({ title }) => title)).toEqual([
    'Delete disk Old-OS',
    'Delete NIC nic1',
    'Delete container app01-x',
    'Revoke the role in r1',
  ]);
});

test('an order is the same after a reload', () => {
  const order = orderOf(1, [disk, role]);
  keepOrder(order);
  resetPageState();
  expect(latestOrder()).toEqual(order);
});

test('what was deleted lately is left out, and nothing else', () => {
  const order = orderOf(1, [disk, nic]);
  keepOrder(order);
  expect(deletedLately(1000).size).toBe(0);
  const { id, sentence, steps } = deleteActionOf(order);
  keepRecord(id, {
    startedAt: 0,
    sentence,
    steps: steps.map((step, index) => ({
      id: step.id,
      title: step.title,
      state: index === 0 ? 'done' : 'refused',
      at: 1000,
    })),
  });
  expect([...deletedLately(1000)]).toEqual([disk.id.toLowerCase()]);
  expect(deletedLately(1000 + 15 * 60_000).size).toBe(0);
});

test('the same as commands', () => {
  const { az, powerShell } = deleteCommandsOf(orderOf(1, [disk, nic, container, role]).items);
  const texts = (all: typeof az) => all.map((one) => (one.ok ? one.value : one.reason.why));
  expect(texts(az)).toEqual([
    `az disk delete --yes --ids '${disk.id}'`,
    `az network nic delete --ids '${nic.id}'`,
    `az storage container-rm delete --yes --storage-account '${group}/providers/Microsoft.Storage/storageAccounts/sa1' --name 'app01-x'`,
    `az role assignment delete --ids '${role.id}'`,
  ]);
  expect(texts(powerShell).filter((text) => !text.includes('Set-AzContext'))).toEqual([
    "Remove-AzDisk -ResourceGroupName 'g1' -DiskName 'Old-OS' -Force",
    "Remove-AzNetworkInterface -ResourceGroupName 'g1' -Name 'nic1' -Force",
    "Remove-AzRmStorageContainer -ResourceGroupName 'g1' -StorageAccountName 'sa1' -Name 'app01-x' -Force",
    `Remove-AzRoleAssignment -ObjectId 'p1' -RoleDefinitionName 'Disk Restore Operator' -Scope '${group}'`,
  ]);
});

test('a hostile name stays one value of its command', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const [command] = deleteCommandsOf([{ ...disk, name }]).powerShell.slice(1);
      if (command?.ok !== true) return;
      expect(command.value).toContain(`-DiskName '${name.replaceAll(/['‘’‚‛]/gu, '$&$&')}' -Force`);
    }),
  );
});

/** As the version of 26 November 2026 wrote it. It never changes. */
const STORED_BEFORE =
  '{"at":1,"items":[{"kind":"disk","id":"/d","name":"d","sizeGiB":32,"held":null,"of":{"jobId":"/vault/backupJobs/J1","isCertain":true}},{"kind":"role","id":"/role","name":"role","sizeGiB":null,"held":{"scope":"/s","principalId":"p"}}]}';

test('an order that was stored before is opened', () => {
  const storage = fakeStorage();
  storage.entries.set(ownName('leftovers-order'), STORED_BEFORE);
  vi.stubGlobal('localStorage', storage.area);
  expect(latestOrder()).toEqual(JSON.parse(STORED_BEFORE));
});
