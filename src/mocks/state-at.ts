import { type JobState, type TaskState, timelineAt } from '#src/mocks/time/timeline.ts';
import type {
  Configuration,
  Creation,
  GivenRole,
  Making,
  Moment,
  Removal,
  State,
  VaultChange,
} from '#src/mocks/world/fold.ts';
import { assignmentIdOf, groupId, snapshotIdOf } from '#src/mocks/world/ids.ts';
import type { DiskBackupsSeed } from '#src/mocks/world/disk-backup-seed.ts';
import { isNewMachine, looseDisksOf } from '#src/mocks/world/made.ts';
import { type Powering, withPower } from '#src/mocks/world/power.ts';
import {
  type InstanceSeed,
  type LooseDiskSeed,
  type MachineSeed,
  type WorldSeed,
  withPoints,
  withTiers,
} from '#src/mocks/world/seed.ts';
import type { Tiering } from '#src/mocks/world/tiering.ts';
import { byId, changed } from '#src/mocks/world/things.ts';
import { withDeployed } from '#src/mocks/with-deployed.ts';
import { sameId } from '#src/model/resource-id.ts';

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
  const told = state.vaultChanges.filter(({ endsAt }) => endsAt <= now);
  const configured = state.configurations.filter(({ atMs }) => atMs <= now);
  const created = state.creations.filter(({ atMs }) => atMs <= now);
  const tiered = state.tierings.filter(
    ({ fromMs, untilMs = Number.POSITIVE_INFINITY, jobId }) =>
      fromMs <= now && now < untilMs && !isCancelledBefore(state, jobId, fromMs),
  );
  const powered = state.powerings.filter(({ atMs }) => atMs <= now);
  const granted = state.grants.filter(({ given }) => given.atMs <= now);
  const stage = [
    ...outcomes.map(({ jobId, status }) => `${jobId} ${status}`),
    ...past.map(({ id, seq }) => `${seq} ${id}`),
    ...told.map(({ operationId }) => operationId),
    ...[...configured, ...created, ...granted, ...powered].map(({ seq }) => String(seq)),
    ...tiered.map(({ itemId, pointName, fromMs }) => `${fromMs} ${pointName} ${itemId}`),
  ].join('\n');
  const seen =
    last?.stage === stage
      ? last.seen
      : seenAt(state, { outcomes, past, told, configured, created, tiered, granted, powered });
  seenLast.set(state, { now, stage, seen });
  return seen;
}

const isCancelledBefore = (
  { cancellations }: State,
  jobId: string | undefined,
  before: number,
): boolean => cancellations.some((one) => one.jobId === jobId && one.at < before);

/** What a state looked like last, and at which stage of what was done to it. */
const seenLast = new WeakMap<
  State,
  { readonly now: number; readonly stage: string; readonly seen: State }
>();

/** What has come about by a moment. */
interface Done {
  readonly outcomes: readonly Outcome[];
  readonly past: readonly Removal[];
  readonly told: readonly VaultChange[];
  readonly configured: readonly Configuration[];
  readonly created: readonly Creation[];
  readonly tiered: readonly Tiering[];
  readonly granted: readonly GivenRole[];
  readonly powered: readonly Powering[];
}

function seenAt(state: State, done: Done): State {
  const { outcomes, past, told, configured, created, tiered, granted, powered } = done;
  const made = outcomes.filter(({ machine, disks }) => machine !== null || disks.length > 0);
  const reserved = outcomes.flatMap(({ reserves }) => reserves);
  const isThere = presence(past);
  const begun = withTierings(
    withVaultChanges(withRoles(state.seed, granted, isThere), [
      ...configured,
      ...told.map(asConfigured),
    ]),
    tiered,
  );
  const left = past.length === 0 ? begun : withoutRemoved(begun, isThere);
  const whole = made.length === 0 ? left : withMade(left, made, isThere);
  const seed = withPower(whole, powered, isThere);
  const isQuiet = past.length === 0 && created.length === state.creations.length;
  const groups = isQuiet ? state.groups : groupsAt(state, created, isThere);
  return { ...state, seed, groups, reserved };
}

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

interface Outcome {
  readonly jobId: string;
  readonly status: JobState;
  readonly machine: MachineSeed | null;
  readonly disks: readonly LooseDiskSeed[];
  readonly reserves: readonly string[];
  /** When the job ended; while it runs, when it began. */
  readonly atMs: number;
}

/** What one restore has brought into the world by now; nothing while it has not begun. */
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
      return [{ ...nothing, disks: keptDisks(state, made, tasks) }];
  }
}

/**
 * Document 000, Create a new VM: when the machine cannot be made, its disks are restored all the same.
 */
function keptDisks(
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

/** What a vault obeys from a moment on. */
const asConfigured = ({ vaultId, change, endsAt }: VaultChange): Told => ({
  vaultId,
  change,
  atMs: endsAt,
});

type Told = Pick<Configuration, 'vaultId' | 'change' | 'atMs'>;

/** Vaults with all that they were told; of two words on one thing that holds which they obeyed last. */
function withVaultChanges(seed: WorldSeed, told: readonly Told[]): WorldSeed {
  if (told.length === 0) return seed;
  const inTurn = told.toSorted((a, b) => a.atMs - b.atMs);
  return { ...seed, vaults: inTurn.reduce(withVaultChange, seed.vaults) };
}

const withVaultChange = (vaults: WorldSeed['vaults'], { vaultId, change }: Told) =>
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
    looseDisks: disks,
  };
}

/** One machine whose disks were replaced twice is there once. */
function latest(machines: readonly MachineSeed[]): readonly MachineSeed[] {
  return machines.filter((one, index) => isNewMachine(one, machines.slice(index + 1)));
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

/** A protected item without the points that were removed; null when it was removed itself. */
function withPointsLeft(instance: InstanceSeed, isThere: Presence): InstanceSeed | null {
  const { id, points } = instance;
  if (!isThere(id)) return null;
  const left = points.filter(({ name }) => isThere(`${id}/recoveryPoints/${name}`));
  return left.length === points.length ? instance : withPoints(instance, left);
}
