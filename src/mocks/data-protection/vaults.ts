import type { BackupVaultWire } from '#src/api/data-protection/vaults.ts';
import {
  backupVaultPath,
  groupPath,
  onBackupVault,
  subscriptionPath,
} from '#src/mocks/data-protection/paths.ts';
import { listOfGroup, listOfSubscription } from '#src/mocks/resource-lists.ts';
import { ok, route, type Route } from '#src/mocks/service.ts';
import type { BackupVaultSeed } from '#src/mocks/world/seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { principalIdOf } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

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

const reading = { thingsOf: ({ seed }: State) => seed.backupVaults ?? [], wireOf };
export const backupVaultRoutes: readonly Route[] = [
  route.get(
    'backupVaults.listForSubscription',
    `${subscriptionPath}/backupVaults`,
    listOfSubscription(reading),
  ),
  route.get('backupVaults.listForGroup', `${groupPath}/backupVaults`, listOfGroup(reading)),
  route.get(
    'backupVaults.get',
    backupVaultPath,
    onBackupVault((_, vault) => ok(wireOf(vault))),
  ),
];
