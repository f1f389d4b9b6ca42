import type { Fault } from '#src/mocks/faults/fault.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { Made } from '#src/mocks/world/made-things.ts';
import type { RoleName } from '#src/mocks/world/place-seed.ts';
import type {
  InstanceSeed,
  LackingScripts,
  LooseDiskSeed,
  MachineSeed,
  PartSeed,
  TierSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';

/** What a deployment of a template does, decided when it is accepted. */

/** Why a resource of a template is not created, as Azure answers it. */
export interface DeploymentError {
  readonly code: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** The same as a step's status message has it; `status` only where the resource itself ended badly. */
export interface StepFailure {
  readonly status?: 'Failed';
  readonly error: DeploymentError;
}

/** One resource of a template; `Event` is what its creation is to the world. */
export interface DeploymentStep<Event> {
  readonly operationId: string;
  readonly resourceId: string;
  /** Simulated epoch milliseconds. */
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** The name of an HTTP status, such as `Created`. */
  readonly statusCode: string;
  /** Missing: the step failed. */
  readonly made?: Event;
  readonly failure?: StepFailure;
}

/** A deployment as it was accepted. */
export interface DeploymentPlan<Event> {
  readonly deploymentId: string;
  /** The id of its operation status: 20 digits (aftercare §1.6, R). */
  readonly operationId: string;
  readonly correlationId: string;
  /** Only resources that depend on no failed one have a step. */
  readonly steps: readonly DeploymentStep<Event>[];
  /** When its last step has ended and the deployment with it. */
  readonly endsAtMs: number;
  /** What every answer says of it: parameters, mode, hash, providers, dependencies. */
  readonly echo: Readonly<Record<string, unknown>>;
}

/** Where an operation is followed: each kind has addresses of its own. */
export type OperationKind =
  | 'item'
  | 'validation'
  | 'tieringCost'
  | 'jobsExport'
  | 'disk'
  | 'compute'
  | 'network'
  | 'sql'
  /** A vault looks for new machines. */
  | 'discovery'
  | 'deployment';

/** An operation that ends without having done its work (azure-contract §7, S). */
export interface OperationEnding {
  readonly status: 'Failed' | 'Canceled';
  readonly error?: {
    readonly code: string;
    readonly message: string;
    /** What else Data Protection tells (azure-contract §12, UserFacingError). */
    readonly [more: string]: unknown;
  };
}

/**
 * What was done to a world. Events are only ever added; everything the simulator knows beyond its
 * seed follows from them. `at` is simulated epoch milliseconds.
 */
export type WorldEvent = { readonly at: number } & (
  | {
      readonly type: 'restore-accepted';
      readonly operationId: string;
      readonly jobId: string;
      /** Milliseconds until the operation (not the job) is over. */
      readonly operationMs: number;
      readonly clientRequestId: string | null;
      readonly requestId: string;
      readonly apiVersion: string;
      readonly path: string;
      readonly body: unknown;
      readonly plan: JobPlan;
      /** What it makes when its job is done. */
      readonly makes?: Made;
      /** Missing: it succeeds. Otherwise there never is a job, and nothing is made. */
      readonly operationEnding?: OperationEnding;
      /** The job that its operation names, where that isn't its own. */
      readonly namesJobId?: string;
      /** The operation is there and nothing else: neither a job nor what it would make. */
      readonly isUndone?: boolean;
      /** Asked for by another person, at the same vault. */
      readonly byAnotherUser?: boolean;
    }
  /** A request that is not done at once and makes no job. */
  | {
      readonly type: 'operation-accepted';
      readonly operationId: string;
      /** Milliseconds until the operation is over. */
      readonly operationMs: number;
      readonly kind: OperationKind;
      /** The vault or the backup instance under which it is followed. */
      readonly scopeId: string;
      /** What its status says when it is over. */
      readonly properties?: Readonly<Record<string, unknown>>;
      /** What its result answers then; missing: no content. */
      readonly result?: object;
      /** Missing: it succeeds. */
      readonly ending?: OperationEnding;
    }
  /** An identity is given a role in a scope; it is taken again as any resource is removed. */
  | {
      readonly type: 'role-granted';
      readonly name: string;
      /** Id of the vault or of the user-assigned identity. */
      readonly holder: string;
      readonly role: RoleName;
      readonly scope: string;
    }
  /**
   * A vault starts or stops to protect a machine, goes on with another policy, or undeletes its backup: when the job has
   * succeeded.
   */
  | {
      readonly type: 'protection-configured';
      readonly plan: JobPlan;
      /** The item as it will be, where the vault has none of its id by then. */
      readonly instance: InstanceSeed;
    }
  /** The deletion of a disk's backup is undone: its backups stay stopped. */
  | { readonly type: 'disk-undeleted'; readonly instanceId: string }
  /** A person lets a machine be backed up. */
  | { readonly type: 'backup-started'; readonly plan: JobPlan }
  | {
      readonly type: 'job-cancelled';
      readonly jobId: string;
      readonly operationId: string;
    }
  | {
      readonly type: 'group-created';
      readonly subscriptionId: string;
      readonly name: string;
      readonly location: string;
      readonly tags?: Readonly<Record<string, string>>;
    }
  /** A group that is there is put once more: these are all the tags that it has then. */
  | {
      readonly type: 'group-tagged';
      readonly subscriptionId: string;
      readonly name: string;
      readonly tags: Readonly<Record<string, string>>;
    }
  /** A requested change of a vault, which applies later. */
  | {
      readonly type: 'vault-changed';
      readonly vaultId: string;
      readonly change: Partial<VaultSeed>;
      readonly operationId: string;
      /** Milliseconds until the vault obeys. */
      readonly operationMs: number;
    }
  /** A point comes into other tiers, for good or for a while. */
  | {
      readonly type: 'point-tiered';
      readonly itemId: string;
      readonly pointName: string;
      readonly tiers: readonly TierSeed[];
      readonly fromMs: number;
      /** Missing: for good. */
      readonly untilMs?: number;
    }
  /** The files of a point are made readable for a machine, or no longer. */
  | {
      readonly type: 'point-mounted';
      readonly pointId: string;
      readonly isMounted: boolean;
      /** Milliseconds until they are; missing, as in events of older versions: at once. */
      readonly ms?: number;
      /** The operation that reports its scripts. */
      readonly operationId?: string;
      /** The session before it ends. */
      readonly isRenewal?: boolean;
      /** How long the session lasts from `at` on; missing: as documented. */
      readonly lastsMs?: number;
      /** What its scripts lack, as a fault wants it. */
      readonly lacks?: LackingScripts;
    }
  /** A vault's configuration is changed, and holds at once. */
  | {
      readonly type: 'vault-configured';
      readonly vaultId: string;
      readonly change: Partial<VaultSeed>;
    }
  /** A machine is shut down and its cores given back, or it is started. */
  | {
      readonly type: 'machine-powered';
      readonly machineId: string;
      readonly isStopped: boolean;
      /** Milliseconds until it is; missing: at once. */
      readonly ms?: number;
    }
  /** A resource with all that lies in it, or a recovery point, is deleted. */
  | {
      readonly type: 'resource-removed';
      readonly id: string;
      /** Disks of it that stay. */
      readonly leaves?: readonly LooseDiskSeed[];
    }
  /** Resources are written: they are there at once, and complete when the write is over. */
  | {
      readonly type: 'resource-written';
      /** The resource that the request named. */
      readonly id: string;
      /** Milliseconds until the write is over. */
      readonly ms: number;
      readonly isNew: boolean;
      readonly machine?: MachineSeed;
      /** The part that was written, and parts that it leaves behind as they were. */
      readonly parts?: readonly PartSeed[];
      /** Disks that are attached to nothing from then on. */
      readonly leaves?: readonly LooseDiskSeed[];
      /** The write ends badly: the resource stays, and its state says so. */
      readonly hasFailed?: boolean;
    }
  /** A template is deployed; its steps are done as their time comes. */
  | { readonly type: 'deployment-accepted'; readonly plan: DeploymentPlan<WorldEvent> }
  /** Steps that have not started by then are never done. */
  | { readonly type: 'deployment-cancelled'; readonly deploymentId: string }
  /** What a service that is not Azure's has accepted; only that service reads it. */
  | {
      readonly type: 'service-event';
      /** Its origin. */
      readonly service: string;
      readonly event: unknown;
    }
  | { readonly type: 'fault-added'; readonly fault: Fault }
  | { readonly type: 'fault-used'; readonly faultId: string }
  | { readonly type: 'fault-removed'; readonly faultId: string }
);

/** The acceptance of a restore. */
export type RestoreAccepted = Extract<WorldEvent, { readonly type: 'restore-accepted' }>;

/** An event with its place in the one order that all tabs share. */
export interface StoredEvent {
  readonly seq: number;
  readonly event: WorldEvent;
}
