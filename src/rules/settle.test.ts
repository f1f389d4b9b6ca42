import { describe, expect, it } from 'vitest';

import { type Given, inputOf } from './cases/case.ts';
import type { Choices } from './fields.ts';
import { catalogueSet } from './catalogue.ts';
import { settle } from './settle.ts';

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
