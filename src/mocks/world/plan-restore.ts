import { nameOf } from '#src/model/resource-id.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { Ending, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import { guidFrom, hexFrom } from '#src/mocks/world/ids.ts';
import { seedMs, usText } from '#src/mocks/world/us-text.ts';
import type { InstanceSeed, MachineSeed, PointSeed } from '#src/mocks/world/seed.ts';

type RestoreProperties = RestoreRequestWire['properties'];
type RecoveryType = RestoreProperties['recoveryType'];

/** What `properties.containerName` holds: the container without its first part (azure-contract §3). */
export function containerNameOf(itemId: string): string {
  const segment = /\/protectionContainers\/([^/]+)/i.exec(itemId)?.[1] ?? '';
  return segment.slice(segment.indexOf(';') + 1);
}

/** The staging account: by its key, or in the identity form in the other place (azure-contract §5). */
export const stagingIdOf = (body: RestoreProperties): string =>
  body.storageAccountId || body.identityBasedRestoreDetails?.targetStorageAccountId || '';

/** The id under which support finds a job. */
export const activityIdOf = (jobId: string): string => guidFrom(`activity:${jobId}`);

const gibibyte = 1024 ** 3;
/** GiB of all disks of a machine. */
export const sizeOf = ({ disks }: MachineSeed): number =>
  disks.reduce((total, { sizeGiB }) => total + sizeGiB, 0);

/**
 * The sub-tasks of a restore with their simulated seconds. Both names of a new VM are recorded (R);
 * the others, and every duration, are guesses (G), as is from where on none is cancelled.
 * `testVM` (64 GiB on two disks) takes 9 minutes.
 */
export function restoreTasks(machine: MachineSeed, recoveryType: RecoveryType): TaskPlan[] {
  const size = sizeOf(machine);
  const transfer = { id: 'Transfer data from vault', seconds: 30 + 6 * size };
  const disks = 36 + 30 * machine.disks.length;
  switch (recoveryType) {
    case 'RestoreDisks':
      return [
        transfer,
        { id: 'Create restored disks', seconds: disks, endsCancelling: true },
        { id: 'Write template to storage account', seconds: 30 },
      ];
    case 'AlternateLocation':
      return [
        { ...transfer, bytes: size * gibibyte },
        { id: 'Create the restored virtual machine', seconds: disks + 90, endsCancelling: true },
      ];
    case 'OriginalLocation':
      return [
        { id: 'Take Snapshot', seconds: 120 },
        transfer,
        { id: 'Replace disks', seconds: disks + 60, endsCancelling: true },
      ];
  }
}

/** Whether a restore brings its point back from the archive first. */
export const isRehydrating = ({ objectType }: RestoreProperties): boolean =>
  objectType === 'IaasVMRestoreWithRehydrationRequest';

/** Simulated seconds until a point is back from the archive: an hour, or fifteen (G). */
export const rehydrationSeconds = ({ recoveryPointRehydrationInfo }: RestoreProperties): number =>
  recoveryPointRehydrationInfo?.rehydrationPriority === 'High' ? 3600 : 15 * 3600;

/** The sub-task that comes first then; its name is a guess (G). */
const rehydrationTasks = (body: RestoreProperties): TaskPlan[] =>
  isRehydrating(body)
    ? [{ id: 'Rehydrate recovery point', seconds: rehydrationSeconds(body) }]
    : [];

/** `Job Type`: the first two are known (D, R); the text for a replace is a guess (G). */
const jobType: Record<RecoveryType, string> = {
  RestoreDisks: 'Recover disks',
  AlternateLocation: 'Recover VM to an alternate location',
  OriginalLocation: 'Recover VM disks in place',
};

export interface RestoreOrder {
  readonly instance: InstanceSeed;
  readonly machine: MachineSeed;
  readonly point: PointSeed;
  readonly body: RestoreProperties;
  readonly jobId: string;
  readonly atMs: number;
  readonly ending: Ending;
}

/** The plan of the job that a restore request starts. */
export function planRestore(order: RestoreOrder): JobPlan {
  const { instance, machine, body, jobId } = order;
  return {
    jobId,
    vaultId: instance.vaultId,
    itemId: instance.id,
    machineId: machine.id,
    friendlyName: instance.friendlyName,
    containerName: containerNameOf(instance.id),
    operation: 'Restore',
    isClassic: machine.deployment === 'classic',
    startedAtMs: order.atMs,
    activityId: activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: true,
    tasks: [...rehydrationTasks(body), ...restoreTasks(machine, body.recoveryType)],
    ending: order.ending,
    bag: bagOf(order),
    bagAfterSuccess: body.recoveryType === 'RestoreDisks' ? bagOfTemplate(order) : {},
    internalBag: { restoreLocationType: body.recoveryType },
  };
}

function bagOf({ instance, point, body }: RestoreOrder): Record<string, string> {
  const network = body.virtualNetworkId ?? null;
  const group = body.targetResourceGroupId ?? null;
  return {
    'Job Type': jobType[body.recoveryType],
    'Original VM Name': instance.friendlyName,
    ...(body.recoveryType === 'AlternateLocation'
      ? { 'Target VM Name': nameOf(body.targetVirtualMachineId ?? '') }
      : {}),
    ...(network === null
      ? {}
      : { 'Target VNet Name': `Group ${groupOf(network)} ${nameOf(network)}` }),
    'Target Storage Account Name': nameOf(stagingIdOf(body)),
    // The trailing blank and the US date without a zone are Azure's (R, D).
    'Recovery point time ': usText(seedMs(point.time)),
    ...(group === null ? {} : { 'Target resource group': nameOf(group) }),
  };
}

const groupOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';

function bagOfTemplate({ instance, body, jobId }: RestoreOrder): Record<string, string> {
  const container = `${instance.friendlyName.toLowerCase()}-${hexFrom(`container:${jobId}`, 32)}`;
  const account = nameOf(stagingIdOf(body)).toLowerCase();
  const root = `https://${account}.blob.core.windows.net/${container}`;
  const config = `config-${instance.friendlyName}-${jobId}.json`;
  return {
    'Config Blob Container Name': container,
    'Config Blob Name': config,
    'Config Blob Uri': `${root}/${config}`,
    'Template Blob Uri': `${root}/azuredeploy${jobId}.json`,
  };
}
