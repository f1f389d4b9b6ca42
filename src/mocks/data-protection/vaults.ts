import type { BackupVaultWire } from '#src/api/data-protection/vaults.ts';
import { groupIn, listOfGroup, listOfSubscription } from '#src/mocks/collection.ts';
import { failure, resourceNotFound } from '#src/mocks/errors.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  ok,
  param,
  route,
  type Route,
} from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { BackupVaultSeed, DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { principalIdOf } from '#src/mocks/world/ids.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Paths of azure-contract's shorthand, as patterns of the router. */
export const subscriptionPath = '/subscriptions/{sub}/providers/Microsoft.DataProtection';
export const groupPath =
  '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.DataProtection';
export const backupVaultPath = `${groupPath}/backupVaults/{vault}`;
export const diskInstancePath = `${backupVaultPath}/backupInstances/{instance}`;

/** The id of the Backup vault that a path names. */
const vaultIdIn = (call: Call): string =>
  `${groupIn(call)}/providers/Microsoft.DataProtection/backupVaults/${param(call, 'vault')}`;

/** 404 for what is not there; that Data Protection answers as ARM does is a guess (G). */
export const notThere = (call: Call, type: string, name: string): Answer =>
  resourceNotFound(`Microsoft.DataProtection/${type}`, name, param(call, 'rg'));

/** Runs `work` with the Backup vault that the path names, or answers that it is not there. */
export function withBackupVault(call: Call, work: (vault: BackupVaultSeed) => Answer): Answer {
  const vault = byId(call.state.seed.backupVaults ?? [], vaultIdIn(call));
  return vault === undefined ? notThere(call, 'backupVaults', param(call, 'vault')) : work(vault);
}

/** {@link withBackupVault} as a handler. */
export const onBackupVault = handlersBy(withBackupVault);

/** Whether an instance is where a vault lists those that it protects: deleted ones have a list of their own. */
export const isListed = ({ softDeleted }: DiskInstanceSeed): boolean => softDeleted === undefined;

/** The instances of a Backup vault, deleted ones too. */
export const instancesOf = (call: Call, vault: BackupVaultSeed): readonly DiskInstanceSeed[] =>
  (call.state.seed.diskInstances ?? []).filter(({ vaultId }) => sameId(vaultId, vault.id));

/** Runs `work` with the backup instance that the path names, or answers that it is not there. */
export function withDiskInstance(
  call: Call,
  work: (instance: DiskInstanceSeed, vault: BackupVaultSeed) => Answer,
): Answer {
  return withBackupVault(call, (vault) => {
    const name = param(call, 'instance');
    const id = `${vault.id}/backupInstances/${name}`;
    const instance = byId(call.state.seed.diskInstances ?? [], id);
    return instance === undefined || !isListed(instance)
      ? notThere(call, 'backupVaults/backupInstances', name)
      : work(instance, vault);
  });
}

/** {@link withDiskInstance} as a handler. */
export const onDiskInstance = handlersBy(withDiskInstance);

/** Runs `work` with the deleted instance that the path names; 404 where it is not there (R). */
function withDeletedInstance(call: Call, work: (instance: DiskInstanceSeed) => Answer): Answer {
  return withBackupVault(call, (vault) => {
    const name = param(call, 'instance');
    const found = instancesOf(call, vault).find((one) => sameId(nameOf(one.id), name));
    return found === undefined || isListed(found)
      ? failure(
          404,
          'UserErrorGenericResourceNotFound',
          `The backup instance ${name} was not found.`,
        )
      : work(found);
  });
}

/** {@link withDeletedInstance} as a handler. */
export const onDeletedInstance = handlersBy(withDeletedInstance);

/** The points of an instance that have not expired. */
export const pointsLeft = ({ points }: DiskInstanceSeed, now: number): readonly DiskPointSeed[] =>
  points.filter(({ expires }) => expires === undefined || isoMs(expires) > now);

/** The identity of a Backup vault: a system-assigned one, or `None` (S). */
export const backupVaultIdentity = ({ id, hasIdentity }: BackupVaultSeed) =>
  hasIdentity ? { type: 'SystemAssigned', principalId: principalIdOf(id) } : { type: 'None' };

/** What a Backup vault says of itself. */
export const backupVaultProperties = () => ({
  provisioningState: 'Succeeded',
  storageSettings: [{ datastoreType: 'OperationalStore', type: 'LocallyRedundant' }],
  securitySettings: { softDeleteSettings: { state: 'On', retentionDurationInDays: 14 } },
});

/** A Backup vault of 2024-04-01; its type is spelled with a small second word (azure-contract §13, 19). */
const wireOf = (vault: BackupVaultSeed): BackupVaultWire => ({
  id: vault.id.replace('/backupVaults/', '/Backupvaults/'),
  name: nameOf(vault.id),
  type: 'Microsoft.DataProtection/Backupvaults',
  location: vault.location,
  identity: backupVaultIdentity(vault),
  properties: backupVaultProperties(),
});

const listing = { list: ({ seed }: State) => seed.backupVaults ?? [], wireOf };
export const backupVaultRoutes: readonly Route[] = [
  route.get(
    'backupVaults.listForSubscription',
    `${subscriptionPath}/backupVaults`,
    listOfSubscription(listing),
  ),
  route.get('backupVaults.listForGroup', `${groupPath}/backupVaults`, listOfGroup(listing)),
  route.get(
    'backupVaults.get',
    backupVaultPath,
    onBackupVault((_, vault) => ok(wireOf(vault))),
  ),
];
