import { expect, test } from 'vitest';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { machinesBeside, machinesOf } from '#src/pages/instance/machines-beside.ts';

test('Azure and Commvault may protect the same VM; no other datasource can', () => {
  const withMachines = [...DATASOURCES.values()].filter((entry) => machinesOf(entry) !== null);
  expect(
    withMachines.map((entry) => [entry.id, machinesBeside(entry).map(({ id }) => id)]),
  ).toEqual([
    ['azure-vm', ['commvault-vm']],
    ['commvault-vm', ['azure-vm']],
  ]);
});
