import type { ProtectedItemWire } from '#src/api/recovery-services/items.ts';
import { invalidInput } from '#src/mocks/errors.ts';
import { type Filter, wants, withFilter } from '#src/mocks/filter.ts';
import { itemPath, onItemRead, onVault, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import {
  hasSecondary,
  isSecondary,
  notCrossRegion,
  replicaOf,
} from '#src/mocks/recovery-services/secondary.ts';
import { list, ok, route, type Route } from '#src/mocks/service.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import { containerNameOf } from '#src/mocks/world/plan-restore.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { InstanceSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** Properties that lists are searched and sorted by: each can be read without making the others. */
export const itemFields = {
  backupManagementType: () => 'AzureIaasVM',
  workloadType: () => 'VM',
  friendlyName: ({ friendlyName }: InstanceSeed) => friendlyName,
  virtualMachineId: ({ machineId }: InstanceSeed) => machineId,
  sourceResourceId: ({ machineId }: InstanceSeed) => machineId,
  // None of an item that is deleted (R).
  policyId: ({ vaultId, policyName }: InstanceSeed) =>
    policyName === '' ? '' : `${vaultId}/backupPolicies/${policyName}`,
  policyName: ({ policyName }: InstanceSeed) => policyName,
  protectionState: ({ protectionState }: InstanceSeed) => protectionState,
  protectionStatus: (instance: InstanceSeed) => (isHealthy(instance) ? 'Healthy' : 'Unhealthy'),
  healthStatus: ({ healthStatus }: InstanceSeed) => healthStatus,
  lastBackupStatus: ({ lastBackupStatus }: InstanceSeed) => lastBackupStatus,
  lastBackupTime: ({ lastBackupTime }: InstanceSeed) => lastBackupTime,
  containerName: ({ id }: InstanceSeed) => containerNameOf(id),
  // A URL, not an ARM id (R).
  vaultId: ({ vaultId }: InstanceSeed) => `https://management.azure.com${vaultId}`,
  lastRecoveryPoint: ({ points }: InstanceSeed) => points[0]?.time ?? null,
  isScheduledForDeferredDelete: ({ softDeleted }: InstanceSeed) =>
    softDeleted === undefined ? undefined : true,
} as const;

const isHealthy = ({ healthStatus }: InstanceSeed): boolean => healthStatus === 'Passed';

const wellDetails = [
  { code: 400239, title: 'IaasVmHealthGreenDefault', message: '', recommendations: [] },
];
const unwellDetails = [
  {
    code: 400240,
    title: 'IaasVmHealthRedDefault',
    message: 'The last backups of this virtual machine did not succeed.',
    recommendations: ['Open the last failed backup job and follow its advice.'],
  },
];

/** A backup instance as `GET {PI}` answers it (azure-contract §3). */
export function itemWireOf(instance: InstanceSeed, now: number): ProtectedItemWire {
  return {
    id: instance.id,
    name: nameOf(instance.id),
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
    properties: itemPropertiesOf(instance, now),
  };
}

/** The properties alone, as lists of rows have them. */
export function itemPropertiesOf(
  instance: InstanceSeed,
  now: number,
): ProtectedItemWire['properties'] {
  const { machineId } = instance;
  const isClassic = /\/Microsoft\.ClassicCompute\//i.test(machineId);
  return {
    protectedItemType: isClassic
      ? 'Microsoft.ClassicCompute/virtualMachines'
      : 'Microsoft.Compute/virtualMachines',
    backupManagementType: itemFields.backupManagementType(),
    workloadType: itemFields.workloadType(),
    friendlyName: itemFields.friendlyName(instance),
    virtualMachineId: machineId,
    sourceResourceId: machineId,
    containerName: itemFields.containerName(instance),
    policyId: itemFields.policyId(instance),
    policyName: itemFields.policyName(instance),
    policyType: 'V1',
    protectionState: itemFields.protectionState(instance),
    protectionStatus: itemFields.protectionStatus(instance),
    healthStatus: itemFields.healthStatus(instance),
    healthDetails: isHealthy(instance) ? wellDetails : unwellDetails,
    kpisHealths: {},
    lastBackupStatus: itemFields.lastBackupStatus(instance),
    lastBackupTime: itemFields.lastBackupTime(instance),
    lastRecoveryPoint: itemFields.lastRecoveryPoint(instance),
    protectedItemDataId: '70370165037834',
    extendedProperties: { linuxVmApplicationName: '' },
    vaultId: itemFields.vaultId(instance),
    isArchiveEnabled: false,
    softDeleteRetentionPeriod: instance.softDeleted?.days ?? 0,
    ...deletionOf(instance, now),
  };
}

/** What tells of a deletion; the moment is that of the deletion, not of its end (live §6, R). */
function deletionOf({ softDeleted }: InstanceSeed, now: number): object {
  if (softDeleted === undefined) return {};
  const { at, days } = softDeleted;
  return {
    isScheduledForDeferredDelete: true,
    deferredDeleteTimeInUTC: at,
    deferredDeleteTimeRemaining: spanText(isoMs(at) + days * DAY_MS - now),
    isDeferredDeleteScheduleUpcoming: false,
  };
}

const DAY_MS = 86_400_000;

/** `13.23:59:42.8650000`: days, then hours, minutes and seconds. */
function spanText(ms: number): string {
  const left = Math.max(0, ms);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const [hours, minutes, seconds] = [
    (left / 3_600_000) % 24,
    (left / 60_000) % 60,
    (left / 1000) % 60,
  ];
  const fraction = String(left % 1000).padStart(3, '0');
  return `${Math.floor(left / DAY_MS)}.${two(hours)}:${two(minutes)}:${two(seconds)}.${fraction}0000`;
}

const filterKeys = [
  'backupmanagementtype',
  'itemtype',
  'healthstate',
  'policyname',
  'containername',
  'friendlyname',
  'fabricname',
  'backupenginename',
  'backupsetname',
];

function fits(filter: Filter, item: ProtectedItemWire): boolean {
  const { properties } = item;
  const pairs: readonly [string, string | null | undefined][] = [
    ['backupManagementType', properties.backupManagementType],
    ['itemType', properties.workloadType],
    ['healthState', properties.healthStatus],
    ['policyName', properties.policyName],
    ['containerName', properties.containerName],
    ['friendlyName', properties.friendlyName],
    ['fabricName', 'Azure'],
    ['backupEngineName', ''],
    ['backupSetName', ''],
  ];
  return pairs.every(([key, value]) => wants(filter, key, value ?? ''));
}

export const protectedItemRoutes: readonly Route[] = [
  route.get(
    'protectedItems.list',
    `${vaultPath}/backupProtectedItems`,
    onVault((call, vault) => {
      if (isSecondary(call) && !hasSecondary(vault)) return notCrossRegion();
      return withFilter(call, filterKeys, (filter) => {
        // Needed in practice: without it the service refuses (I).
        if (filter.get('backupmanagementtype')?.toLowerCase() !== 'azureiaasvm') {
          return invalidInput('The filter needs a known backupManagementType.');
        }
        const here = instancesIn(call.state, vault.id);
        const seen = isSecondary(call)
          ? here.flatMap((instance) => replicaOf(call.state, instance, call.now) ?? [])
          : here;
        return list(
          seen.map((one) => itemWireOf(one, call.now)).filter((item) => fits(filter, item)),
        );
      });
    }),
  ),
  route.get(
    'protectedItems.get',
    itemPath,
    onItemRead((call, instance) => {
      const item = itemWireOf(instance, call.now);
      const extendedInfo = {
        oldestRecoveryPoint: instance.points.at(-1)?.time ?? null,
        recoveryPointCount: instance.points.length,
        policyInconsistent: false,
      };
      return ok({ ...item, properties: { ...item.properties, extendedInfo } });
    }),
  ),
];
