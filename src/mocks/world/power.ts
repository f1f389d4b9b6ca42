import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { byId, changed } from '#src/mocks/world/things.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A machine that was shut down or started. */
export interface Powering {
  readonly machineId: string;
  readonly isStopped: boolean;
  readonly atMs: number;
  readonly seq: number;
}

type Powered = Extract<WorldEvent, { readonly type: 'machine-powered' }>;

/** What an event did to a machine, with its place in the order of events. */
export function poweringOf({ machineId, isStopped, at, ms = 0 }: Powered, seq: number): Powering {
  return { machineId, isStopped, atMs: at + ms, seq };
}

/** Whether a machine writes nothing: one that is generalized does not run any more. */
export const isShutDown = ({ isGeneralized, isStopped }: MachineSeed): boolean =>
  isGeneralized || isStopped === true;

/**
 * Machines as they were shut down or started last. One that was deleted since is not the one of its
 * name that was made later: `isThere` tells whether a thing was not removed after a moment.
 */
export function withPower(
  seed: WorldSeed,
  all: readonly Powering[],
  isThere: (id: string, since: Powering) => boolean,
): WorldSeed {
  const powered = all.filter((one) => isThere(one.machineId, one));
  if (powered.length === 0) return seed;
  const { machines } = seed;
  const change = (machine: MachineSeed): MachineSeed => {
    const last = powered.findLast(({ machineId }) => sameId(machineId, machine.id));
    return last === undefined
      ? machine
      : { ...(byId(machines, machine.id) ?? machine), isStopped: last.isStopped };
  };
  return { ...seed, machines: changed(machines, { change }) };
}
