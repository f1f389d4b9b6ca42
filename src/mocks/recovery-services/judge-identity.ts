import { type Check, isBlank, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import { sameId } from '#src/model/resource-id.ts';

const usesIdentity = ({ body }: Restore): boolean =>
  (body.identityInfo ?? null) !== null || (body.identityBasedRestoreDetails ?? null) !== null;

const withIdentity =
  (check: Check): Check =>
  (restore) =>
    usesIdentity(restore) ? check(restore) : null;

const isSystem = ({ body }: Restore): boolean =>
  body.identityInfo?.isSystemAssignedIdentity === true;

/**
 * The vault's identity in place of the account's key (document 000, Restore VMs with managed
 * identities; azure-contract §5: the account's id stands in one place or the other, and the CLI
 * takes only managed machines and identities of the vault).
 */
export const judgeIdentity: readonly Check[] = [
  withIdentity(({ body }) =>
    (body.identityInfo ?? null) === null ? 'identityBasedRestoreDetails needs identityInfo.' : null,
  ),
  withIdentity(({ body }) =>
    isBlank(body.identityBasedRestoreDetails?.targetStorageAccountId)
      ? 'identityInfo needs identityBasedRestoreDetails.targetStorageAccountId.'
      : null,
  ),
  withIdentity(({ body }) =>
    isBlank(body.storageAccountId)
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
];
