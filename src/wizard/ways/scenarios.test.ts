import { describe, expect, test } from 'vitest';
import { scenarioIdOf, scenarioIds, wayKinds } from '#src/model/scenario.ts';
import { SCENARIOS } from '#src/wizard/ways/scenarios.ts';
import { type Touch, WAYS } from '#src/wizard/ways/way.ts';

const used = new Set(scenarioIds.flatMap((id) => SCENARIOS[id].ways));

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

  test('each of its headings about a restore is a way that some scenario leads to', () => {
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

test('every way is the way of some scenario, each named once there', () => {
  expect([...used].toSorted()).toEqual([...wayKinds].toSorted());
  for (const id of scenarioIds) {
    const { ways } = SCENARIOS[id];
    expect(new Set(ways).size).toBe(ways.length);
  }
});

test.each(scenarioIds)('%s: what takes the place of the machine comes last', (id) => {
  const touches = SCENARIOS[id].ways.map((kind): Touch => WAYS[kind].touch);
  expect(touches.slice(0, -1)).not.toContain('replaces');
});

test.each(['copy', 'rehearsal'] as const)('%s never takes the place of the machine', (id) => {
  expect(SCENARIOS[id].ways).not.toContain('replace');
});

test('a word in an address names a scenario or does not', () => {
  expect(scenarioIds.every((id) => scenarioIdOf(id) === id)).toBe(true);
  expect(['', 'Ransomware', 'toString', 'bad_change'].map(scenarioIdOf)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});
