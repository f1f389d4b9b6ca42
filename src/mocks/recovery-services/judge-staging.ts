import type { Check, Restore } from '#src/mocks/recovery-services/judgement.ts';
import { findAccount } from '#src/mocks/world/lookup.ts';
import { stagingIdOf } from '#src/mocks/world/plan-restore.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/region.ts';

const stagingId = ({ body }: Restore): string => stagingIdOf(body);

const usesUserIdentity = ({ body }: Restore): boolean =>
  body.identityInfo?.isSystemAssignedIdentity === false;

const withAccount =
  (check: (account: AccountSeed, restore: Restore) => string | null): Check =>
  (restore) => {
    const account = findAccount(restore.state, stagingId(restore));
    return account === undefined ? null : check(account, restore);
  };

const isPremium = ({ sku }: AccountSeed): boolean => sku.startsWith('Premium');

/**
 * The staging account (document 000, Storage accounts; document 004, Restore disks: same region as
 * the vault, not zone redundant).
 */
export const judgeStaging: readonly Check[] = [
  (restore) => (stagingId(restore) === '' ? 'storageAccountId is missing.' : null),
  (restore) =>
    findAccount(restore.state, stagingId(restore)) === undefined
      ? `The storage account ${stagingId(restore)} was not found.`
      : null,
  withAccount((account, { vault }) =>
    sameRegion(account.location, vault.location)
      ? null
      : `The storage account is in ${account.location}; it must be in the region of the vault, ${vault.location}.`,
  ),
  withAccount(({ kind }) =>
    kind === 'BlobStorage' || kind === 'BlockBlobStorage'
      ? 'Blob storage accounts are not supported.'
      : null,
  ),
  withAccount(({ sku }) =>
    /ZRS$/i.test(sku) ? 'Zone redundant storage accounts are not supported.' : null,
  ),
  withAccount((account, { machine }) =>
    isPremium(account) && !machine.disks.some(({ sku }) => sku === 'Premium_LRS')
      ? 'A premium storage account cannot be used for a virtual machine without premium disks.'
      : null,
  ),
  withAccount((account, { machine }) =>
    isPremium(account) && account.hasNetworkRules === true && machine.isManaged
      ? 'A premium storage account with network rules cannot be used for managed virtual machines.'
      : null,
  ),
  // Document 000, Restore VMs with managed identities, note.
  withAccount((account, restore) =>
    account.hasNetworkRules === true && usesUserIdentity(restore)
      ? 'A storage account with network rules needs the system-assigned identity of the vault.'
      : null,
  ),
];
