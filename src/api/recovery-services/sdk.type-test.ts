import type { PatchVault, Vault } from '@azure/arm-recoveryservices';
import type {
  AzureIaaSComputeVMProtectedItem,
  AzureIaaSVMJob,
  IaasVMRecoveryPoint,
  IaasVMRestoreRequest,
  IaasVMRestoreWithRehydrationRequest,
  JobResource,
  OperationStatus,
  OperationStatusJobExtendedInfo,
  ProtectedItemResource,
  RecoveryPointResource,
  RestoreRequestResource,
} from '@azure/arm-recoveryservicesbackup';
import type {
  Answered,
  Fits,
  Json,
  Keys,
  None,
  Of,
  Sent,
  Strange,
  Unnamed,
} from '#src/api/recovery-services/sdk-shapes.type-test.ts';
import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import type { JobWire } from '#src/api/recovery-services/jobs.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/items.ts';
import type { RecoveryPointWire } from '#src/api/recovery-services/points.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import type { VaultPatchWire, VaultWire } from '#src/api/recovery-services/vaults.ts';

/**
 * Our wire types held against the models of Azure's own SDK; `tsc` runs it, nothing imports it. Each
 * shape twice: what they answer is of our type (what we send: ours of theirs), and each key that we
 * name is one of theirs, so that none is misspelt. Differences are spelled out with their reasons.
 */

type Item = Of<ProtectedItemResource, AzureIaaSComputeVMProtectedItem>;
type Point = Of<RecoveryPointResource, IaasVMRecoveryPoint>;
/** One of two kinds; the larger may ask for an archived point to be brought back. */
type Request = Of<
  RestoreRequestResource,
  IaasVMRestoreRequest | IaasVMRestoreWithRehydrationRequest
>;
type LargerRequest = Of<RestoreRequestResource, IaasVMRestoreWithRehydrationRequest>;
/**
 * But for one value: theirs knows three options of network access by name; our wire describes shape
 * alone, because the simulated Azure judges names itself.
 */
type OurRequest = Of<
  Sent<RestoreRequestWire>,
  Omit<Sent<RestoreRequestWire>['properties'], 'targetDiskNetworkAccessSettings'>
>;
/** A subtask needs a name to be shown; theirs may lack it. */
type Job = Of<
  JobResource,
  Omit<AzureIaaSVMJob, 'extendedInfo'> & {
    extendedInfo?: Omit<NonNullable<AzureIaaSVMJob['extendedInfo']>, 'tasksList'> & {
      tasksList?: (Task & Required<Pick<Task, 'taskId'>>)[];
    };
  }
>;
type Task = NonNullable<NonNullable<AzureIaaSVMJob['extendedInfo']>['tasksList']>[number];
/** Their poller hides it, their models have it: the status that names the job. */
type Operation = Of<OperationStatus, OperationStatusJobExtendedInfo>;

/** What an answer wraps its properties in; of requests it means nothing. */
type Envelope = 'location' | 'tags' | 'eTag';

export type Checks = [
  Fits<VaultWire, Answered<Vault, 'id' | 'name' | 'type'>>,
  None<Strange<VaultWire, Vault>>,
  // Not read; protection is read from `vaultconfig`, which says the same and can be changed.
  None<
    Unnamed<
      VaultWire['properties'],
      Vault['properties'],
      | 'backupStorageVersion'
      | 'bcdrSecurityLevel'
      | 'costManagementSettings'
      | 'encryption'
      | 'monitoringSettings'
      | 'moveState'
      | 'privateEndpointConnections'
      | 'privateEndpointStateForBackup'
      | 'privateEndpointStateForSiteRecovery'
      | 'publicNetworkAccess'
      | 'regionOfChoiceSettings'
      | 'resourceGuardOperationRequests'
      | 'secureScore'
      | 'securitySettings'
      | 'upgradeDetails'
    >
  >,
  Fits<PatchVault, Sent<VaultPatchWire>>,
  None<Strange<VaultPatchWire, PatchVault>>,

  Fits<ProtectedItemWire, Answered<Item, 'id' | 'name'>>,
  // Recordings have the retention under another name than the specification, which is read, too.
  None<Strange<ProtectedItemWire, Item, 'properties.softDeleteRetentionPeriod'>>,
  // Not read: they decide nothing in a restore.
  None<
    Unnamed<
      ProtectedItemWire['properties'],
      Item['properties'],
      | 'backupSetName'
      | 'createMode'
      | 'extendedProperties'
      | 'healthDetails'
      | 'isArchiveEnabled'
      | 'isDeferredDeleteScheduleUpcoming'
      | 'isRehydrate'
      | 'kpisHealths'
      | 'policyId'
      | 'protectedItemDataId'
      | 'resourceGuardOperationRequests'
      | 'vaultId'
    >
  >,

  Fits<RecoveryPointWire, Answered<Point, 'id' | 'name'>>,
  None<Strange<RecoveryPointWire, Point>>,
  // Not read: keys are for who rebuilds a machine by hand, the rest decides nothing in a restore.
  None<
    Unnamed<
      RecoveryPointWire['properties'],
      Point['properties'],
      | 'extendedLocation'
      | 'recoveryPointAdditionalInfo'
      | 'recoveryPointMoveReadinessInfo'
      | 'securityType'
    >
  >,
  // Where a tier's copy says until when it is there after rehydration: the product reads no dates of it.
  None<Unnamed<Tier<RecoveryPointWire>, Tier<Point>, 'extendedInfo'>>,
  None<Unnamed<Disks<RecoveryPointWire>, Disks<Point>>>,

  Fits<Request, OurRequest>,
  // Official samples have the guard's requests in a restore; the SDK's model of it has not.
  None<Strange<RestoreRequestWire, LargerRequest, 'properties.resourceGuardOperationRequests'>>,
  // Every field of a restore, those inside too.
  None<Exclude<Keys<LargerRequest>, Keys<RestoreRequestWire> | 'id' | 'name' | 'type' | Envelope>>,

  Fits<JobWire, Answered<Job, 'id' | 'name'>>,
  None<Strange<JobWire, Job>>,
  // Not read: it says Compute or ClassicCompute, which the item says as well.
  None<Unnamed<JobWire['properties'], Job['properties'], 'virtualMachineVersion'>>,
  None<Unnamed<Details<JobWire>, Details<Job>>>,
  // Not read: no recording has it.
  None<Unnamed<Step<JobWire>, Step<Job>, 'instanceId'>>,
  None<Unnamed<Trouble<JobWire>, Trouble<Job>>>,

  Fits<OperationStatusWire, Json<Operation>>,
  // Our errors are ARM's, everywhere; the SDK's model of this one stops at code and message.
  None<
    Strange<
      OperationStatusWire,
      Operation,
      'error.target' | 'error.details' | 'error.details.code' | 'error.details.message'
    >
  >,
  None<Unnamed<OperationStatusWire, Operation>>,
];

/** One of a list, inside the properties. */
type One<List> = NonNullable<List> extends readonly (infer Each)[] ? Each : never;
type Tier<P extends Pointed> = One<P['properties']['recoveryPointTierDetails']>;
type Disks<P extends Pointed> = P['properties']['recoveryPointDiskConfiguration'];
type Details<J extends Jobbed> = J['properties']['extendedInfo'];
type Step<J extends Jobbed> = One<NonNullable<Details<J>>['tasksList']>;
type Trouble<J extends Jobbed> = One<J['properties']['errorDetails']>;
type Pointed = {
  readonly properties: {
    readonly recoveryPointTierDetails?: unknown;
    readonly recoveryPointDiskConfiguration?: unknown;
  };
};
type Jobbed = {
  readonly properties: {
    readonly errorDetails?: unknown;
    readonly extendedInfo?: { readonly tasksList?: unknown } | null | undefined;
  };
};
