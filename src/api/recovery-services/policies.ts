import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { listReader } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { listVaultPage, vaultsKey } from '#src/api/recovery-services/vaults.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

/** How long a policy keeps restore points. */
const retentionWire = maybe(
  z.looseObject({
    retentionDuration: maybe(
      z.looseObject({ count: maybe(z.number()), durationType: maybe(z.string()) }),
    ),
  }),
);

/** A policy for virtual machines, `GET {V}/backupPolicies` of 2024-04-01. */
const policyWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    backupManagementType: maybe(z.string()),
    /** `V1` is standard, `V2` enhanced. */
    policyType: maybe(z.string()),
    schedulePolicy: maybe(z.looseObject({ scheduleRunFrequency: maybe(z.string()) })),
    retentionPolicy: maybe(
      z.looseObject({ dailySchedule: retentionWire, weeklySchedule: retentionWire }),
    ),
  }),
});

export const policyPageWire = pageOf(policyWire);
type PolicyWire = z.infer<typeof policyWire>;

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

/** The policies of a vault that can back up a VM. */
export const policiesQuery = queryById('backup policies', listPolicies);

/** More stand in no list: a person would not find theirs. */
const MOST_IN_REACH = 100;

/**
 * The vaults that can back up a VM: those of its region and its subscription (documentation of Azure Backup,
 * support matrix), from Resource Graph.
 */
export const vaultsInReachQuery = (machineId: ResourceId, region: string) => {
  const filter = {
    search: '',
    subscriptions: [parseResourceId(machineId)?.subscriptionId ?? ''],
    regions: [region],
    redundancies: [],
    crossRegion: [],
    crossSubscription: [],
  };
  return queryOptions({
    queryKey: [...vaultsKey, filter, 'in reach'],
    queryFn: async ({ signal }) => {
      const wanted = { filter, order: VAULTS_BY_NAME, start: { skip: 0 }, top: MOST_IN_REACH };
      return (await listVaultPage(session(), wanted, signal)).rows;
    },
  });
};
