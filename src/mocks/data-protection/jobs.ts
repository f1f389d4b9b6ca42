import type { DiskJobWire } from '#src/api/data-protection/jobs.ts';
import { policyOf } from '#src/mocks/data-protection/instances.ts';
import { backupVaultPath, notThere, withBackupVault } from '#src/mocks/data-protection/vaults.ts';
import { withinJobReads } from '#src/mocks/job-reads.ts';
import { type Call, list, ok, param, type Route, route, rowsOf } from '#src/mocks/service.ts';
import { isReported, type JobPlan, timelineAt } from '#src/mocks/time/plan.ts';
import { clockText, sevenDecimals } from '#src/mocks/time/text.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

export const diskJobId = ({ vaultId, jobId }: JobPlan): string => `${vaultId}/backupJobs/${jobId}`;

/** Whole of a job, or as lists have it: without `extendedInfo`. */
interface Reading {
  readonly state: State;
  readonly now: number;
  readonly isDetailed: boolean;
}

/** A disk's job reports no percent and no bytes, and can't be canceled (azure-contract §11). */
export function diskJobProperties(plan: JobPlan, reading: Reading): DiskJobWire['properties'] {
  const { state, now } = reading;
  const { endedAtMs, status } = timelineAt(plan, null, now);
  const instance = byId(state.seed.diskInstances ?? [], plan.itemId);
  return {
    activityID: plan.activityId,
    subscriptionId: plan.vaultId.split('/')[2] ?? '',
    backupInstanceId: plan.itemId,
    policyId: instance === undefined ? null : policyOf(instance),
    policyName: 'DiskDaily',
    dataSourceId: plan.machineId,
    dataSourceName: plan.friendlyName,
    dataSourceSetName: null,
    dataSourceLocation: instance?.location ?? null,
    dataSourceType: 'Microsoft.Compute/disks',
    vaultName: nameOf(plan.vaultId),
    backupInstanceFriendlyName: plan.friendlyName,
    sourceResourceGroup: nameOf(groupOf(plan.machineId)),
    sourceSubscriptionID: plan.machineId.split('/')[2] ?? '',
    sourceDataStoreName: 'OperationalStore',
    destinationDataStoreName: null,
    operationCategory: 'Restore',
    operation: 'Restore',
    restoreType: null,
    status,
    isUserTriggered: plan.isUserTriggered,
    startTime: sevenDecimals(plan.startedAtMs),
    endTime: endedAtMs === null ? null : sevenDecimals(endedAtMs),
    duration: clockText((endedAtMs ?? now) - plan.startedAtMs),
    progressEnabled: false,
    progressUrl: null,
    rehydrationPriority: null,
    supportedActions: [''],
    errorDetails: status === 'Failed' ? errorsOf(plan) : null,
    etag: null,
    extendedInfo: reading.isDetailed ? extendedOf(plan, now) : null,
  };
}

function errorsOf({ ending }: JobPlan) {
  if (ending.kind !== 'failed') return null;
  const { title, text, recommendations } = ending.error;
  return [{ code: title, message: text, recommendedAction: [...recommendations] }];
}

function extendedOf(plan: JobPlan, now: number) {
  const { tasks } = timelineAt(plan, null, now);
  return {
    subTasks: tasks.map(({ task, status }, index) => ({
      taskId: index + 1,
      taskName: task.id,
      taskStatus: status,
      taskProgress: null,
      additionalDetails: null,
    })),
    sourceRecoverPoint: {
      recoveryPointID: plan.disk?.pointName ?? null,
      recoveryPointTime: plan.disk?.pointTime ?? null,
    },
    targetRecoverPoint: null,
    recoveryDestination: plan.disk?.targetId ?? null,
    backupInstanceState: null,
    // One r too few, as the wire has it (azure-contract §13, 19).
    dataTransferedInBytes: null,
    additionalDetails: null,
    warningDetails: null,
  };
}

const diskJobWire = (plan: JobPlan, reading: Reading): DiskJobWire => ({
  id: diskJobId(plan),
  name: plan.jobId,
  type: 'Microsoft.DataProtection/Backupvaults/backupJobs',
  properties: diskJobProperties(plan, reading),
});

/** The jobs of a Backup vault, the newest first. */
const jobsOf = ({ state, now }: Pick<Call, 'state' | 'now'>, vaultId: string): readonly JobPlan[] =>
  state.diskJobs
    .filter((plan) => sameId(plan.vaultId, vaultId) && isReported(plan, now))
    .toReversed();

const path = `${backupVaultPath}/backupJobs`;
export const diskJobRoutes: readonly Route[] = [
  route.get(
    'diskJobs.list',
    path,
    withinJobReads((call) =>
      withBackupVault(call, ({ id }) =>
        list(rowsOf(jobsOf(call, id), (plan) => diskJobWire(plan, { ...call, isDetailed: false }))),
      ),
    ),
  ),
  route.get(
    'diskJobs.get',
    `${path}/{job}`,
    withinJobReads((call) =>
      withBackupVault(call, ({ id }) => {
        const name = param(call, 'job');
        const plan = jobsOf(call, id).find(({ jobId }) => sameId(jobId, name));
        return plan === undefined
          ? notThere(call, 'backupVaults/backupJobs', name)
          : ok(diskJobWire(plan, { ...call, isDetailed: true }));
      }),
    ),
  ),
];
