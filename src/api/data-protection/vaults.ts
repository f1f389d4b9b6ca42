import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { byId, oneReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { graphQuestion, queryGraph } from '#src/api/resource-graph/query.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** A Backup vault, `GET {BV}` of 2024-04-01: `type` of its identity may be `None`, or all missing. */
export const backupVaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  identity: maybe(z.looseObject({ type: maybe(z.string()), principalId: maybe(z.string()) })),
});
export type BackupVaultWire = z.infer<typeof backupVaultWire>;

/** Reads a Backup vault with its identity: `GET {BV}` (azure-contract §11; 2024-04-01). */
export const getBackupVault = oneReader(
  backupVaultWire,
  byId(DATA_PROTECTION_API_VERSION),
  toBackupVault,
);

const ALL_VAULTS = graphQuestion('resources', [
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

/** The Backup vaults of all subscriptions. */
export const backupVaultsQuery = () =>
  queryOptions({
    queryKey: ['backup vaults'],
    queryFn: ({ signal }) => listBackupVaults(session(), signal),
  });

/** One Backup vault; its identity may be given or taken elsewhere, so it is read again on return. */
export const backupVaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['backup vault', id.toLowerCase()],
    queryFn: ({ signal }) => getBackupVault(session(), id, signal),
    refetchOnWindowFocus: 'always',
  });
