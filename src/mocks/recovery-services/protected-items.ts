import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/items.ts';
import { failure, invalidInput, notTaken } from '#src/mocks/errors.ts';
import { type Filter, wants, withFilter } from '#src/mocks/filter.ts';
import { parseJson } from '#src/mocks/json.ts';
import { cancelledAtOf } from '#src/mocks/recovery-services/jobs.ts';
import { acceptedOn, withJob } from '#src/mocks/recovery-services/operation-report.ts';
import {
  hasSecondary,
  isSecondary,
  itemPath,
  locationPath,
  notCrossRegion,
  onItem,
  onItemRead,
  onVault,
  replicaOf,
  vaultPath,
} from '#src/mocks/recovery-services/paths.ts';
import {
  type Answer,
  type Call,
  list,
  ok,
  param,
  route,
  type Route,
  rowsOf,
} from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { timelineAt } from '#src/mocks/time/plan.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import {
  type BackupPolicy,
  findMachine,
  findVault,
  instancesIn,
  instancesNamed,
  jobsIn,
  policiesOf,
} from '#src/mocks/world/lookup.ts';
import { containerNameOf } from '#src/mocks/world/plan-restore.ts';
import { planBackup } from '#src/mocks/world/plan-seed-job.ts';
import type { InstanceSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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

const itemFilterKeys = [
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

function fitsItem(filter: Filter, item: ProtectedItemWire): boolean {
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

/** When all policies start, in the policy's own time zone (G). */
const POLICY_TIME = '2025-01-01T22:00:00Z';

const retentionOf = (days: number) => ({
  retentionTimes: [POLICY_TIME],
  retentionDuration: { count: days, durationType: 'Days' },
});

/** A policy as the official sample BackupPolicies_List has it (S); what each keeps is ours (G). */
const policyWireOf = ({ id, name, kind, count }: BackupPolicy) => ({
  id,
  name,
  type: 'Microsoft.RecoveryServices/vaults/backupPolicies',
  properties:
    kind === 'AzureIaasVM'
      ? { ...machinePolicy(name), protectedItemsCount: count }
      : {
          backupManagementType: kind,
          workLoadType: 'SQLDataBase',
          subProtectionPolicy: [],
          protectedItemsCount: count,
        },
});

function machinePolicy(name: string) {
  const isEnhanced = /enhanced/i.test(name);
  return {
    backupManagementType: 'AzureIaasVM',
    policyType: isEnhanced ? 'V2' : 'V1',
    instantRPDetails: {},
    instantRpRetentionRangeInDays: isEnhanced ? 7 : 2,
    schedulePolicy: isEnhanced
      ? {
          schedulePolicyType: 'SimpleSchedulePolicyV2',
          scheduleRunFrequency: 'Daily',
          dailySchedule: { scheduleRunTimes: [POLICY_TIME] },
        }
      : {
          schedulePolicyType: 'SimpleSchedulePolicy',
          scheduleRunFrequency: 'Daily',
          scheduleRunTimes: [POLICY_TIME],
          scheduleWeeklyFrequency: 0,
        },
    retentionPolicy: {
      retentionPolicyType: 'LongTermRetentionPolicy',
      dailySchedule: retentionOf(30),
    },
    timeZone: 'UTC',
  };
}

const policyFilterKeys = ['backupmanagementtype', 'workloadtype'];

/** The body of `POST {L}/backupStatus` (azure-contract §3; 2024-04-01). */
const backupStatusRequestWire = z.looseObject({
  resourceType: z.literal('VM'),
  resourceId: z.string(),
});

export type BackupStatusRequestWire = z.infer<typeof backupStatusRequestWire>;

/** Its answer: which vault protects a machine, and as what. */
export const backupStatusWire = z.looseObject({
  /** `Protected`, `NotProtected`, `ProtectionFailed`, … */
  protectionStatus: maybe(z.string()),
  vaultId: maybe(z.string()),
  fabricName: maybe(z.string()),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
});

export type BackupStatusWire = z.infer<typeof backupStatusWire>;

/** The body of `POST {PI}/backup` (2024-04-01). */
const backupRequestWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMBackupRequest'),
    recoveryPointExpiryTimeInUTC: maybe(z.string()),
  }),
});

export type BackupRequestWire = z.infer<typeof backupRequestWire>;

/** Whether a machine is protected, and backing it up now (azure-contract §3 and §8). */

const partOf = (id: string, kind: string): string =>
  new RegExp(`/${kind}/([^/]+)`, 'i').exec(id)?.[1] ?? '';

/** `POST {L}/backupStatus`: of vaults of that region; another region does not know the machine (G). */
function backupStatus(call: Call): Answer {
  const body = backupStatusRequestWire.safeParse(parseJson(call.request.body)).data;
  if (body === undefined) return notTaken('a question for the protection of a machine');
  const instance = instancesNamed(call.state, nameOf(body.resourceId)).find(
    ({ machineId, vaultId }) =>
      sameId(machineId, body.resourceId) &&
      sameRegion(findVault(call.state, vaultId)?.location, param(call, 'region')),
  );
  if (instance === undefined) {
    return ok({ protectionStatus: 'NotProtected' } satisfies BackupStatusWire);
  }
  const { id, policyName, vaultId } = instance;
  return ok({
    protectionStatus: 'Protected',
    vaultId,
    fabricName: 'Azure',
    containerName: partOf(id, 'protectionContainers'),
    protectedItemName: partOf(id, 'protectedItems'),
    policyName,
    errorCode: 'Success',
    errorMessage: '',
  } satisfies BackupStatusWire);
}

/** Codes of both refusals are guesses (G). No new point comes of it: the world makes none. */
function backUp(call: Call, instance: InstanceSeed): Answer {
  const { state, now } = call;
  if (!backupRequestWire.safeParse(parseJson(call.request.body)).success) {
    return notTaken('a request for a backup');
  }
  const machine = findMachine(state, instance.machineId);
  if (machine?.exists !== true || instance.protectionState === 'ProtectionStopped') {
    return invalidInput('The virtual machine is not there, or its protection was stopped.');
  }
  const isBusy = jobsIn(state, instance.vaultId).some(
    (plan) =>
      plan.operation === 'Backup' &&
      sameId(plan.itemId, instance.id) &&
      plan.startedAtMs <= now &&
      timelineAt(plan, cancelledAtOf(state, plan.jobId), now).endedAtMs === null,
  );
  if (isBusy) return failure(409, 'Conflict', 'A backup of this virtual machine is running.');
  const jobId = guidFrom(`${state.seed.name}:backup:${state.operations.length}:${now}`);
  const ending = { kind: 'completed' } as const;
  const plan = planBackup({ instance, machine, jobId, atMs: now, ending });
  return acceptedOn(call, instance, {
    operationMs: 60_000,
    properties: withJob(jobId),
    events: () => [{ type: 'backup-started', at: now, plan: { ...plan, isUserTriggered: true } }],
  });
}

export const protectedItemRoutes: readonly Route[] = [
  route.get(
    'protectedItems.list',
    `${vaultPath}/backupProtectedItems`,
    onVault((call, vault) => {
      if (isSecondary(call) && !hasSecondary(vault)) return notCrossRegion();
      return withFilter(call, itemFilterKeys, (filter) => {
        // Needed in practice: without it the service refuses (I).
        if (filter.get('backupmanagementtype')?.toLowerCase() !== 'azureiaasvm') {
          return invalidInput('The filter needs a known backupManagementType.');
        }
        const here = instancesIn(call.state, vault.id);
        const seen = isSecondary(call)
          ? here.flatMap((instance) => replicaOf(call.state, instance, call.now) ?? [])
          : here;
        return list(
          seen.map((one) => itemWireOf(one, call.now)).filter((item) => fitsItem(filter, item)),
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
  route.get(
    'policies.list',
    `${vaultPath}/backupPolicies`,
    onVault((call, vault) =>
      withFilter(call, policyFilterKeys, (filter) => {
        const wanted = policiesOf(call.state, vault).filter(({ kind }) =>
          wants(filter, 'backupManagementType', kind),
        );
        return list(rowsOf(wanted, policyWireOf));
      }),
    ),
  ),
  route.post('protectedItems.status', `${locationPath}/backupStatus`, backupStatus),
  route.post('protectedItems.backup', `${itemPath}/backup`, onItem(backUp)),
];
