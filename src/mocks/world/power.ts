import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { byId, changed } from '#src/mocks/world/find-thing.ts';
import { sameId } from '#src/model/resource-id.ts';

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
