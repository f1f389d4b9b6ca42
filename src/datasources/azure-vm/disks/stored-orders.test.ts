import { expect, test } from 'vitest';
import {
  addOrder,
  type DiskOrder,
  ordersOf,
  removeDiskOrder,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { groupDisk, machineWith } from '#src/datasources/azure-vm/disks/testing-disks.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';

const storage = freshStorage();

const plannedAt = (at: number): DiskOrder => ({
  kind: 'attach',
  at,
  machineId: machineWith({}).id,
  diskId: groupDisk('data').id,
  lun: 1,
});

test('what was confirmed is there after a reload, whatever the letter case of its job', () => {
  addOrder('/JOB/1', plannedAt(1));
  addOrder('/job/1', plannedAt(2));
  addOrder('/job/2', plannedAt(3));
  resetPageState();
  expect(ordersOf('/job/1')).toEqual([plannedAt(1), plannedAt(2)]);
});

test('the same list is given until it changes', () => {
  expect(ordersOf('/job/1')).toBe(ordersOf('/job/1'));
  addOrder('/job/1', plannedAt(1));
  expect(ordersOf('/job/1')).toBe(ordersOf('/job/1'));
});

test('one that is given up is gone, and the others stay', () => {
  addOrder('/job/1', plannedAt(1));
  addOrder('/job/1', plannedAt(2));
  removeDiskOrder('/job/1', plannedAt(1));
  expect(ordersOf('/job/1')).toEqual([plannedAt(2)]);
});

test.each(['', '{', '{}', '[{"kind":"attach"}]', '[{"kind":"other","at":1}]'])(
  'a damaged entry counts as none: %j',
  (text) => {
    addOrder('/job/1', plannedAt(1));
    for (const key of storage.entries.keys()) storage.entries.set(key, text);
    resetPageState();
    expect(ordersOf('/job/1')).toEqual([]);
  },
);
