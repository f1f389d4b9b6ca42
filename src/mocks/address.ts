import { PARAMETERS, plainAddress } from '#src/lib/demo-start.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import { type ScenarioId, scenarioIdOf } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';

/** What an address says that means nothing, or a stored world that this version can't read. */
export type AddressProblem = {
  readonly parameter: keyof typeof PARAMETERS | 'world';
  readonly text: string;
};

/** An address taken apart. */
interface TakenAddress {
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
  const named = address.searchParams.get(PARAMETERS.scenario);
  const scenario = scenarioIdOf(named);
  const wanted = [...new Set(address.searchParams.getAll(PARAMETERS.fault))].map((text) => ({
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
    rest: plainAddress(address),
  };
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
