import { expect, test } from 'vitest';
import { machineOf } from '#src/wizard/draft/machine-of.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';

const id = '0bb4691b-8d5e-4a2c-9d3f-3a6f2a4a7c11';
const instances = '/subscriptions/s/…/backupVaults/bv/backupInstances';

test.each([
  [`${instances}/data-0-data-0-${id}`, 'data-0'],
  [`${instances}/rg-app-data-0-${id}`, 'rg-app-data-0'],
  [`${instances}/data-0`, 'data-0'],
])('a disk is named by its backup instance %s', (instance, name) => {
  expect(machineOf(newDraft('d', 0, { datasource: 'azure-disk', instance }))).toBe(name);
});

test('a machine is named by the last part of its item, and nothing by nothing', () => {
  const instance = '/…/protectedItems/VM;iaasvmcontainerv2;testRG;testVM';
  expect(machineOf(newDraft('d', 0, { instance }))).toBe('testVM');
  expect(machineOf(newDraft('d', 0))).toBeUndefined();
});
