import { createSource, paced, type Source } from '#src/mocks/panel/source.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { joined } from '#src/mocks/panel/faults.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { ActiveFault, JobProfile } from '#src/mocks/world/fold.ts';
import { LOG_LIMIT, type StoredRequest } from '#src/mocks/world/store.ts';

/** What the panel shows of the world and of what was done to it. */
export interface WorldView {
  /** Null until it is read; so is the profile. */
  readonly scenario: ScenarioId | null;
  readonly profile: JobProfile | null;
  readonly faults: readonly ActiveFault[];
  /** Every fault that was on since the panel was opened: one that is turned off stays in view. */
  readonly met: readonly Fault[];
  readonly eventCount: number;
  /** The newest of both, oldest first. */
  readonly requests: readonly StoredRequest[];
  readonly events: readonly StoredEvent[];
}

const nothing: WorldView = {
  scenario: null,
  profile: null,
  faults: [],
  met: [],
  eventCount: 0,
  requests: [],
  events: [],
};

/** Real time between two reads of the world, under any load. */
const REST_MS = 250;

export interface WorldSource extends Source<WorldView> {
  /** Resolves when all that was done until now is in view. */
  readonly refresh: () => Promise<void>;
}

/**
 * The world as something that React can subscribe to. It is read only while the panel is open, and
 * of the log only what is new since the last look.
 */
export function watchWorld(simulation: Simulation): WorldSource {
  let seen = nothing;
  /** Number of restarts of the world: reads of an older one are dropped. */
  let life = 0;
  let reading: Promise<void> = Promise.resolve();
  const read = async (): Promise<void> => {
    const before = life;
    const next = await look(simulation, seen);
    if (before !== life) return;
    seen = next;
    source.show(next);
  };
  // One look after the other: two at once would both add what is new.
  const refresh = (): Promise<void> => {
    reading = reading.then(read);
    return reading;
  };
  const readSoon = paced(refresh, REST_MS);
  const source = createSource(nothing, () => {
    const stopChanges = simulation.subscribe(readSoon);
    const stopRestarts = simulation.onRestart(() => {
      life += 1;
      seen = nothing;
      readSoon();
    });
    readSoon();
    return () => {
      stopChanges();
      stopRestarts();
    };
  });
  return { ...source, refresh };
}

async function look(simulation: Simulation, seen: WorldView): Promise<WorldView> {
  const { faults, profile, seq } = await simulation.azure.state();
  const [scenario, eventCount, events, requests] = await Promise.all([
    simulation.scenario(),
    simulation.eventCount(),
    simulation.events(Math.max(seen.events.at(-1)?.seq ?? 0, seq - LOG_LIMIT)),
    simulation.requests(LOG_LIMIT, seen.requests.at(-1)?.number ?? 0),
  ]);
  return {
    scenario,
    profile,
    faults,
    met: joined(
      seen.met,
      faults.map(({ fault }) => fault),
    ),
    eventCount,
    events: appended(seen.events, events),
    requests: appended(seen.requests, requests),
  };
}

/** The newest of a list that has grown; the same list when nothing was added. */
function appended<Line>(before: readonly Line[], more: readonly Line[]): readonly Line[] {
  return more.length === 0 ? before : [...before, ...more].slice(-LOG_LIMIT);
}
