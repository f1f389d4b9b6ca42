import { describe, expect, it } from 'vitest';

import { type Given, inputOf } from '#src/rules/cases/case.ts';
import { catalogueSet, evaluate } from '#src/rules/catalogue.ts';
import type { Choices } from '#src/rules/fields.ts';
import { settle } from '#src/rules/settle.ts';

function settled(given: Given, when: Partial<Choices>) {
  const { facts, choices } = inputOf({ given, when });
  return settle(facts, choices, catalogueSet);
}

describe('settling a draft', () => {
  it('takes away what does not apply to disks, and says by which rule', () => {
    const { choices, changes } = settled({}, { option: 'restoreDisks' });
    expect(choices).toMatchObject({ vmName: null, vnet: null, subnet: null, rg: 'targetRG' });
    expect(changes[0]).toMatchObject({
      field: 'vmName',
      kind: 'cleared',
      from: 'targetVM',
      to: null,
      rule: { id: 'restore-disks.hide-vm-fields' },
    });
  });

  it('fills in what was not chosen, and only that', () => {
    const empty = settled({}, { subscription: null, subnet: null });
    expect(empty.choices).toMatchObject({ subscription: 'sub-A', subnet: 'default' });
    expect(empty.changes.map((c) => c.rule.id)).toEqual([
      'instance.default-subscription',
      'create-vm.subnet.first',
    ]);
    expect(settled({}, { subscription: 'sub-B', subnet: 'back' }).choices).toMatchObject({
      subscription: 'sub-B',
      subnet: 'back',
    });
  });

  it('follows one default to the next field', () => {
    const disks = { vm: { hasPrivateEndpointDisks: true } };
    const { choices } = settled(disks, { datasource: null, diskAccess: null });
    expect(choices).toMatchObject({ datasource: 'azure-vm', diskAccess: 'same' });
  });

  it('chooses the one type of Replace existing, and clears the target', () => {
    const { choices } = settled({}, { group: 'replaceExisting', option: null });
    expect(choices).toMatchObject({ option: 'replaceDisks', rg: null, subscription: null });
  });

  it('fixes the subscription where the vault forbids another', () => {
    const { choices } = settled({ vault: { csrState: 'disabled' } }, { subscription: null });
    expect(choices.subscription).toBe('sub-A');
  });

  it.each([
    ['disabled', 'csr.disabled'],
    ['permanentlyDisabled', 'csr.permanently-disabled'],
  ] as const)('keeps another subscription that was chosen, and refuses it: %s', (csrState, id) => {
    const when = { subscription: 'sub-B', vnet: { subscription: 'sub-B' } };
    const { choices, verdicts } = settled({ vault: { csrState } }, when);
    expect(choices).toMatchObject({ subscription: 'sub-B', rg: 'targetRG' });
    const speaking = verdicts.filter(
      ({ rule, state }) => state === 'speaks' && rule.kind === 'block',
    );
    expect(speaking.map(({ rule }) => rule.id)).toEqual([id]);
  });

  it('clears it all the same where no subscription is asked for', () => {
    const given = { vault: { csrState: 'disabled' } } as const;
    const { choices } = settled(given, { subscription: 'sub-B', option: 'replaceDisks' });
    expect(choices.subscription).toBe('sub-A');
  });

  it('leaves the secondary region when the vault has none', () => {
    const vault = { crrEnabled: false };
    const primary = { viewRegion: 'primary', secondary: false };
    const seen = settled({ vault }, { viewRegion: 'secondary', secondary: true });
    expect(seen.choices).toMatchObject(primary);
    const unseen = settled({ vault }, { viewRegion: 'primary', secondary: true });
    expect(unseen.choices).toMatchObject(primary);
  });

  it('leaves a field alone while it is not known whether it applies', () => {
    const { facts, choices } = inputOf({ given: {}, when: { subscription: 'sub-B' } });
    const { csrState: _, ...vault } = facts.vault;
    const { choices: kept, verdicts } = settle({ ...facts, vault }, choices, catalogueSet);
    expect(kept.subscription).toBe('sub-B');
    expect(verdicts).toContainEqual(
      expect.objectContaining({ state: 'not checked', fact: 'vault.csrState' }),
    );
  });
});

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
    const after = settle(facts, choices, catalogueSet);
    expect(settle(facts, after.choices, catalogueSet).changes).toEqual([]);
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
