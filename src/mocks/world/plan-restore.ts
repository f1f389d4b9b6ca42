import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import type { Ending, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import { guidFrom, hexFrom } from '#src/mocks/world/ids.ts';
import type {
  DiskInstanceSeed,
  DiskPointSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
} from '#src/mocks/world/seed.ts';
import { seedMs, usText } from '#src/mocks/time/text.ts';
import { nameOf } from '#src/model/resource-id.ts';

type RestoreProperties = RestoreRequestWire['properties'];
type RecoveryType = RestoreProperties['recoveryType'];

/** What `properties.containerName` holds: the container without its first part (azure-contract §3). */
export function containerNameOf(itemId: string): string {
  const segment = /\/protectionContainers\/([^/]+)/i.exec(itemId)?.[1] ?? '';
  return segment.slice(segment.indexOf(';') + 1);
}

/** The staging storage account: by its key, or in the identity form in the other place (azure-contract §5). */
export const stagingIdOf = (body: RestoreProperties): string =>
  body.storageAccountId || body.identityBasedRestoreDetails?.targetStorageAccountId || '';

/** The id under which support finds a job that no request of a client has started. */
export const activityIdOf = (jobId: string): string => guidFrom(`activity:${jobId}`);

const gibibyte = 1024 ** 3;
/** GiB of all disks of a machine. */
export const sizeOf = ({ disks }: MachineSeed): number =>
  disks.reduce((total, { sizeGiB }) => total + sizeGiB, 0);

/**
 * The subtasks of a restore with their simulated seconds, all named as recorded (azure-contract §8,
 * aftercare §1.1, R): disks and template belong to the transfer, and no safety snapshot is listed.
 * Every duration is a guess (G), as is from where on none is canceled. `testVM` (64 GiB on two
 * disks) takes 9 minutes.
 */
export function restoreTasks(machine: MachineSeed, recoveryType: RecoveryType): TaskPlan[] {
  const size = sizeOf(machine);
  const transfer = {
    id: 'Transfer data from vault',
    seconds: 30 + 6 * size,
    bytes: size * gibibyte,
  };
  const disks = 36 + 30 * machine.disks.length;
  switch (recoveryType) {
    case 'RestoreDisks':
      return [{ ...transfer, seconds: transfer.seconds + disks + 30 }];
    case 'AlternateLocation':
      return [
        transfer,
        { id: 'Create the restored virtual machine', seconds: disks + 90, endsCancel: true },
      ];
    case 'OriginalLocation':
      return [
        { ...transfer, seconds: transfer.seconds + 120 },
        { id: 'Update the virtual machine', seconds: disks + 60, endsCancel: true },
      ];
  }
}

/** Whether a restore brings its point back from the archive first. */
export const isRehydrating = ({ objectType }: RestoreProperties): boolean =>
  objectType === 'IaasVMRestoreWithRehydrationRequest';

/** Simulated seconds until a point is back from the archive: an hour, or fifteen (G). */
export const rehydrationSeconds = ({ recoveryPointRehydrationInfo }: RestoreProperties): number =>
  recoveryPointRehydrationInfo?.rehydrationPriority === 'High' ? 3600 : 15 * 3600;

/** The subtask that comes first then; its name is a guess (G). */
const rehydrationTasks = (body: RestoreProperties): TaskPlan[] =>
  isRehydrating(body)
    ? [{ id: 'Rehydrate recovery point', seconds: rehydrationSeconds(body) }]
    : [];

/** `Job Type`, as recorded (azure-contract §8, aftercare §1.1, R). */
const jobType: Record<RecoveryType, string> = {
  RestoreDisks: 'Recover disks',
  AlternateLocation: 'Recover VM to an alternate location',
  OriginalLocation: 'Replace disks',
};

export interface RestoreOrder {
  readonly instance: InstanceSeed;
  readonly machine: MachineSeed;
  readonly point: PointSeed;
  readonly body: RestoreProperties;
  readonly jobId: string;
  /** The id that the client has sent with the request, which the job has from then on (R). */
  readonly clientRequestId?: string | null;
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
    activityId: order.clientRequestId || activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: true,
    tasks: [...rehydrationTasks(body), ...restoreTasks(machine, body.recoveryType)],
    ending: order.ending,
    bag: bagOf(order),
    bagAfterSuccess: body.recoveryType === 'RestoreDisks' ? bagOfTemplate(order) : {},
    internalBag: { restoreLocationType: body.recoveryType },
  };
}

function bagOf({ instance, machine, point, body }: RestoreOrder): Record<string, string> {
  const network = body.virtualNetworkId ?? null;
  // A restore of disks alone reports it where managed ones go to it (aftercare §1.2, R).
  const isOfBlobs =
    body.recoveryType === 'RestoreDisks' &&
    !machine.isManaged &&
    body.restoreWithManagedDisks !== true;
  const group = isOfBlobs ? null : (body.targetResourceGroupId ?? null);
  return {
    'Job Type': jobType[body.recoveryType],
    ...namesOf(instance.friendlyName, body),
    ...(network === null
      ? {}
      : { 'Target VNet Name': `Group ${groupNameOf(network)} ${nameOf(network)}` }),
    'Target Storage Account Name': nameOf(stagingIdOf(body)),
    ...(body.recoveryType === 'OriginalLocation' ? subscriptionsOf(machine.id) : {}),
    // The trailing blank and the US date without a zone are Azure's (R, D).
    'Recovery point time ': usText(seedMs(point.time)),
    ...(group === null ? {} : { 'Target resource group': nameOf(group) }),
  };
}

/** A replacement names its own machine as the target; disks alone have none (aftercare §1.1 and §1.2, R). */
function namesOf(source: string, body: RestoreProperties): Record<string, string> {
  switch (body.recoveryType) {
    case 'AlternateLocation':
      return {
        'Original VM Name': source,
        'Target VM Name': nameOf(body.targetVirtualMachineId ?? ''),
      };
    case 'OriginalLocation':
      return { 'Target VM Name': source };
    case 'RestoreDisks':
      return {};
  }
}

/** A recorded replacement names both (aftercare §1.1, R). */
function subscriptionsOf(machineId: string): Record<string, string> {
  const subscription = parseResourceId(machineId)?.subscriptionId ?? '';
  return { 'Target Subscription ID': subscription, 'VM Subscription ID': subscription };
}

const groupNameOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';

function bagOfTemplate({ instance, body, jobId }: RestoreOrder): Record<string, string> {
  // Without its hyphens, as recorded (aftercare §1.2, R).
  const name = instance.friendlyName.toLowerCase().replaceAll('-', '');
  const container = `${name}-${hexFrom(`container:${jobId}`, 32)}`;
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

interface ProtectionOrder {
  readonly instance: InstanceSeed;
  readonly jobId: string;
  readonly atMs: number;
  readonly ms: number;
  readonly operation: 'ConfigureBackup' | 'DisableBackup' | 'Undelete';
}

/**
 * The job that starts or stops to protect a machine, or undeletes its backup: its bag names machine and policy
 * (aftercare §2.2, R; that of an undeletion G).
 */
export function planProtection(order: ProtectionOrder): JobPlan {
  const { instance, jobId, atMs, ms, operation } = order;
  const { id, vaultId, machineId, friendlyName, policyName } = instance;
  return {
    jobId,
    vaultId,
    itemId: id,
    machineId,
    friendlyName,
    containerName: containerNameOf(id),
    operation,
    isClassic: false,
    startedAtMs: atMs,
    activityId: activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: false,
    // It isn’t reported; it gives the job its duration.
    tasks: [{ id: 'Configure backup', seconds: ms / 1000 }],
    ending: { kind: 'completed' },
    bag: { 'VM Name': friendlyName, 'Policy Name': policyName },
    bagAfterSuccess: {},
    internalBag: {},
  };
}

/** What a job takes, in simulated seconds (G). */
const JOB_SECONDS = 300;

export interface DiskJobOrder {
  readonly instance: DiskInstanceSeed;
  readonly point: DiskPointSeed;
  readonly targetId: string;
  readonly jobId: string;
  /** The id that the client has sent with the request, which the job has from then on (R). */
  readonly clientRequestId?: string | null;
  readonly atMs: number;
  readonly ending: Ending;
}

/** The plan of a restore of a disk (azure-contract §11: one subtask, no percent, no cancel). */
export function planDiskJob(order: DiskJobOrder): JobPlan {
  const { instance, point, targetId, jobId, atMs, ending } = order;
  return {
    jobId,
    vaultId: instance.vaultId,
    itemId: instance.id,
    machineId: instance.sourceId,
    friendlyName: nameOf(instance.sourceId),
    containerName: '',
    operation: 'Restore',
    disk: { targetId, pointName: point.name, pointTime: point.time },
    isClassic: false,
    startedAtMs: atMs,
    activityId: order.clientRequestId || activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: false,
    tasks: [{ id: 'Trigger Restore', seconds: JOB_SECONDS }],
    ending,
    bag: {},
    bagAfterSuccess: {},
    internalBag: {},
  };
}
