import { describe, expect, test } from 'vitest';
import { restoreOptionKinds, scenarioIdOf, scenarioIds } from '#src/model/restore-option.ts';
import {
  RESTORE_OPTIONS,
  SCENARIOS,
  type Touch,
} from '#src/datasources/azure-vm/what-happened/scenarios.ts';

const used = new Set(scenarioIds.flatMap((id) => SCENARIOS[id].restoreOptions));

describe('document 001', () => {
  test('each of its scenarios is one that a person can choose', () => {
    const rows = new Set(scenarioIds.map((id) => SCENARIOS[id].document));
    expect([...rows].toSorted()).toEqual([
      // The one of document 000, Restore VMs with special configurations.
      'bare-metal',
      'cross-region',
      'disk',
      'encrypted',
      'entire-vm',
      'files',
    ]);
  });

  test('each of its headings about a restore is an option that some scenario leads to', () => {
    const headings = {
      'Replace source VM': 'replace',
      'Create new VM in alternate location': 'newVm',
      'Restore disks of the VM': 'disks',
      'Restore files within the VM': 'files',
      'Restore disk from encrypted VM': 'disks',
      'Restore entire VM to another region at alternate location': 'regionVm',
      'Restore disk from VM to another region': 'regionDisks',
    } as const;
    expect(Object.values(headings).filter((kind) => !used.has(kind))).toEqual([]);
  });
});

test('every option is an option of some scenario, each named once there', () => {
  expect([...used].toSorted()).toEqual([...restoreOptionKinds].toSorted());
  for (const id of scenarioIds) {
    const { restoreOptions } = SCENARIOS[id];
    expect(new Set(restoreOptions).size).toBe(restoreOptions.length);
  }
});

test.each(scenarioIds)('%s: what takes the place of the machine comes last', (id) => {
  const touches = SCENARIOS[id].restoreOptions.map((kind): Touch => RESTORE_OPTIONS[kind].touch);
  expect(touches.slice(0, -1)).not.toContain('replaces');
});

test.each(['copy', 'rehearsal'] as const)('%s never takes the place of the machine', (id) => {
  expect(SCENARIOS[id].restoreOptions).not.toContain('replace');
});

test('a word in an address names a scenario or does not', () => {
  expect(scenarioIds.every((id) => scenarioIdOf(id) === id)).toBe(true);
  expect(['', 'Ransomware', 'toString', 'bad_change'].map(scenarioIdOf)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});
