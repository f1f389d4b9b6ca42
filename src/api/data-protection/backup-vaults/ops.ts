import { byId, oneReader } from '#src/api/arm/reader.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  backupVaultWire,
  type BackupVaultWire,
} from '#src/api/data-protection/backup-vaults/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Reads a Backup vault with its identity: `GET {BV}` (azure-contract §11; 2024-04-01). */
export const getBackupVault = oneReader(
  backupVaultWire,
  byId(DATA_PROTECTION_API_VERSION),
  toBackupVault,
);

const ALL_VAULTS = question('resources', [
  "where type =~ 'microsoft.dataprotection/backupvaults'",
  'order by tolower(name) asc, id asc',
  'project id, name, type, location, identity, properties',
]);

/** The Backup vaults of all subscriptions, by name, as Resource Graph lists them. */
export async function listBackupVaults(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<BackupVault[]> {
  return (await queryGraph(arm, backupVaultWire, ALL_VAULTS, signal)).map(toBackupVault);
}

function toBackupVault(wire: BackupVaultWire): BackupVault {
  const parts = parseResourceId(wire.id);
  const isSystem = /systemassigned/i.test(wire.identity?.type ?? '');
  return {
    id: resourceId(wire.id),
    name: wire.name,
    subscriptionId: parts?.subscriptionId ?? '',
    resourceGroup: parts?.resourceGroup ?? '',
    region: wire.location,
    principalId: isSystem ? (wire.identity?.principalId ?? null) : null,
  };
}
