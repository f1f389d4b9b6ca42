import { describe, expect, it } from 'vitest';

import { factText } from '#src/rules/facts.ts';
import { readWords } from './constraints.ts';

describe('a fact as a person reads it', () => {
  it('is said in the words of the value', () => {
    expect(factText('vm.encryption', 'SSE-CMK')).toBe('Disk encryption is customer-managed key');
    expect(factText('vm.exists', false)).toBe('The source VM no longer exists');
    expect(factText('vault.redundancy', 'LRS')).toBe('The vault’s redundancy is LRS');
    expect(factText('c.staging.redundancy', 'RA-GZRS')).toBe('The account’s redundancy is RA-GZRS');
  });

  it('that Azure words in a new way is said in its words', () => {
    expect(factText('point.consistency', 'Crisp')).toBe('The restore point is Crisp');
  });

  it('that is known to be absent says so', () => {
    expect(factText('vm.zone', null)).toBe('The VM is in no availability zone');
    expect(factText('c.subscriptionTenant', null)).toBe('The chosen subscription’s tenant is none');
  });

  it('that is not known says what it is about', () => {
    expect(factText('vm.exists', undefined)).toBe('Not known: whether the source VM exists');
  });

  it('counts, with one as one', () => {
    expect(factText('vm.nicCount', 1)).toBe('The VM has 1 NIC');
    expect(factText('vm.nicCount', 2)).toBe('The VM has 2 NICs');
  });

  it('gives an age in whole hours', () => {
    expect(factText('point.ageHours', 3.7)).toBe('The restore point is 3 h old');
  });

  it('names a resource and does not spell its id', () => {
    const id =
      '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/restore';
    expect(factText('vault.userIdentityIds', [id])).toBe(
      'User-assigned identities of the vault: restore',
    );
    expect(readWords('c.identityId').sentence(id)).toMatch(/: restore$/);
  });

  it('spells names out while they are few', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(factText('target.vmNames', names.slice(0, 2))).toBe(
      'VMs in the target subscription: a, b',
    );
    expect(factText('target.vmNames', names)).toBe('VMs in the target subscription: 5 of them');
    expect(factText('vault.identities', [])).toBe('Identities of the vault: none');
  });

  it('tells the sizes of disks as far as they are known', () => {
    expect(factText('vm.diskSizesGiB', [64, 5120])).toBe('Disk sizes: 64, 5120 GiB');
    expect(factText('vm.diskSizesGiB', null)).toBe('Only the size of the largest disk is known');
  });
});
