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
import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import type { JobWire } from '#src/api/recovery-services/jobs/wire.ts';
import type { ProtectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import type { RecoveryPointWire } from '#src/api/recovery-services/recovery-points/wire.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { VaultPatchWire, VaultWire } from '#src/api/recovery-services/vaults/wire.ts';

/**
 * Our wire types held against the models of Azure's own SDK; `tsc` runs it, nothing imports it. Each
 * shape twice: what they answer is of our type (what we send: ours of theirs), and each key that we
 * name is one of theirs, so that none is misspelt. Differences are spelled out with their reasons.
 */

/** An answer as JSON has it: the SDK makes dates of times. */
type Json<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? Json<One>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

/** Keys with a name: our objects let any other key pass. */
type Named<T> = keyof { [Key in keyof T as string extends Key ? never : Key]: T[Key] } & string;

/** A body as we send it: named keys alone, and what is not known is left out, not null. */
type Sent<T> = T extends readonly (infer One)[]
  ? Sent<One>[]
  : T extends object
    ? { [Key in Named<T>]: Sent<Exclude<T[Key], null>> }
    : T;

/** All keys of a shape, those inside with the way to them: `properties.zones`. */
type Keys<T> = T extends Date
  ? never
  : T extends readonly (infer One)[]
    ? Keys<One>
    : T extends object
      ? { [Key in Named<T>]: Key | `${Key}.${Keys<NonNullable<T[Key]>>}` }[Named<T>]
      : never;

/** An answer of Azure always says what the model, made for requests too, leaves open. */
type Answered<Model, Sure extends keyof Model> = Json<
  Omit<Model, Sure> & Required<Pick<Model, Sure>>
>;

/** The model with the properties of one kind out of the SDK's union. */
type Of<Model, Properties> = Omit<Model, 'properties'> & { properties: Properties };

/** Theirs is of our type, or with the two exchanged ours of theirs. */
type Fits<Ours, Theirs extends Ours> = [Ours, Theirs];
/** The keys of ours that theirs has not, those left out that are known to be ours alone. */
type Strange<Ours, Theirs, Known extends Keys<Ours> = never> = Exclude<
  Keys<Ours>,
  Keys<Theirs> | Known
>;
type None<Found extends never> = Found;

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
/** A sub-task without a name could not be shown; theirs may lack it. */
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

export type Checks = [
  Fits<VaultWire, Answered<Vault, 'id' | 'name' | 'type'>>,
  None<Strange<VaultWire, Vault>>,
  Fits<PatchVault, Sent<VaultPatchWire>>,
  None<Strange<VaultPatchWire, PatchVault>>,

  Fits<ProtectedItemWire, Answered<Item, 'id' | 'name'>>,
  None<Strange<ProtectedItemWire, Item>>,

  Fits<RecoveryPointWire, Answered<Point, 'id' | 'name'>>,
  None<Strange<RecoveryPointWire, Point>>,

  Fits<Request, OurRequest>,
  // Official samples have the guard's requests in a restore; the SDK's model of it has not.
  None<Strange<RestoreRequestWire, LargerRequest, 'properties.resourceGuardOperationRequests'>>,

  Fits<JobWire, Answered<Job, 'id' | 'name'>>,
  None<Strange<JobWire, Job>>,

  Fits<OperationStatusWire, Json<Operation>>,
  // Our errors are ARM's, everywhere; the SDK's model of this one stops at code and message.
  None<
    Strange<
      OperationStatusWire,
      Operation,
      'error.target' | 'error.details' | 'error.details.code' | 'error.details.message'
    >
  >,
];
