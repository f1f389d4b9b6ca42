import { type FactsAbout, named, valued, yesNo } from './words.ts';

export const vaultFacts = {
  'vault.type': valued<'RecoveryServices' | 'Backup'>('the type of the vault', 'The vault is a', {
    RecoveryServices: 'Recovery Services vault',
    Backup: 'Backup vault',
  }),
  'vault.region': valued<string>('the region of the vault', 'The vault’s region is'),
  /** null: the region has no pair. */
  'vault.secondaryRegion': valued<string | null>(
    'the secondary region of the vault',
    'The vault’s secondary region is',
    {},
    'The vault’s region has no pair',
  ),
  'vault.redundancy': valued<'LRS' | 'GRS' | 'RA-GRS' | 'ZRS'>(
    'the redundancy of the vault',
    'The vault’s redundancy is',
  ),
  'vault.crrEnabled': yesNo(
    'whether Cross Region Restore is on',
    'Cross Region Restore is on',
    'Cross Region Restore is off',
  ),
  /** null: never changed, which counts as enabled. */
  'vault.csrState': valued<'enabled' | 'disabled' | 'permanentlyDisabled' | null>(
    'whether Cross Subscription Restore is on',
    'Cross Subscription Restore is',
    { enabled: 'on', disabled: 'off', permanentlyDisabled: 'permanently disabled' },
    'Cross Subscription Restore is on by default',
  ),
  'vault.cmkEnabled': yesNo(
    'whether the vault uses customer-managed keys',
    'The vault uses customer-managed keys',
    'The vault uses no customer-managed keys',
  ),
  'vault.subscription': valued<string>(
    'the subscription of the vault',
    'The vault’s subscription is',
  ),
  'vault.tenant': valued<string>('the tenant of the vault', 'The vault’s tenant is'),
  'vault.identities': named<'system' | 'user'>(
    'the identities of the vault',
    'Identities of the vault',
  ),
  'vault.userIdentityIds': named(
    'the user-assigned identities of the vault',
    'User-assigned identities of the vault',
  ),
  'vault.movedSubscription': yesNo(
    'whether the vault was moved to its subscription',
    'The vault was moved here from another subscription',
    'The vault was never moved to another subscription',
  ),
  'vault.originalSubscription': valued<string | null>(
    'the subscription that the vault was created in',
    'The vault was created in',
    {},
    'The vault has had no other subscription',
  ),
} as const satisfies FactsAbout<'vault'>;
