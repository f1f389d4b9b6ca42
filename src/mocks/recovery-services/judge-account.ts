import { isWithin, roleList } from '#src/mocks/roles.ts';
import { type Check, isBlank, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findAccount } from '#src/mocks/world/lookup.ts';
import { stagingIdOf } from '#src/mocks/world/plan-restore.ts';
import type { AccountSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Whether a restore is to act by an identity. */
export const usesIdentity = ({ body }: Pick<Restore, 'body'>): boolean =>
  (body.identityInfo ?? null) !== null || (body.identityBasedRestoreDetails ?? null) !== null;

const withIdentity =
  (check: Check): Check =>
  (restore) =>
    usesIdentity(restore) ? check(restore) : null;

const isSystem = ({ body }: Restore): boolean =>
  body.identityInfo?.isSystemAssignedIdentity === true;

/** Whose identity is to act: the vault's own, or one that it was given. */
const holderOf = ({ body, vault }: Restore): string =>
  (body.identityInfo?.isSystemAssignedIdentity === true
    ? vault.id
    : body.identityInfo?.managedIdentityResourceId) ?? '';

/** The staging storage account: official samples name it by `storageAccountId` beside an identity, too (S). */
const accountOf = ({ body }: Restore): string =>
  (isBlank(body.identityBasedRestoreDetails?.targetStorageAccountId)
    ? body.storageAccountId
    : body.identityBasedRestoreDetails?.targetStorageAccountId) ?? '';

/** Whether the identity holds, in a scope or above it, a role that lets it restore. */
function mayRestore(restore: Restore, scope: string): boolean {
  return (restore.state.seed.roleAssignments ?? []).some(
    (one) =>
      sameId(one.holder, holderOf(restore)) &&
      roleList[one.role].restores &&
      isWithin(scope, one.scope),
  );
}

/** What a replacement makes is beside the machine; disks that go into the account need no group (C). */
function targetGroups({ body, machine }: Restore): string[] {
  if (body.recoveryType === 'OriginalLocation') return [groupOf(machine.id)];
  const group = body.targetResourceGroupId ?? '';
  return group === '' ? [] : [group];
}

/**
 * The vault's identity in place of the account's key (document 000, Restore VMs with managed
 * identities; azure-contract §5: the account's id stands in one place or the other, and the CLI
 * takes only managed machines and identities of the vault).
 */
export const judgeIdentity: readonly Check[] = [
  withIdentity(({ body }) =>
    (body.identityInfo ?? null) === null ? 'identityBasedRestoreDetails needs identityInfo.' : null,
  ),
  withIdentity((restore) =>
    accountOf(restore) === ''
      ? 'identityInfo needs identityBasedRestoreDetails.targetStorageAccountId.'
      : null,
  ),
  withIdentity(({ body }) =>
    isBlank(body.storageAccountId) ||
    isBlank(body.identityBasedRestoreDetails?.targetStorageAccountId)
      ? null
      : 'storageAccountId and identityBasedRestoreDetails exclude each other.',
  ),
  withIdentity(({ machine }) =>
    machine.isManaged && machine.deployment === 'arm'
      ? null
      : 'A managed identity can be used for managed virtual machines only.',
  ),
  withIdentity((restore) =>
    isSystem(restore) && restore.vault.identityType?.startsWith('SystemAssigned') !== true
      ? 'The vault has no system-assigned identity.'
      : null,
  ),
  withIdentity((restore) =>
    !isSystem(restore) && isBlank(restore.body.identityInfo?.managedIdentityResourceId)
      ? 'identityInfo.managedIdentityResourceId is missing.'
      : null,
  ),
  withIdentity((restore) => {
    const wanted = restore.body.identityInfo?.managedIdentityResourceId;
    const own = restore.vault.userIdentities ?? [];
    return isSystem(restore) || own.some((id) => sameId(id, wanted))
      ? null
      : `The identity ${wanted ?? ''} is not assigned to the vault.`;
  }),
  withIdentity((restore) =>
    [accountOf(restore), ...targetGroups(restore)].every((scope) => mayRestore(restore, scope))
      ? null
      : 'The identity lacks the rights to restore on the storage account or on the target resource group.',
  ),
];

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
 * Checks of the staging storage account (document 000, Storage accounts; document 004, Restore disks:
 * same region as the vault, not zone redundant).
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
