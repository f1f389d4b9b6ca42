import { timelineAt } from '#src/mocks/time/timeline.ts';
import type { Making, Removal, State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { isNewMachine, looseDisksOf } from '#src/mocks/world/made.ts';
import type { LooseDiskSeed, MachineSeed, Seed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * The world as it is at `now`: what restores have made by then is in it, names that they will need
 * are reserved, and what was removed is gone. A pure function of what was done and of the clock.
 */
export function stateAt(state: State, now: number): State {
  const last = seenLast.get(state);
  if (last?.now === now) return last.seen;
  const seen = seenAt(state, now);
  seenLast.set(state, { now, seen });
  return seen;
}

/** Reads change nothing, and many come in one moment: each state's last answer is remembered. */
const seenLast = new WeakMap<State, { readonly now: number; readonly seen: State }>();

function seenAt(state: State, now: number): State {
  const outcomes = state.makings.flatMap((making) => outcomeOf(state, making, now));
  const made = outcomes.filter(({ machine, disks }) => machine !== null || disks.length > 0);
  const reserved = outcomes.flatMap(({ reserves }) => reserves);
  const past = state.removals.filter(({ atMs }) => atMs <= now);
  const isThere = presence(past);
  const told = withVaultChanges(state, now);
  const left = past.length === 0 ? told : withoutRemoved(told, isThere);
  const seed = made.length === 0 ? left : withMade(left, made, isThere);
  if (past.length === 0) return { ...state, seed, reserved };
  return {
    ...state,
    seed,
    groups: state.groups.filter((group) =>
      isThere(
        groupId(group),
        state.creations.findLast(({ id }) => sameId(id, groupId(group))),
      ),
    ),
    reserved,
  };
}

interface Outcome {
  readonly machine: MachineSeed | null;
  readonly disks: readonly LooseDiskSeed[];
  readonly reserves: readonly string[];
  readonly atMs: number;
}

/** What one restore has brought into the world by now; nothing while it has not begun. */
function outcomeOf(state: State, { plan, made }: Making, now: number): Outcome[] {
  if (plan.startedAtMs > now) return [];
  const cancelled = state.cancellations.find(({ jobId }) => jobId === plan.jobId)?.at ?? null;
  const { status, tasks, endedAtMs } = timelineAt(plan, cancelled, now);
  const nothing = { machine: null, disks: [], reserves: [], atMs: endedAtMs ?? now };
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
      return tasks[0]?.status === 'Completed'
        ? [{ ...nothing, disks: keptDisks(state, made) }]
        : [];
  }
}

/** Document 000, Create a new VM: when the machine cannot be made, its disks are restored all the same. */
function keptDisks(state: State, { machine }: Making['made']): readonly LooseDiskSeed[] {
  return machine !== null && isNewMachine(machine, state.seed.machines)
    ? looseDisksOf(machine)
    : [];
}

interface Moment {
  readonly atMs: number;
  readonly seq: number;
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

/** Vaults obey what they were told last, once its operation is over. */
function withVaultChanges({ seed, vaultChanges }: State, now: number): Seed {
  const over = vaultChanges.filter(({ endsAt }) => endsAt <= now);
  if (over.length === 0) return seed;
  const vaults = seed.vaults.map((vault) => {
    const last = over.findLast(({ vaultId }) => sameId(vaultId, vault.id));
    return last === undefined
      ? vault
      : { ...vault, crossSubscriptionRestore: last.crossSubscriptionRestore };
  });
  return { ...seed, vaults };
}

function withMade(seed: Seed, outcomes: readonly Outcome[], isThere: Presence): Seed {
  const machines = outcomes.flatMap(({ machine, atMs }) =>
    machine !== null && isThere(machine.id, { atMs, seq: 0 }) ? [machine] : [],
  );
  const disks = outcomes.flatMap((outcome) =>
    outcome.disks.filter(({ id }) => isThere(id, { atMs: outcome.atMs, seq: 0 })),
  );
  const others = seed.machines.filter((one) => isNewMachine(one, machines));
  return { ...seed, machines: [...others, ...latest(machines)], looseDisks: disks };
}

/** One machine whose disks were replaced twice is there once. */
function latest(machines: readonly MachineSeed[]): readonly MachineSeed[] {
  return machines.filter((one, index) => isNewMachine(one, machines.slice(index + 1)));
}

function withoutRemoved(seed: Seed, isThere: Presence): Seed {
  const left = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
    things.filter(({ id }) => isThere(id));
  return {
    ...seed,
    // A machine that was deleted is still known by its backups.
    machines: seed.machines.map((one) => (isThere(one.id) ? one : { ...one, exists: false })),
    vaults: left(seed.vaults),
    accounts: left(seed.accounts),
    networks: left(seed.networks),
    encryptionSets: left(seed.encryptionSets),
    diskAccesses: left(seed.diskAccesses),
    instances: left(seed.instances).map((instance) => ({
      ...instance,
      points: instance.points.filter(({ name }) =>
        isThere(`${instance.id}/recoveryPoints/${name}`),
      ),
    })),
  };
}
