import { describe, expect, test } from 'vitest';
import { ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  exampleDraft,
  exampleReads,
  networkId,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';

describe('choices as the rules read them', () => {
  const unread = { state: 'failed' } as const;
  const made = (choices: Partial<VmChoices>, reads = exampleReads()) =>
    ruleChoices(exampleDraft(choices).choices, reads);

  test('an account is what it is, not its id', () => {
    expect(made({}).staging).toEqual({
      region: 'westus',
      kind: 'StorageV2',
      redundancy: 'LRS',
      tier: 'Standard',
      hasNetworkRules: false,
      allowSharedKey: true,
    });
    expect(made({ staging: null }).staging).toBeNull();
  });

  test('an account that is not in the list is none, of an unread one nothing is known', () => {
    const staging = '/elsewhere';
    expect(made({ staging }).staging).toBeNull();
    expect(made({ staging }, { ...exampleReads(), accounts: unread }).staging).toEqual({});
  });

  test('a group that is not in the list is none, but for a new one and an unread list', () => {
    expect(made({ rg: 'TARGETRG' }).rg).toBe('TARGETRG');
    expect(made({ rg: 'deleted' }).rg).toBeNull();
    expect(made({ rg: 'new', rgIsNew: true }).rg).toBe('new');
    expect(made({ rg: 'deleted' }, { ...exampleReads(), groups: { state: 'loading' } }).rg).toBe(
      'deleted',
    );
  });

  test('the tenant of a subscription is known, unknown, or not asked for', () => {
    expect(made({ subscription: SUB }).subscriptionTenant).toMatch(/^72f988bf/);
    expect(made({ subscription: 'nobody' }).subscriptionTenant).toBeUndefined();
    expect(made({ subscription: null }).subscriptionTenant).toBeNull();
  });

  test('a network is what it is, one that is not in the list is none', () => {
    expect(made({ vnet: networkId.toUpperCase() }).vnet).toEqual({
      region: 'westus',
      subscription: SUB,
      active: true,
      affinityGroup: false,
    });
    expect(made({ vnet: '/elsewhere' }).vnet).toBeNull();
    expect(made({ vnet: null }).vnet).toBeNull();
    expect(made({ vnet: networkId }, { ...exampleReads(), networks: unread }).vnet).toEqual({});
  });

  test('a replacement is confirmed by the machine’s name, letter for letter, once it is known', () => {
    const confirmed = (typed: string | null, reads = exampleReads()) =>
      made({ confirmReplace: typed }, reads).confirmReplace;
    expect(confirmed('testVM')).toBe(true);
    for (const typed of [null, '', 'testvm', 'testVM ', 'otherVM']) {
      expect(confirmed(typed)).toBe(false);
    }
    expect(confirmed('testVM', { ...exampleReads(), instance: unread })).toBe(false);
  });

  test('what only the draft holds is handed on as it is', () => {
    const chosen = {
      ...AS_NEW_VM,
      zone: '2',
      identity: 'user',
      identityId: '/id',
      diskEncryptionSet: '/set',
      restoreAsManaged: true,
      diskAccess: 'private',
      diskAccessId: '/access',
    } as const;
    expect(made(chosen)).toMatchObject({ ...chosen, vnet: { region: 'westus' } });
  });
});
