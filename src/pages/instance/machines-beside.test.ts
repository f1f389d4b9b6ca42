import { expect, test } from 'vitest';
import { DATASOURCES } from '#src/datasources/registry.ts';
import { machinesBeside, machinesOf } from '#src/pages/instance/machines-beside.ts';

test('Azure alone has no two backups of one VM: nothing is read for a note', () => {
  const entries = [...DATASOURCES.values()];
  const withMachines = entries.filter((entry) => machinesOf(entry) !== null);
  expect(withMachines.map(({ id }) => id)).toEqual(['azure-vm']);
  expect(withMachines.flatMap((entry) => machinesBeside(entry))).toEqual([]);
});
