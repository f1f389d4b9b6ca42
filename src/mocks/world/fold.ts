import { type Fault, faultIn } from '#src/mocks/faults/fault.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import {
  type Leaving,
  leavingOf,
  type Powering,
  poweringOf,
  type Protection,
  type Writing,
  writingOf,
} from '#src/mocks/world/changes.ts';
import { cancelled, type Deployment } from '#src/mocks/world/deployed.ts';
import type {
  OperationEnding,
  RestoreAccepted,
  StoredEvent,
  WorldEvent,
} from '#src/mocks/world/events.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import type { Made } from '#src/mocks/world/made-things.ts';
import { type Mounting, mountsAfter, mountsOf } from '#src/mocks/world/mounts.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import { planSeedDiskJobs, planSeedJob, type Tiering } from '#src/mocks/world/plan-seed-job.ts';
import type { GroupSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import { sameId } from '#src/model/resource-id.ts';

const isSame = (a: Parameters<typeof groupId>[0], b: Parameters<typeof groupId>[0]): boolean =>
  sameId(groupId(a), groupId(b));

/** Groups with one more; one that was deleted may be made again. */
const withGroup = (groups: readonly GroupSeed[], group: GroupSeed): GroupSeed[] => [
  ...groups.filter((one) => !isSame(one, group)),
  group,
];

/** Groups of which one has these tags and no others. */
function withTags(
  groups: readonly GroupSeed[],
  { tags, ...group }: Required<Pick<GroupSeed, 'subscriptionId' | 'name' | 'tags'>>,
): GroupSeed[] {
  return groups.map((one) => (isSame(one, group) ? { ...one, tags } : one));
}

/** A restore that was accepted, as its operation is reported. */
export interface AcceptedRestore {
  readonly operationId: string;
  readonly jobId: string;
  readonly itemId: string;
  readonly vaultId: string;
  readonly startedAt: number;
  readonly endsAt: number;
  /** Missing: it succeeds. */
  readonly ending?: OperationEnding;
  /** Of a restore that runs in another region than the vault's own. */
  readonly secondaryRegion?: string;
}

/** What is reported of a restore, from the event of its acceptance. */
function restoreOf(event: RestoreAccepted): AcceptedRestore {
  const { operationId, plan, at, operationMs, operationEnding: ending } = event;
  const { itemId, vaultId, secondaryRegion } = plan;
  return {
    operationId,
    jobId: event.namesJobId ?? event.jobId,
    itemId,
    vaultId,
    startedAt: at,
    endsAt: at + operationMs,
    ...(ending === undefined ? {} : { ending }),
    ...(secondaryRegion === undefined ? {} : { secondaryRegion }),
  };
}

type EventOf<Type extends WorldEvent['type']> = Extract<WorldEvent, { readonly type: Type }>;

/** When something happened, and after what else of the same moment. */
export interface Moment {
  readonly atMs: number;
  readonly seq: number;
}

/** Which shape job progress has: document 000's, or that of recordings (azure-contract §8). */
export type JobProfile = 'documented' | 'recorded';

/** How reads of jobs are counted: a bucket of 250 that fills again, or so many in a fixed hour. */
export type JobReadLimit = 'bucket 250' | 'hour 150' | 'hour 450';

/** Start of a world: its seed and what a scenario adds to it. */
export interface Origin {
  readonly seed: WorldSeed;
  readonly faults: readonly Fault[];
  readonly profile: JobProfile;
  /** Resource Graph refuses questions over its quota; otherwise it only counts them. */
  readonly isQuotaStrict?: boolean;
  /** How reads of jobs are counted; left out: as Azure does today. */
  readonly jobReadLimit?: JobReadLimit;
  /** How many reads of jobs a minute others take from each counter; left out: none. */
  readonly otherReaders?: number;
  /** Rows in a page of a list, at the most. */
  readonly pageSize?: number;
  /** How far Resource Graph is behind what happens, in simulated seconds. */
  readonly graphLagSeconds?: number;
  /** What will be deleted, this long after the world's start. */
  readonly removals?: readonly { readonly id: string; readonly afterSeconds: number }[];
}

/** An accepted request that makes no job, as its operation is reported. */
export type Operation = Omit<EventOf<'operation-accepted'>, 'type' | 'at' | 'operationMs'> & {
  readonly startedAt: number;
  readonly endsAt: number;
};

type Cancellation = Pick<EventOf<'job-cancelled'>, 'at' | 'jobId' | 'operationId'>;

/** A requested change of a vault, as its operation is reported; it applies from `endsAt` on. */
export type VaultChange = Pick<EventOf<'vault-changed'>, 'operationId' | 'vaultId' | 'change'> & {
  readonly endsAt: number;
};

/** What a vault was configured to be, from a moment on. */
export type Configuration = Pick<EventOf<'vault-configured'>, 'vaultId' | 'change'> & Moment;

/** A restore with what it makes. */
export interface Making {
  readonly plan: JobPlan;
  readonly made: Made;
}

/** A deletion, or that one is undone; those that the scenario had planned have no place in the order of events. */
export interface Removal extends Moment {
  readonly id: string;
}

/** When something came into the world that was not there at its start. */
export type Creation = Removal;

/** A role that a person gave. */
export type GivenRole = RoleAssignmentSeed &
  Required<Pick<RoleAssignmentSeed, 'given'>> & { readonly seq: number };

export interface State {
  readonly seed: WorldSeed;
  readonly profile: JobProfile;
  readonly isQuotaStrict: boolean;
  readonly jobReadLimit: JobReadLimit;
  readonly pageSize: number;
  readonly graphLagMs: number;
  /** Sequence number of the last event in it. */
  readonly seq: number;
  readonly groups: readonly GroupSeed[];
  readonly creations: readonly Creation[];
  readonly restores: readonly AcceptedRestore[];
  readonly operations: readonly Operation[];
  /** Ids of machines that restores under way will make: their names are taken. */
  readonly reserved: readonly string[];
  readonly jobs: readonly JobPlan[];
  /** Jobs in secondary regions, which have a plane of their own. */
  readonly secondaryJobs: readonly JobPlan[];
  /** Jobs of Backup vaults, which have a list of their own. */
  readonly diskJobs: readonly JobPlan[];
  readonly makings: readonly Making[];
  readonly removals: readonly Removal[];
  readonly cancellations: readonly Cancellation[];
  /** Roles that were given, also those that were taken again. */
  readonly grants: readonly GivenRole[];
  readonly vaultChanges: readonly VaultChange[];
  readonly configurations: readonly Configuration[];
  readonly protections: readonly Protection[];
  /** Disks whose deletion was undone. */
  readonly undeletions: readonly Removal[];
  readonly tierings: readonly Tiering[];
  readonly powerings: readonly Powering[];
  readonly writings: readonly Writing[];
  /** Disks that were detached, or that a removed machine left. */
  readonly leavings: readonly Leaving[];
  readonly deployments: readonly Deployment[];
  /** Sessions of file recovery, also those that are over. */
  readonly mounts: readonly Mounting[];
  /** What services that are not Azure's have accepted, in its order. */
  readonly serviceEvents: readonly ServiceEvent[];
  readonly faults: readonly ActiveFault[];
}

type ServiceEvent = EventOf<'service-event'>;

export interface ActiveFault {
  readonly fault: Fault;
  readonly used: number;
}

/** How many rows the services really give in a page is not verified (G). */
const PAGE_SIZE = 100;

export const USUAL_LIMIT: JobReadLimit = 'bucket 250';

/** The world before its first event. */
export function initialState(origin: Origin): State {
  const { seed, faults, profile, isQuotaStrict = false, removals = [] } = origin;
  const planned = seed.jobs.map((job) => planSeedJob(seed, job));
  const disks = planSeedDiskJobs(seed);
  return {
    seed,
    profile,
    isQuotaStrict,
    jobReadLimit: origin.jobReadLimit ?? USUAL_LIMIT,
    pageSize: origin.pageSize ?? PAGE_SIZE,
    graphLagMs: (origin.graphLagSeconds ?? 0) * 1000,
    seq: 0,
    groups: seed.groups,
    creations: [],
    restores: [],
    operations: [],
    reserved: [],
    jobs: planned.map(({ plan }) => plan),
    secondaryJobs: [],
    diskJobs: disks.map(({ plan }) => plan),
    makings: planned
      .flatMap(({ plan, made }) => (made === null ? [] : [{ plan, made }]))
      .concat(disks),
    removals: removals.map(({ id, afterSeconds }) => ({
      id,
      atMs: seedMs(seed.startsAt) + afterSeconds * 1000,
      seq: 0,
    })),
    cancellations: [],
    grants: [],
    vaultChanges: [],
    configurations: [],
    protections: [],
    undeletions: [],
    tierings: planned.flatMap(({ transfer }) => (transfer === null ? [] : [transfer])),
    powerings: [],
    writings: [],
    leavings: [],
    deployments: [],
    mounts: mountsOf(seed.fileRecovery ?? {}, seed.startsAt),
    serviceEvents: [],
    faults: faults.map((fault) => ({ fault, used: 0 })),
  };
}

/**
 * The world after more events: `fold(fold(state, a), b)` equals `fold(state, [...a, ...b])`.
 * Events that the state already holds change nothing.
 */
export function fold(state: State, events: readonly StoredEvent[]): State {
  return events.reduce(applied, state);
}

/** The world after an event that takes its place in the order from another: that of its deployment. */
export function withEventAt(state: State, { seq, event }: StoredEvent): State {
  return { ...state, ...changes(state, event, seq) };
}

function applied(state: State, { seq, event }: StoredEvent): State {
  return seq <= state.seq ? state : { ...state, ...changes(state, event, seq), seq };
}

function changes(state: State, event: WorldEvent, seq: number): Partial<State> {
  switch (event.type) {
    case 'restore-accepted':
      return {
        ...(event.operationEnding === undefined && event.isUndone !== true
          ? jobOf(state, event)
          : {}),
        restores: [...state.restores, restoreOf(event)],
      };
    case 'role-granted': {
      const { holder, role, scope, name, at: atMs } = event;
      return { grants: [...state.grants, { holder, role, scope, given: { name, atMs }, seq }] };
    }
    case 'protection-configured': {
      const { plan, instance } = event;
      const protections = [...state.protections, { plan, instance, seq }];
      return { jobs: [...state.jobs, plan], protections };
    }
    case 'disk-undeleted': {
      const undeletion = { id: event.instanceId, atMs: event.at, seq };
      return { undeletions: [...state.undeletions, undeletion] };
    }
    case 'backup-started':
      return { jobs: [...state.jobs, event.plan] };
    case 'operation-accepted': {
      const { type: _type, at, operationMs, ...told } = event;
      const operation = { ...told, startedAt: at, endsAt: at + operationMs };
      return { operations: [...state.operations, operation] };
    }
    case 'job-cancelled':
      return { cancellations: [...state.cancellations, event] };
    case 'group-created': {
      const { type: _type, at, ...group } = event;
      return {
        groups: withGroup(state.groups, group),
        creations: [...state.creations, { id: groupId(group), atMs: at, seq }],
      };
    }
    case 'group-tagged':
      return { groups: withTags(state.groups, event) };
    case 'vault-changed': {
      const { operationId, vaultId, change, at, operationMs } = event;
      const vaultChange = { operationId, vaultId, change, endsAt: at + operationMs };
      return { vaultChanges: [...state.vaultChanges, vaultChange] };
    }
    case 'point-tiered':
      return { tierings: [...state.tierings, event] };
    case 'point-mounted':
      return { mounts: mountsAfter(state.mounts, event) };
    case 'vault-configured': {
      const { vaultId, change, at: atMs } = event;
      return { configurations: [...state.configurations, { vaultId, change, atMs, seq }] };
    }
    case 'machine-powered':
      return { powerings: [...state.powerings, poweringOf(event, seq)] };
    case 'resource-removed':
      return {
        removals: [...state.removals, { id: event.id, atMs: event.at, seq }],
        leavings: [...state.leavings, ...leavingOf(event, seq)],
      };
    case 'resource-written':
      return {
        writings: [...state.writings, writingOf(event, seq)],
        leavings: [...state.leavings, ...leavingOf(event, seq)],
      };
    case 'deployment-accepted': {
      const deployment = { plan: event.plan, atMs: event.at, seq, cancelledAtMs: null };
      return { deployments: [...state.deployments, deployment] };
    }
    case 'deployment-cancelled':
      return { deployments: cancelled(state.deployments, event.deploymentId, event.at) };
    case 'service-event':
      return { serviceEvents: [...state.serviceEvents, event] };
    case 'fault-added': {
      const fault = faultIn(event.fault);
      return fault === null ? {} : { faults: [...state.faults, { fault, used: 0 }] };
    }
    case 'fault-used':
      return {
        faults: state.faults.map((active) =>
          active.fault.id === event.faultId ? { ...active, used: active.used + 1 } : active,
        ),
      };
    case 'fault-removed':
      return { faults: state.faults.filter(({ fault }) => fault.id !== event.faultId) };
  }
}

/** The job that comes of a restore, and what it will make. */
function jobOf(state: State, event: RestoreAccepted): Partial<State> {
  const { plan, makes } = event;
  return {
    ...listed(state, plan),
    makings: [...state.makings, ...(makes === undefined ? [] : [{ plan, made: makes }])],
  };
}

/** Adds a job to the list it belongs to. */
function listed({ jobs, secondaryJobs, diskJobs }: State, plan: JobPlan): Partial<State> {
  if (plan.disk !== undefined) return { diskJobs: [...diskJobs, plan] };
  return plan.secondaryRegion === undefined
    ? { jobs: [...jobs, plan] }
    : { secondaryJobs: [...secondaryJobs, plan] };
}
