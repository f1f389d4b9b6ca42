import { type JobState, type TaskState, timelineAt } from '#src/mocks/time/timeline.ts';
import type { Making, Moment, Removal, State } from '#src/mocks/world/fold.ts';
import { isNewMachine, looseDisksOf } from '#src/mocks/world/made-things.ts';
import type { LooseDiskSeed, MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { byId, changed } from '#src/mocks/world/find-thing.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What restores have brought into a world by a moment. */

export interface Outcome {
  readonly jobId: string;
  readonly status: JobState;
  readonly machine: MachineSeed | null;
  readonly disks: readonly LooseDiskSeed[];
  readonly reserves: readonly string[];
  /** When the job ended; while it runs, when it was started. */
  readonly atMs: number;
}

/** What one restore has brought into the world by now; nothing before it starts. */
export function outcomeOf(state: State, { plan, made }: Making, now: number): Outcome[] {
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

export type Presence = (id: string, since?: Moment) => boolean;

const ALWAYS: Moment = { atMs: Number.NEGATIVE_INFINITY, seq: 0 };

/** Whether a thing that is there since some moment was removed later, by itself or with its group. */
export function presence(past: readonly Removal[]): Presence {
  return (id, since = ALWAYS) =>
    !past.some(
      (one) =>
        (sameId(one.id, id) || id.toLowerCase().startsWith(`${one.id.toLowerCase()}/`)) &&
        (one.atMs > since.atMs || (one.atMs === since.atMs && one.seq > since.seq)),
    );
}

/** A world with what restores have made in it. */
export function withMade(
  seed: WorldSeed,
  outcomes: readonly Outcome[],
  isThere: Presence,
): WorldSeed {
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
