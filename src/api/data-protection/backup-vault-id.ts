import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The vault's part of an id of anything inside a Backup vault; null for other ids. */
export function backupVaultIdOf(id: string): ResourceId | null {
  const match = /^.*?\/providers\/Microsoft\.DataProtection\/backupVaults\/[^/]+/i.exec(id);
  return match === null ? null : resourceId(match[0]);
}

/** The id of a job that an operation told: a whole id, or its last part alone (azure-contract §11). */
export function diskJobId(vaultId: ResourceId, told: string): ResourceId {
  return resourceId(`${vaultId}/backupJobs/${told.slice(told.lastIndexOf('/') + 1)}`);
}
