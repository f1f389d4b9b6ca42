import type { Fault } from '#src/mocks/faults/fault.ts';
import { faultNamed } from '#src/mocks/faults/named.ts';
import { type ScenarioId, scenarioIdOf } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';

/** What an address may say to the simulated Azure. */
const parameters = { scenario: 'scenario', fault: 'fault' } as const;

/** What an address says that means nothing. */
export type AddressProblem = {
  readonly parameter: keyof typeof parameters;
  readonly text: string;
};

/** An address taken apart. */
export interface TakenAddress {
  /** Null keeps the present one. */
  readonly scenario: ScenarioId | null;
  readonly faults: readonly Fault[];
  readonly problems: readonly AddressProblem[];
  /** The address without all that; null when it says nothing of it. */
  readonly rest: URL | null;
}

/**
 * Reads `?scenario=name` and `?fault=name:arguments` (any number of those). They are taken out of the
 * address, so that a reload keeps the world and the faults that were chosen since then.
 */
export function takenFrom(address: URL): TakenAddress {
  const named = address.searchParams.get(parameters.scenario);
  const scenario = scenarioIdOf(named);
  const wanted = [...new Set(address.searchParams.getAll(parameters.fault))].map((text) => ({
    text,
    fault: faultNamed(text),
  }));
  const faults = wanted.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  return {
    scenario,
    faults: [...new Map(faults.map((fault) => [fault.id, fault])).values()],
    problems: [
      ...(named === null || scenario !== null
        ? []
        : [{ parameter: 'scenario', text: named } as const]),
      ...wanted.flatMap(({ text, fault }) =>
        fault === null ? [{ parameter: 'fault', text } as const] : [],
      ),
    ],
    rest: restOf(address),
  };
}

function restOf(address: URL): URL | null {
  const names = Object.values(parameters).filter((name) => address.searchParams.has(name));
  if (names.length === 0) return null;
  const rest = new URL(address);
  for (const name of names) rest.searchParams.delete(name);
  return rest;
}

/** Turns faults on; one that is on already, or used up, starts again. */
export async function turnOn(
  simulation: Pick<Simulation, 'addFault' | 'removeFault' | 'faults'>,
  faults: readonly Fault[],
): Promise<void> {
  const known = new Set((await simulation.faults()).map(({ fault }) => fault.id));
  for (const fault of faults) {
    if (known.has(fault.id)) await simulation.removeFault(fault.id);
    await simulation.addFault(fault);
  }
}
