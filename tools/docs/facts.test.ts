import { expect, test } from 'vitest';
import { factWords } from '#src/rules/facts.ts';
import { factsDocument } from './facts.ts';

test('the document names every fact once, and the operation and field of one', () => {
  const rows = factsDocument().split('\n');
  for (const fact of Object.keys(factWords)) {
    expect(rows.filter((row) => row.startsWith(`| \`${fact}\` |`))).toHaveLength(1);
  }
  expect(rows).toContain(
    '| `vm.osType` | the operating system | the restore points: `value[].properties.osType`; else the source VM: `properties.storageProfile.osDisk.osType` |',
  );
  expect(rows.find((row) => row.startsWith('| the source VM |'))).toContain(
    '/virtualMachines/{vm}?$expand=instanceView` | 2024-03-01 | the backup instance |',
  );
});
