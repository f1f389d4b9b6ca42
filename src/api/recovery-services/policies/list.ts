import { listReader } from '#src/api/arm/reader.ts';
import { policyPageWire, type PolicyWire } from '#src/api/recovery-services/policies/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** A backup policy that a virtual machine can be protected with. */
export interface BackupPolicy {
  readonly id: ResourceId;
  readonly name: string;
  /** How often, how long and which kind, in Azure's own words: `Daily, 30 Days, V1`. */
  readonly description: string;
}

const MACHINES = encodeURIComponent("backupManagementType eq 'AzureIaasVM'");

/**
 * The policies of a vault for virtual machines: `GET {V}/backupPolicies` (Recovery Services backup, 2024-04-01;
 * the official sample BackupPolicies_List).
 */
export const listPolicies = listReader(
  policyPageWire,
  (vaultId: ResourceId) =>
    `${vaultId}/backupPolicies?api-version=${BACKUP_API_VERSION}&$filter=${MACHINES}`,
  ({ id, name, properties }): BackupPolicy => ({
    id: resourceId(id),
    name,
    description: descriptionOf(properties),
  }),
);

function descriptionOf({
  schedulePolicy,
  retentionPolicy,
  policyType,
}: PolicyWire['properties']): string {
  const retention = (retentionPolicy?.dailySchedule ?? retentionPolicy?.weeklySchedule)
    ?.retentionDuration;
  const parts = [
    schedulePolicy?.scheduleRunFrequency,
    retention?.count ? `${String(retention.count)} ${retention.durationType ?? ''}`.trim() : null,
    policyType,
  ];
  return parts.filter((part) => part).join(', ');
}
