import { instant, type Instant } from '#src/lib/time.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import type { ActiveFault } from '#src/mocks/world/fold.ts';
import type { RequestRecord } from '#src/mocks/world/store.ts';

/** All that the panel shows, at one moment. */
export interface PanelState {
  readonly now: Instant;
  readonly speed: number;
  readonly isPaused: boolean;
  readonly scenario: ScenarioId | null;
  readonly faults: readonly ActiveFault[];
  readonly requests: readonly RequestRecord[];
  readonly events: number;
}

export interface PanelSource {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => PanelState;
}

/** Real time between two looks at the clock. */
const TICK_MS = 500;
const SHOWN_REQUESTS = 20;

/** The simulation as something that React can subscribe to; it is looked at only while someone does. */
export function observe(simulation: Simulation): PanelSource {
  const { clock } = simulation;
  const clockState = () => ({
    now: instant(Math.floor(clock.now() / 1000) * 1000),
    speed: clock.speed,
    isPaused: clock.isPaused,
  });
  let state: PanelState = { ...clockState(), scenario: null, faults: [], requests: [], events: 0 };
  const listeners = new Set<() => void>();
  const show = (change: Partial<PanelState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const read = async (): Promise<void> => {
    const [scenario, faults, requests, events] = await Promise.all([
      simulation.scenario(),
      simulation.faults(),
      simulation.requests(SHOWN_REQUESTS),
      simulation.events(),
    ]);
    show({ ...clockState(), scenario, faults, requests, events: events.length });
  };
  let stop: () => void = () => undefined;
  const start = (): void => {
    const timer = setInterval(() => show(clockState()), TICK_MS);
    const unsubscribe = simulation.subscribe(() => void read());
    // A press shows at once: the store hears of it a moment later.
    const stopJumps = clock.onJump(() => show(clockState()));
    stop = () => {
      clearInterval(timer);
      stopJumps();
      unsubscribe();
    };
    void read();
  };
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) start();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    getSnapshot: () => state,
  };
}
