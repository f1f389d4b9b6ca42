import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { byId, changed } from '#src/mocks/world/find-thing.ts';
import { diskIdOf } from '#src/mocks/world/made-things.ts';
import type {
  InstanceSeed,
  LooseDiskSeed,
  MachineSeed,
  PartSeed,
  PointSeed,
  TierSeed,
  WorldSeed,
  WriteState,
} from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** A machine that was shut down or started. */
export interface Powering {
  readonly machineId: string;
  readonly isStopped: boolean;
  /** Its start and its end. */
  readonly fromMs: number;
  readonly atMs: number;
  readonly seq: number;
}

/** What tells whether a thing was not removed after a moment. */
interface PowerReading {
  readonly now: number;
  readonly isThere: (id: string, since: Powering) => boolean;
}

type Powered = Extract<WorldEvent, { readonly type: 'machine-powered' }>;

/** What an event did to a machine, with its place in the order of events. */
export function poweringOf({ machineId, isStopped, at, ms = 0 }: Powered, seq: number): Powering {
  return { machineId, isStopped, fromMs: at, atMs: at + ms, seq };
}

/** Whether a machine writes nothing: one that is generalized does not run any more. */
export const isShutDown = ({ isGeneralized, isStopped }: MachineSeed): boolean =>
  isGeneralized || isStopped === true;

/**
 * What a machine says of its power: the change while it lasts, else its end (Compute, PowerState codes).
 */
export const powerStateOf = (machine: MachineSeed): string =>
  machine.powerChange ?? (isShutDown(machine) ? 'deallocated' : 'running');

/**
 * Machines as they were shut down or started last. One that was deleted since is not the one of its
 * name that was made later: `isThere` tells whether a thing was not removed after a moment.
 */
export function withPower(
  seed: WorldSeed,
  all: readonly Powering[],
  { now, isThere }: PowerReading,
): WorldSeed {
  const powered = all.filter((one) => one.fromMs <= now && isThere(one.machineId, one));
  if (powered.length === 0) return seed;
  const { machines } = seed;
  const change = (machine: MachineSeed): MachineSeed => {
    const own = powered.filter(({ machineId }) => sameId(machineId, machine.id));
    if (own.length === 0) return machine;
    const known = byId(machines, machine.id) ?? machine;
    const ended = own.findLast(({ atMs }) => atMs <= now);
    const next = own.findLast(({ atMs }) => atMs > now);
    const is = ended === undefined ? known : { ...known, isStopped: ended.isStopped };
    return next === undefined || next.isStopped === isShutDown(is)
      ? is
      : { ...is, powerChange: next.isStopped ? 'deallocating' : 'starting' };
  };
  return { ...seed, machines: changed(machines, { change }) };
}

/** A machine that a vault shall protect, no longer back up, or undelete; it does when the job has succeeded. */
export interface Protection {
  readonly plan: JobPlan;
  readonly instance: InstanceSeed;
  readonly seq: number;
}

/** A protection whose job has succeeded, with the moment of that. */
export interface Protected extends Protection {
  readonly atMs: number;
}

/** A world with the machines that are protected by now: what came last counts, points stay. */
export function withProtections(
  seed: WorldSeed,
  done: readonly Protected[],
  isThere: (id: string, since: Protected) => boolean,
): WorldSeed {
  const here = done.filter((one) => isThere(one.instance.id, one));
  if (here.length === 0) return seed;
  const { instances } = seed;
  const lastOf = (id: string) => here.findLast(({ instance }) => sameId(instance.id, id));
  const change = (one: InstanceSeed): InstanceSeed => {
    const last = lastOf(one.id);
    if (last === undefined) return one;
    const { policyName } = last.instance;
    const protectionState = stateAfter(one, last.instance);
    const { softDeleted, ...kept } = byId(instances, one.id) ?? one;
    const isDeleted = softDeleted !== undefined && !here.some(isUndeletionOf(one.id));
    return {
      ...kept,
      ...(isDeleted ? { softDeleted } : {}),
      policyName,
      protectionState,
    };
  };
  const added = here.filter(
    (one) => byId(instances, one.instance.id) === undefined && lastOf(one.instance.id) === one,
  );
  return {
    ...seed,
    instances: changed(instances, { change, added: added.map(({ instance }) => instance) }),
  };
}

const isUndeletionOf =
  (id: string) =>
  ({ plan, instance }: Protected): boolean =>
    plan.operation === 'Undelete' && sameId(instance.id, id);

/** A policy lets one go on that was stopped. */
function stateAfter(one: InstanceSeed, wanted: InstanceSeed): InstanceSeed['protectionState'] {
  if (wanted.protectionState === 'ProtectionStopped') return 'ProtectionStopped';
  return one.protectionState === 'ProtectionStopped' ? 'Protected' : one.protectionState;
}

/** A point with other copies; facts are named one by one for the same reason as in {@link withPoints}. */
export function withTiers(one: PointSeed, tiers: readonly TierSeed[]): PointSeed {
  return {
    name: one.name,
    time: one.time,
    consistency: one.consistency,
    tiers,
    ...(one.privateAccess === undefined ? {} : { privateAccess: one.privateAccess }),
    ...(one.machineThen === undefined ? {} : { machineThen: one.machineThen }),
    ...(one.rule === undefined ? {} : { rule: one.rule }),
    ...(one.expires === undefined ? {} : { expires: one.expires }),
    ...(one.isSoftDeleted === undefined ? {} : { isSoftDeleted: one.isSoftDeleted }),
  };
}

/** A backup instance with other points; its facts are getters in a generated world, and a spread would lose them. */
export function withPoints(one: InstanceSeed, points: readonly PointSeed[]): InstanceSeed {
  return {
    id: one.id,
    vaultId: one.vaultId,
    machineId: one.machineId,
    friendlyName: one.friendlyName,
    policyName: one.policyName,
    protectionState: one.protectionState,
    healthStatus: one.healthStatus,
    lastBackupStatus: one.lastBackupStatus,
    lastBackupTime: one.lastBackupTime,
    points,
    ...(one.softDeleted === undefined ? {} : { softDeleted: one.softDeleted }),
  };
}

/** What requests wrote into a world, and what that leaves behind. */

type EventOf<Type extends WorldEvent['type']> = Extract<WorldEvent, { readonly type: Type }>;
type Written = EventOf<'resource-written'>;

/** A write with its place in the order of events. */
export type Writing = Pick<Written, 'id' | 'isNew' | 'machine' | 'parts' | 'hasFailed'> & {
  readonly atMs: number;
  readonly endsAt: number;
  readonly seq: number;
};

/** Disks that are attached to nothing from a moment on. */
export interface Leaving {
  readonly disks: readonly LooseDiskSeed[];
  readonly atMs: number;
  readonly seq: number;
}

/** An accepted write, as the state of a world holds it. */
export function writingOf({ at, ms, ...event }: Written, seq: number): Writing {
  const { id, isNew, machine, parts, hasFailed } = event;
  return { id, isNew, machine, parts, hasFailed, atMs: at, endsAt: at + ms, seq };
}

/** The disks that an event leaves; none for most. */
export function leavingOf(
  { at, leaves = [] }: Pick<Written, 'at' | 'leaves'>,
  seq: number,
): Leaving[] {
  return leaves.length === 0 ? [] : [{ disks: leaves, atMs: at, seq }];
}

type Since = Pick<Leaving, 'atMs' | 'seq'>;

/** What has been written by a moment. */
export interface WrittenByNow {
  readonly now: number;
  readonly writings: readonly Writing[];
  readonly leavings: readonly Leaving[];
  /** Ids of resources that were removed. */
  readonly removedIds: readonly string[];
  /** Whether a thing was not removed after a moment. */
  readonly isThere: (id: string, since: Since) => boolean;
  /** When a restore replaced the disks of a machine last; missing: never. */
  readonly replacedAt: (machineId: string) => number | undefined;
}

/** A write as it stands at a moment. */
export function writeStateOf(writing: Writing, now: number): WriteState | undefined {
  if (now < writing.endsAt) return writing.isNew ? 'Creating' : 'Updating';
  return writing.hasFailed === true ? 'Failed' : undefined;
}

/** A world with what was written into it: what came last counts. */
export function withWritings(seed: WorldSeed, done: WrittenByNow): WorldSeed {
  const { writings, leavings, removedIds } = done;
  if (writings.length === 0 && leavings.length === 0 && removedIds.length === 0) return seed;
  const machines = writtenMachines(done);
  const parts = writtenParts(seed, done);
  const attached = machines.flatMap((one) =>
    one.disks.map((disk) => diskIdOf(one, disk).toLowerCase()),
  );
  const ids = new Set(machines.map(({ id }) => id.toLowerCase()));
  return {
    ...seed,
    machines: withExtensions(
      changed(seed.machines, {
        change: (one) => (ids.has(one.id.toLowerCase()) ? null : one),
        added: machines,
      }),
      parts,
    ),
    looseDisks: looseBy(seed, done).filter(({ id }) => !attached.includes(id.toLowerCase())),
    written: {
      machineIds: [...ids],
      parts,
      removedIds: removedIds.map((id) => id.toLowerCase()),
    },
  };
}

/** Each machine as it was written last, unless a restore has replaced its disks since. */
function writtenMachines({ now, writings, isThere, replacedAt }: WrittenByNow): MachineSeed[] {
  const byFold = new Map<string, MachineSeed>();
  for (const writing of writings) {
    const { machine, id, atMs } = writing;
    if (machine === undefined || !isThere(id, writing) || (replacedAt(id) ?? -1) > atMs) continue;
    const writeState = writeStateOf(writing, now);
    // Later writes keep when it was created.
    const createdAtMs = writing.isNew
      ? atMs
      : (byFold.get(id.toLowerCase())?.createdAtMs ?? machine.createdAtMs);
    byFold.set(id.toLowerCase(), {
      ...machine,
      ...(createdAtMs === undefined ? {} : { createdAtMs }),
      ...(writeState === undefined ? {} : { writeState }),
    });
  }
  return [...byFold.values()];
}

function writtenParts(
  { written }: WorldSeed,
  { now, writings, removedIds, isThere }: WrittenByNow,
): PartSeed[] {
  const isLeft = (id: string): boolean => !removedIds.some((removed) => sameId(removed, id));
  const begun = (written?.parts ?? []).filter(({ id }) => isLeft(id));
  const byFold = new Map(begun.map((part) => [part.id.toLowerCase(), part]));
  for (const writing of writings) {
    for (const part of writing.parts ?? []) {
      if (!isThere(part.id, writing)) continue;
      const isOwn = part.id.toLowerCase() === writing.id.toLowerCase();
      const writeState = isOwn ? writeStateOf(writing, now) : undefined;
      byFold.set(part.id.toLowerCase(), {
        ...part,
        ...(writeState === undefined ? {} : { writeState }),
      });
    }
  }
  return [...byFold.values()];
}

/** Loose disks, each once: what is known of one last counts. */
function looseBy(seed: WorldSeed, { leavings, isThere }: WrittenByNow): LooseDiskSeed[] {
  const left = leavings.flatMap((leaving) =>
    leaving.disks.filter(({ id }) => isThere(id, leaving)),
  );
  const all = [...(seed.looseDisks ?? []), ...left];
  return [...new Map(all.map((disk) => [disk.id.toLowerCase(), disk])).values()];
}

/** Machines with the extensions that were put on them. */
function withExtensions(
  machines: WorldSeed['machines'],
  parts: readonly PartSeed[],
): WorldSeed['machines'] {
  const extensions = parts.filter(({ id }) => EXTENSION.test(id));
  if (extensions.length === 0) return machines;
  const change = (machine: MachineSeed): MachineSeed => {
    const own = extensions
      .filter(({ id }) => id.toLowerCase().startsWith(`${machine.id.toLowerCase()}/extensions/`))
      .map(({ id }) => nameOf(id));
    if (own.length === 0) return machine;
    const whole = byId(machines, machine.id) ?? machine;
    return { ...whole, extensions: [...new Set([...(whole.extensions ?? []), ...own])] };
  };
  return changed(machines, { change });
}

const EXTENSION = /\/virtualMachines\/[^/]+\/extensions\/[^/]+$/i;
