import * as z from 'zod/mini';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { proveStreams, sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { textOrId } from '#src/api/commvault/answers.ts';
import { commvaultJobId } from '#src/api/commvault/home.ts';
import {
  type CommvaultSearch,
  findCommvaultRestores,
  isJobKnown,
  recentCommvaultRestores,
} from '#src/api/commvault/job-lists.ts';
import { commServeSession, placedJob } from '#src/api/commvault/session.ts';
import { listMachinesNamed } from '#src/api/compute/machines.ts';
import {
  acceptedRestoreQuery,
  type AcceptedRestoreQuery,
  lookedFor,
  type LostSearchQuery,
  requestStreamsQuery,
  unfollowedQuery,
} from '#src/api/queries/restores.ts';
import { findRestored } from '#src/api/queries/restored.ts';
import { now } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/** POST of `/CreateTask` (commvault.md §2.3; R, C). A task without jobs is a schedule. */
const createdWire = z.object({ jobIds: maybe(z.array(textOrId)) });

/** Where Commvault puts a disk of a restored VM. */
export interface TargetDisk {
  /** As the backup names it. */
  readonly name: string;
  readonly newName: string;
  readonly storageAccount: string;
  /** As `Premium_LRS`. */
  readonly type: string;
}

/** A NIC of a restored VM. */
export interface TargetNic {
  readonly networkName: string;
  /** Resource ID. */
  readonly subnetId: string;
}

/** How the disks of a restored VM are encrypted, where that is chosen. */
type TargetEncryption =
  | { readonly kind: 'keyVault'; readonly keyVaultId: string }
  | {
      readonly kind: 'encryptionSet';
      /** `EncryptionAtRestWithCustomerKey` or its kin. */
      readonly type: string;
      readonly encryptionSetId: string;
    };

/** What the restored VM is. In place it is the source's, but for the staging storage account. */
export interface CommvaultTarget {
  readonly name: string;
  readonly resourceGroup: string;
  readonly region: string;
  /** Name of the staging storage account: the one field that Commvault requires. */
  readonly storageAccount: string;
  /** Empty: Commvault selects one. */
  readonly vmSize: string;
  /** Null: as the source's. */
  readonly zone: string | null;
  /** Resource ID; null: as the source's. */
  readonly securityGroupId: string | null;
  readonly disks: readonly TargetDisk[];
  readonly nics: readonly TargetNic[];
  readonly createsPublicIp: boolean;
  readonly isManaged: boolean;
  readonly encryption: TargetEncryption | null;
  readonly restoresTags: boolean;
}

/** A restore as it was confirmed. */
export interface CommvaultRestore {
  readonly vm: { readonly guid: string; readonly name: string };
  /** The number of its VM group. */
  readonly subclientId: string;
  readonly commCellId: number;
  /** Up to when backups count; null: the newest one. */
  readonly upTo: Instant | null;
  readonly isInPlace: boolean;
  readonly hypervisor: { readonly id: string; readonly name: string; readonly instanceId: string };
  /** Null: Commvault selects one. */
  readonly accessNode: { readonly id: string; readonly name: string } | null;
  readonly target: CommvaultTarget;
  readonly powersOn: boolean;
  readonly overwrites: boolean;
  readonly notifies: boolean;
}

/** Commvault's number for virtual servers (commvault.md §2.3, R). */
const VIRTUAL_SERVER = 106;

/** The newest backup is found only up to a moment that lies after the server's own clock (R). */
const AHEAD_S = 60 * 60;

/**
 * The request of a restore, as Command Center was seen to send it for Azure (commvault.md §2.3, R), with our
 * description (C). `esxHost` is the resource group, `Datastore` the storage account and `datacenter` the region.
 * That a backup is found by the end of its job is assumed (A).
 */
export function toCreateTaskBody(restore: CommvaultRestore, description: string, at: Instant) {
  const { vm, upTo, isInPlace, hypervisor, accessNode } = restore;
  const toTime = upTo === null ? Math.floor(at / 1000) + AHEAD_S : Math.ceil(upTo / 1000);
  const clientId = Number(hypervisor.id);
  // The access node is the SDK's way (C); the recorded request names the hypervisor (R).
  const client = accessNode ?? hypervisor;
  return {
    taskInfo: {
      task: {
        taskFlags: { disabled: false },
        policyType: 'DATA_PROTECTION',
        taskType: 'IMMEDIATE',
        initiatedFrom: 'GUI',
      },
      associations: [
        {
          subclientId: Number(restore.subclientId),
          client: {},
          applicationId: VIRTUAL_SERVER,
          _type_: 'CLIENT_ENTITY',
        },
      ],
      subTasks: [
        {
          subTask: { subTaskName: '', subTaskType: 'RESTORE', operationType: 'RESTORE' },
          options: {
            restoreOptions: {
              browseOption: {
                commCellId: restore.commCellId,
                timeRange: { fromTime: 0, toTime },
                noImage: false,
                useExactIndex: false,
                mediaOption: { copyPrecedence: { copyPrecedence: 0 } },
                listMedia: false,
                toTime,
                fromTime: 0,
                showDeletedItems: false,
              },
              destination: {
                destClient: { clientId: Number(client.id), clientName: client.name },
                inPlace: isInPlace,
                isLegalHold: false,
              },
              restoreACLsType: 'ACL_DATA',
              volumeRstOption: {
                volumeLeveRestore: false,
                volumeLevelRestoreType: 'VIRTUAL_MACHINE',
                destinationVendor: 'AZURE_V2',
              },
              virtualServerRstOption: {
                diskLevelVMRestoreOption: {
                  powerOnVmAfterRestore: restore.powersOn,
                  // In place the existing VM is deleted first, which needs this (C).
                  passUnconditionalOverride: isInPlace || restore.overwrites,
                  diskOption: 'Auto',
                  ...(isInPlace && { dataStore: {} }),
                  advancedRestoreOptions: [toVm(restore)],
                  transportMode: 'Auto',
                  useVcloudCredentials: true,
                  restoreToDefaultHost: false,
                  generateNewGuid: false,
                  reuseExistingVMClient: false,
                },
                isDiskBrowse: true,
                viewType: 'DEFAULT',
                vCenterInstance: {
                  instanceId: Number(hypervisor.instanceId),
                  applicationId: VIRTUAL_SERVER,
                  clientId,
                },
                securityScanOptions: { runSecurityScan: false },
              },
              fileOption: { sourceItem: [`\\${vm.guid}`] },
              commonOptions: {
                overwriteFiles: false,
                detectRegularExpression: true,
                unconditionalOverwrite: false,
                stripLevelType: 'PRESERVE_LEVEL',
                preserveLevel: 1,
                stripLevel: 0,
                restoreACLs: true,
                isFromBrowseBackup: true,
                clusterDBBackedup: false,
              },
            },
            adminOpts: { updateOption: { invokeLevel: 'NONE' } },
            commonOpts: {
              notifyUserOnJobCompletion: restore.notifies,
              jobDescription: description,
            },
          },
        },
      ],
    },
  };
}

function toVm({ vm, isInPlace, target }: CommvaultRestore) {
  return {
    guid: vm.guid,
    name: vm.name,
    newName: isInPlace ? vm.name : target.name,
    esxHost: target.resourceGroup,
    Datastore: target.storageAccount,
    vmSize: target.vmSize,
    datacenter: target.region,
    availabilityZones: target.zone ?? '',
    createPublicIP: target.createsPublicIp,
    restoreAsManagedVM: target.isManaged,
    disks: target.disks.map(({ name, newName, storageAccount, type }) => ({
      name,
      newName,
      Datastore: storageAccount,
      type,
    })),
    nics: target.nics.map(({ networkName, subnetId }) => ({ networkName, subnetId })),
    // An empty one is the source's (R); the name of the field of another one is assumed (A).
    securityGroups: [target.securityGroupId === null ? {} : { groupId: target.securityGroupId }],
    ...encryptionOf(target.encryption),
    extensionRestorePolicy: 'RESTORE',
    restoreVMTags: target.restoresTags,
    addToFailoverCluster: false,
  };
}

/** One or the other. The names inside `encryptionOption` are those of V4, assumed to hold here (A). */
function encryptionOf(encryption: CommvaultRestore['target']['encryption']) {
  const isSet = encryption?.kind === 'encryptionSet';
  return {
    encryptionOption: isSet
      ? {
          diskEncryptionSetTypeId: encryption.type,
          diskEncryptionSetId: encryption.encryptionSetId,
        }
      : {},
    keyvaultId: encryption?.kind === 'keyVault' ? encryption.keyVaultId : '',
  };
}

/**
 * Sends the one request of a restore: POST of `/CreateTask`. Nothing repeats it, not even after a renewal of the
 * tokens.
 * @returns the number of its job; null: the answer names none, so whether one was started is unknown.
 * @throws ArmError `refused` with a status of 4xx where nothing was started; whatever else it throws, but
 * `notSent`, leaves that unknown.
 */
export async function createTask(
  serve: ArmPipelines,
  body: ReturnType<typeof toCreateTaskBody>,
): Promise<string | null> {
  const request = { method: 'POST', url: '/CreateTask', body, starts: true } as const;
  const { jobIds } = await sendFor(serve, createdWire, request);
  return jobIds?.find((id) => id !== null && /^\d+$/.test(id)) ?? null;
}

const accepted = z.object({ jobId: z.string() });

/** What a draft stores of an accepted request. */
type AcceptedCommvault = z.infer<typeof accepted>;

/** The restores that a CommServe has now: before a press, to tell its job from them. */
export const restoresNow = (host: string, signal: AbortSignal): Promise<readonly Job[]> =>
  recentCommvaultRestores(commServeSession(host).serve, host, signal);

/** Finds out how a restore can leave for a CommServe: as {@link requestStreamsQuery} for Azure. */
export const commServeStreamsQuery = (host: string) =>
  requestStreamsQuery(host, () => commServeSession(host).serve);

/** The same at the press. */
export const proveCommServe = (host: string): Promise<void> =>
  proveStreams(commServeSession(host).serve);

/**
 * Sends a restore, once, marked with a text that its job can be found by.
 * @returns its job; null: an answer came that says nothing of it. @throws ArmError as {@link createTask}.
 */
export async function startCommvaultRestore(
  host: string,
  restore: CommvaultRestore,
  mark: string,
): Promise<AcceptedCommvault | null> {
  const body = toCreateTaskBody(restore, mark, now());
  const number = await createTask(commServeSession(host).serve, body);
  return number === null ? null : { jobId: commvaultJobId(host, number) };
}

/** A job may be unknown right after its start: looks come 2, 4, 8, 16 and 32 seconds apart (C). */
const FIRST_LOOK_MS = 2000;
const LAST_LOOK_MS = 32_000;

/** Follows an accepted request, as a draft has stored it, until the CommServe knows its job, or for a minute. */
export const startedQuery = (stored: unknown): AcceptedRestoreQuery => {
  const jobId = accepted.safeParse(stored).data?.jobId;
  if (jobId === undefined) return unfollowedQuery();
  const first = { retryAfterMs: FIRST_LOOK_MS };
  return acceptedRestoreQuery(jobId, first, async ({ retryAfterMs }, signal) => {
    const { serve, place } = placedJob(jobId);
    const isKnown = retryAfterMs >= LAST_LOOK_MS || (await isJobKnown(serve, place, signal));
    return isKnown
      ? { status: 'started', jobId }
      : { status: 'running', next: { retryAfterMs: retryAfterMs * 2 } };
  });
};

/** The jobs that may be the one of a request whose answer did not arrive. */
export const findLostCommvaultRestores = (search: CommvaultSearch, signal: AbortSignal) =>
  findCommvaultRestores(commServeSession(search.host).serve, search, signal);

/** Looks for the job of a request whose answer did not arrive. */
export const lostCommvaultRestoreQuery = (search: CommvaultSearch): LostSearchQuery =>
  lookedFor(['lost commvault restore', search], search, (signal) =>
    findLostCommvaultRestores(search, signal),
  );

/** The VM that a restore makes. */
export interface MadeVm {
  readonly name: string;
  readonly group: string;
  /** Null: another browser started the restore, and no job reports it. */
  readonly subscriptionId: string | null;
  /** When the job ran; null: not reported. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** What Azure reports of it. */
export interface FoundVm {
  /** Null: neither known nor found. */
  readonly id: ResourceId | null;
  /** Null: not known, as lists of all subscriptions lag and leave out what a person can't read. */
  readonly isThere: boolean | null;
  /** Whether the job made it, by when it was created; null: not reported. */
  readonly isOfJob: boolean | null;
}

/** The VM that a job has made, as Azure has it once the job is over. */
export const madeVmQuery = (jobId: ResourceId, vm: MadeVm | null) =>
  queryOptions({
    queryKey: ['commvault made vm', jobId.toLowerCase(), vm],
    queryFn: vm === null ? skipToken : ({ signal }) => readVm(vm, signal),
  });

async function readVm(vm: MadeVm, signal: AbortSignal): Promise<FoundVm> {
  const { name, group, subscriptionId, from, to } = vm;
  if (subscriptionId === null) {
    const [id = null, ...others] = await listMachinesNamed(session(), vm, signal);
    return id === null || others.length > 0 ? NOT_FOUND : { id, isThere: true, isOfJob: null };
  }
  const target = { resourceGroup: group, machine: name, source: name, from, to };
  const place = { subscriptionId, isCertain: true };
  const { isMachineThere, isMachineOfJob } = await findRestored(session(), target, place, signal);
  const id = `${resourceGroupId(subscriptionId, group)}/providers/Microsoft.Compute/virtualMachines/${name}`;
  return { id: resourceId(id), isThere: isMachineThere, isOfJob: isMachineOfJob };
}

const NOT_FOUND: FoundVm = { id: null, isThere: null, isOfJob: null };
