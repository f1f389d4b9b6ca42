import { type JobState, type TaskState, timelineAt } from '#src/mocks/time/plan.ts';
import {
  type Powering,
  type Protected,
  withPoints,
  withPower,
  withProtections,
  withTiers,
  withWritings,
  writeStateOf,
  type WrittenByNow,
} from '#src/mocks/world/changes.ts';
import { deployedBy } from '#src/mocks/world/deployed.ts';
import { byId, changed } from '#src/mocks/world/find-thing.ts';
import {
  type Configuration,
  type Creation,
  type GivenRole,
  type Making,
  type Moment,
  type Removal,
  type State,
  type VaultChange,
  withEventAt,
} from '#src/mocks/world/fold.ts';
import { assignmentIdOf, groupId, snapshotIdOf } from '#src/mocks/world/ids.ts';
import { isNewMachine, looseDisksOf } from '#src/mocks/world/made-things.ts';
import type { Tiering } from '#src/mocks/world/plan-seed-job.ts';
import type {
  DiskBackupsSeed,
  InstanceSeed,
  LooseDiskSeed,
  MachineSeed,
  WorldSeed,
} from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What a state became last by its deployments, and how many of their steps were done by then. */
const deployedLast = new WeakMap<State, { readonly stage: string; readonly seen: State }>();

/**
 * The world with what deployments have made by `now`; the same object for as long as no other step ends,
 * and the state itself where none has.
 */
function withDeployed(state: State, now: number): State {
  const done = deployedBy(state.deployments, now);
  if (done.length === 0) return state;
  const stage = done.map(({ seq, event }) => `${seq} ${event.at}`).join('\n');
  const last = deployedLast.get(state);
  if (last?.stage === stage) return last.seen;
  const all = done.reduce(withEventAt, state);
  // A deployment's writes come when their time does, not when it was accepted.
  const writings = all.writings.toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  const seen = { ...all, writings };
  deployedLast.set(state, { stage, seen });
  return seen;
}

/** What one restore has brought into a world by a moment. */
interface Outcome {
  readonly jobId: string;
  readonly status: JobState;
  readonly machine: MachineSeed | null;
  readonly disks: readonly LooseDiskSeed[];
  readonly reserves: readonly string[];
  /** When the job ended; while it runs, when it was started. */
  readonly atMs: number;
}

/** What one restore has brought into the world by now; nothing before it starts. */
function outcomeOf(state: State, { plan, made }: Making, now: number): Outcome[] {
  if (plan.startedAtMs > now) return [];
  const cancelled = state.cancellations.find(({ jobId }) => jobId === plan.jobId)?.at ?? null;
  const { status, tasks, endedAtMs } = timelineAt(plan, cancelled, now);
  const atMs = endedAtMs ?? plan.startedAtMs;
  const nothing = { jobId: plan.jobId, status, machine: null, disks: [], reserves: [], atMs };
  const id = made.machine?.id;
  switch (status) {
    case 'InProgress':
    case 'Cancelling':
      return [{ ...nothing, reserves: id === undefined ? [] : [id] }];
    case 'Completed':
      return [{ ...nothing, ...made }];
    // A safety snapshot that failed: nothing was restored (azure-contract §8).
    case 'CompletedWithWarnings':
    case 'Cancelled':
      return [];
    case 'Failed':
      return [{ ...nothing, disks: disksLeft(state, made, tasks) }];
  }
}

/**
 * Document 000, Create a new VM: when the machine can't be created, its disks are still restored.
 */
function disksLeft(
  state: State,
  { machine }: Making['made'],
  tasks: readonly TaskState[],
): readonly LooseDiskSeed[] {
  const isNew = machine !== null && byId(state.seed.machines, machine.id) === undefined;
  const isThere = tasks.some(
    ({ task, status }) => task.id === 'Transfer data from vault' && status === 'Completed',
  );
  return isNew && isThere ? looseDisksOf(machine) : [];
}

type Presence = (id: string, since?: Moment) => boolean;

const ALWAYS: Moment = { atMs: Number.NEGATIVE_INFINITY, seq: 0 };

/** Whether a thing that is there since some moment was removed later, by itself or with its group. */
function presence(past: readonly Removal[]): Presence {
  return (id, since = ALWAYS) =>
    !past.some(
      (one) =>
        (sameId(one.id, id) || id.toLowerCase().startsWith(`${one.id.toLowerCase()}/`)) &&
        (one.atMs > since.atMs || (one.atMs === since.atMs && one.seq > since.seq)),
    );
}

/** A world with what restores have made in it. */
function withMade(seed: WorldSeed, outcomes: readonly Outcome[], isThere: Presence): WorldSeed {
  const machines = outcomes.flatMap(({ machine, atMs }) =>
    machine !== null && isThere(machine.id, { atMs, seq: 0 }) ? [machine] : [],
  );
  const disks = outcomes.flatMap((outcome) =>
    outcome.disks.filter(({ id }) => isThere(id, { atMs: outcome.atMs, seq: 0 })),
  );
  const change = (one: MachineSeed) => (isNewMachine(one, machines) ? one : null);
  return {
    ...seed,
    machines: changed(seed.machines, { change, added: latest(machines) }),
    looseDisks: [...(seed.looseDisks ?? []), ...disks],
  };
}

/** One machine whose disks were replaced twice is there once. */
function latest(machines: readonly MachineSeed[]): readonly MachineSeed[] {
  return machines.filter((one, index) => isNewMachine(one, machines.slice(index + 1)));
}

/**
 * The world as it is at `now`: what restores have made by then is in it, names that they will need
 * are reserved, and what was removed is gone. A pure function of what was done and of the clock;
 * the same object for as long as time alone has changed nothing, so that what is known of it can be
 * remembered.
 */
export function stateAt(stored: State, now: number): State {
  const state = withDeployed(stored, now);
  const last = seenLast.get(state);
  if (last?.now === now) return last.seen;
  const outcomes = state.makings.flatMap((making) => outcomeOf(state, making, now));
  const past = state.removals.filter(({ atMs }) => atMs <= now);
  const applied = state.vaultChanges.filter(({ endsAt }) => endsAt <= now);
  const configured = state.configurations.filter(({ atMs }) => atMs <= now);
  const created = state.creations.filter(({ atMs }) => atMs <= now);
  const tiered = state.tierings.filter(
    ({ fromMs, untilMs = Number.POSITIVE_INFINITY, jobId }) =>
      fromMs <= now && now < untilMs && !isCancelledBefore(state, jobId, fromMs),
  );
  const powered = state.powerings.filter(({ fromMs }) => fromMs <= now);
  const granted = state.grants.filter(({ given }) => given.atMs <= now);
  const wrote = state.writings.filter(({ atMs }) => atMs <= now);
  const secured = protectedBy(state, now);
  const undeleted = state.undeletions.filter(({ atMs }) => atMs <= now);
  const stage = [
    ...outcomes.map(({ jobId, status }) => `${jobId} ${status}`),
    ...past.map(({ id, seq }) => `${seq} ${id}`),
    ...applied.map(({ operationId }) => operationId),
    ...[...configured, ...created, ...granted, ...secured, ...undeleted].map(({ seq }) =>
      String(seq),
    ),
    ...powered.map(({ seq, atMs }) => `${seq} ${String(atMs <= now)}`),
    ...wrote.map((one) => `${one.seq} ${writeStateOf(one, now) ?? ''}`),
    ...tiered.map(({ itemId, pointName, fromMs }) => `${fromMs} ${pointName} ${itemId}`),
  ].join('\n');
  const seen =
    last?.stage === stage
      ? last.seen
      : seenAt(state, {
          outcomes,
          past,
          applied,
          configured,
          created,
          tiered,
          granted,
          powered,
          wrote,
          secured,
          undeleted,
          now,
        });
  seenLast.set(state, { now, stage, seen });
  return seen;
}

const isCancelledBefore = (
  { cancellations }: State,
  jobId: string | undefined,
  before: number,
): boolean => cancellations.some((one) => one.jobId === jobId && one.at < before);

/** What vaults protect by requests, by now. */
function protectedBy({ protections }: State, now: number): Protected[] {
  return protections.flatMap((one) => {
    const { status, endedAtMs } = timelineAt(one.plan, null, now);
    return status === 'Completed' && endedAtMs !== null ? [{ ...one, atMs: endedAtMs }] : [];
  });
}

/** What a state looked like last, and at which stage of what was done to it. */
const seenLast = new WeakMap<
  State,
  { readonly now: number; readonly stage: string; readonly seen: State }
>();

/** What has come about by a moment. */
interface Done {
  readonly outcomes: readonly Outcome[];
  readonly past: readonly Removal[];
  readonly applied: readonly VaultChange[];
  readonly configured: readonly Configuration[];
  readonly created: readonly Creation[];
  readonly tiered: readonly Tiering[];
  readonly granted: readonly GivenRole[];
  readonly powered: readonly Powering[];
  readonly wrote: WrittenByNow['writings'];
  readonly secured: readonly Protected[];
  readonly undeleted: readonly Removal[];
  readonly now: number;
}

function seenAt(state: State, done: Done): State {
  const { outcomes, past, applied, configured, created, tiered, granted, powered, wrote, now } =
    done;
  const made = outcomes.filter(({ machine, disks }) => machine !== null || disks.length > 0);
  const reserved = outcomes.flatMap(({ reserves }) => reserves);
  const isThere = presence(past);
  const begun = withTierings(
    withVaultChanges(withRoles(withUndeleted(state.seed, done.undeleted), granted, isThere), [
      ...configured,
      ...applied.map(asConfigured),
    ]),
    tiered,
  );
  const left = past.length === 0 ? begun : withoutRemoved(begun, isThere);
  const whole = made.length === 0 ? left : withMade(left, made, isThere);
  const written = withWritings(whole, {
    now,
    writings: wrote,
    leavings: state.leavings.filter(({ atMs }) => atMs <= now),
    removedIds: past.map(({ id }) => id).filter((id) => NETWORK_PART.test(id)),
    isThere,
    replacedAt: (id) => made.findLast(({ machine }) => sameId(machine?.id ?? '-', id))?.atMs,
  });
  const running = withPower(written, powered, { now, isThere });
  const seed = withProtections(running, done.secured, isThere);
  const isQuiet = past.length === 0 && created.length === state.creations.length;
  const groups = isQuiet ? state.groups : groupsAt(state, created, isThere);
  return { ...state, seed, groups, reserved };
}

/** NICs and addresses, which are derived from machines, are known to be removed by their ids. */
const NETWORK_PART = /\/Microsoft\.Network\/(networkInterfaces|publicIPAddresses)\/[^/]+$/i;

/** Groups that are there: neither removed since, nor only made at a later moment than is seen. */
function groupsAt(state: State, created: readonly Creation[], isThere: Presence) {
  const { groups, seed } = state;
  return groups.filter((group) => {
    const own = groupId(group);
    const since = created.findLast(({ id }) => sameId(id, own));
    const hasCome = since !== undefined || seed.groups.some((one) => sameId(groupId(one), own));
    return hasCome && isThere(own, since);
  });
}

/** Who holds which role by now; a role assignment is a resource, and goes with its scope. */
function withRoles(seed: WorldSeed, granted: readonly GivenRole[], isThere: Presence): WorldSeed {
  const { roleAssignments = [] } = seed;
  const given = granted.filter((one) =>
    isThere(assignmentIdOf(one), { atMs: one.given.atMs, seq: one.seq }),
  );
  const left = roleAssignments.filter((one) => isThere(assignmentIdOf(one)));
  return given.length === 0 && left.length === roleAssignments.length
    ? seed
    : { ...seed, roleAssignments: [...left, ...given] };
}

/** Disks whose deletion was undone are protected no more, and kept. */
function withUndeleted(seed: WorldSeed, undeleted: readonly Removal[]): WorldSeed {
  if (undeleted.length === 0) return seed;
  const diskInstances = (seed.diskInstances ?? []).map((one) => {
    if (!undeleted.some(({ id }) => sameId(id, one.id))) return one;
    const { softDeleted: _softDeleted, ...kept } = one;
    return { ...kept, state: 'ProtectionStopped' as const };
  });
  return { ...seed, diskInstances };
}

/** What a vault obeys from a moment on. */
const asConfigured = ({ vaultId, change, endsAt }: VaultChange): AppliedChange => ({
  vaultId,
  change,
  atMs: endsAt,
});

type AppliedChange = Pick<Configuration, 'vaultId' | 'change' | 'atMs'>;

/** Vaults with all their changes; of two changes of one setting, the one obeyed last holds. */
function withVaultChanges(seed: WorldSeed, applied: readonly AppliedChange[]): WorldSeed {
  if (applied.length === 0) return seed;
  const inTurn = applied.toSorted((a, b) => a.atMs - b.atMs);
  return { ...seed, vaults: inTurn.reduce(withVaultChange, seed.vaults) };
}

const withVaultChange = (vaults: WorldSeed['vaults'], { vaultId, change }: AppliedChange) =>
  vaults.map((vault) => (sameId(vault.id, vaultId) ? { ...vault, ...change } : vault));

/** Points are in the tiers that they came into last. */
function withTierings(seed: WorldSeed, tiered: readonly Tiering[]): WorldSeed {
  if (tiered.length === 0) return seed;
  const change = (instance: InstanceSeed): InstanceSeed => {
    const own = tiered.filter(({ itemId }) => sameId(itemId, instance.id));
    if (own.length === 0) return instance;
    const points = instance.points.map((point) => {
      const last = own.findLast(({ pointName }) => pointName === point.name);
      return last === undefined ? point : withTiers(point, last.tiers);
    });
    return withPoints(instance, points);
  };
  return { ...seed, instances: changed(seed.instances, { change }) };
}

function withoutRemoved(seed: WorldSeed, isThere: Presence): WorldSeed {
  const left = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
    things.filter(({ id }) => isThere(id));
  return {
    ...seed,
    // A machine that was deleted is still known by its backups.
    machines: changed(seed.machines, {
      change: (one) => (isThere(one.id) ? one : withoutSource(seed, one)),
    }),
    vaults: left(seed.vaults),
    accounts: left(seed.accounts),
    networks: left(seed.networks),
    ...(seed.looseDisks === undefined ? {} : { looseDisks: left(seed.looseDisks) }),
    encryptionSets: left(seed.encryptionSets),
    diskAccesses: left(seed.diskAccesses),
    ...withDiskBackupsLeft(seed, isThere),
    instances: changed(seed.instances, { change: (one) => withPointsLeft(one, isThere) }),
  };
}

/** A snapshot that was removed leaves its point behind, which then cannot be restored. */
function withDiskBackupsLeft(
  { backupVaults = [], diskInstances = [] }: WorldSeed,
  isThere: Presence,
): DiskBackupsSeed {
  return {
    backupVaults: backupVaults.filter(({ id }) => isThere(id)),
    diskInstances: diskInstances
      .filter(({ id }) => isThere(id))
      .map((one) => ({
        ...one,
        points: one.points
          .filter(({ name }) => isThere(`${one.id}/recoveryPoints/${name}`))
          .map((point) =>
            isThere(snapshotIdOf(one, point)) ? point : { ...point, isSnapshotGone: true },
          ),
      })),
  };
}

function withoutSource({ machines }: WorldSeed, machine: MachineSeed): MachineSeed {
  return { ...(byId(machines, machine.id) ?? machine), exists: false };
}

/** A backup instance without its removed points; null when it was removed itself. */
function withPointsLeft(instance: InstanceSeed, isThere: Presence): InstanceSeed | null {
  const { id, points } = instance;
  if (!isThere(id)) return null;
  const left = points.filter(({ name }) => isThere(`${id}/recoveryPoints/${name}`));
  return left.length === points.length ? instance : withPoints(instance, left);
}
