import { describe, expect, it } from 'vitest';

import { type Given, inputOf } from './cases/case.ts';
import type { Choices } from './fields.ts';
import { catalogueSet, evaluate } from './catalogue.ts';
import { settle } from './settle.ts';

function heard(given: Given, when: Partial<Choices>): string[] {
  const { facts, choices } = inputOf({ given, when });
  return evaluate(facts, choices)
    .filter(({ state }) => state === 'speaks')
    .map(({ rule }) => rule.id);
}

describe('facts that contradict each other', () => {
  const contradictory: [string, Given, Partial<Choices>][] = [
    [
      'a machine that is gone and in a zone',
      { vm: { exists: false, zone: '2' } },
      { option: 'replaceDisks' },
    ],
    [
      'a classic machine on managed disks',
      { vm: { deployment: 'classic' } },
      { identity: 'system' },
    ],
    [
      'a snapshot that is in the secondary region',
      { point: { tier: 'Snapshot', inSecondary: true } },
      { secondary: true },
    ],
    [
      'a largest disk that is in no list of disks',
      { vm: { diskSizesGiB: [32], maxDiskGiB: 9000 } },
      { option: 'restoreDisks' },
    ],
    [
      'cross-region restore of a vault without a pair',
      { vault: { secondaryRegion: null } },
      { secondary: true },
    ],
    ['no disk at all', { vm: { diskCount: 0, diskSizesGiB: [], maxDiskGiB: 0 } }, {}],
    ['a point from the future', { point: { ageHours: -5 } }, { secondary: true }],
  ];
  it.each(contradictory)('%s: every rule is heard, and settling ends', (_name, given, when) => {
    const { facts, choices } = inputOf({ given, when });
    expect(evaluate(facts, choices).every(({ state }) => state === 'speaks')).toBe(true);
    const settled = settle(facts, choices, catalogueSet);
    expect(settle(facts, settled.choices, catalogueSet).changes).toEqual([]);
  });

  it('all of them are told, not only the first', () => {
    const vm = {
      exists: false,
      deployment: 'classic',
      isManaged: false,
      isGeneralized: true,
    } as const;
    const blocked = heard({ vm }, { option: 'replaceDisks' });
    for (const part of ['source.exists', 'classic', 'unmanaged', 'generalized']) {
      expect(blocked).toContain(`replace.${part}`);
    }
  });
});

describe('a machine with 64 disks', () => {
  const sizes = Array.from({ length: 64 }, (_, at) => (at === 63 ? 5000 : 512));
  const vm = { diskCount: 64, diskSizesGiB: sizes, maxDiskGiB: 5000 };

  it('is judged by each of them', () => {
    const ids = heard({ vm, point: { diskCount: 64 } }, { option: 'restoreDisks' });
    expect(ids).toContain('restore-disks.vhd.vault-under-4tb');
    expect(ids).toContain('restore-disks.vhd.over-4tb-none');
  });

  it('that had 63 when the point was made is warned of at Replace existing', () => {
    expect(heard({ vm, point: { diskCount: 63 } }, { option: 'replaceDisks' })).toContain(
      'replace.disk-count',
    );
  });
});

describe('ids and names in other letters', () => {
  it('are the same ids and names', () => {
    const choices = {
      subscription: 'SUB-a',
      vmName: 'TESTVM',
      rg: 'TESTrg',
      rgIsNew: true,
      vnet: { region: 'EastUS2', subscription: 'Sub-A', active: true, affinityGroup: false },
    };
    const ids = heard({}, choices);
    expect(ids).toContain('create-vm.name.unused');
    expect(ids).toContain('create-vm.rg.new-unique');
    expect(ids.filter((id) => id.startsWith('csr.scope'))).toEqual([]);
    expect(ids).not.toContain('create-vm.vnet.same-region');
  });
});
