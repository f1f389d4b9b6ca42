import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { allRead, beginVisit, type DrawnPage, endVisit } from '#src/mocks/panel/new-visit.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { RequestRecord } from '#src/mocks/world/store.ts';

/** What the controls do as the simulation itself does it. */
type Plain = Pick<
  Simulation,
  | 'durable'
  | 'scenario'
  | 'openScenario'
  | 'reset'
  | 'faults'
  | 'addFault'
  | 'removeFault'
  | 'removeResource'
  | 'setPower'
  | 'restoreAsAnotherUser'
>;

/** The controls of the simulation for tests and the console: plain values in, plain values out. */
export interface SimulationControls extends Plain {
  readonly clock: {
    /** Simulated epoch milliseconds. */
    now(): number;
    speed(): number;
    isPaused(): boolean;
    setSpeed(speed: number): Promise<void>;
    pause(): Promise<void>;
    resume(): Promise<void>;
    /** Moves simulated time on by milliseconds, paused or not. */
    step(ms: number): Promise<void>;
  };
  /** One visit after another in a page that is loaded once. */
  readonly visit: {
    /** Takes the application away; false when something of it does not end by itself. */
    end(): Promise<boolean>;
    /** Shows an address to a browser that has never been here. */
    begin(at: { readonly path: string; readonly scenario: ScenarioId }): Promise<void>;
  };
  /** Waits until all that the page asks for has come; false when something stays out for long. */
  allRead(): Promise<boolean>;
  events(): Promise<readonly StoredEvent[]>;
  requests(): Promise<readonly RequestRecord[]>;
}

declare global {
  interface Window {
    /** Only in the demo, from the moment that the simulated Azure answers. */
    restoreCenterSimulation?: SimulationControls;
  }
}

/** Puts the controls on `window`. */
export function installWindow(simulation: Simulation, page: DrawnPage): void {
  const { clock } = simulation;
  window.restoreCenterSimulation = {
    clock: {
      now: () => clock.now(),
      speed: () => clock.speed,
      isPaused: () => clock.isPaused,
      setSpeed: (speed) => clock.setSpeed(speed),
      pause: () => clock.pause(),
      resume: () => clock.resume(),
      step: (ms) => clock.step(ms),
    },
    visit: {
      end: () => endVisit(simulation, page),
      begin: (at) => beginVisit(simulation, page, at),
    },
    allRead: () => allRead(simulation),
    durable: simulation.durable,
    scenario: () => simulation.scenario(),
    openScenario: (id) => simulation.openScenario(id),
    reset: () => simulation.reset(),
    events: () => simulation.events(),
    requests: () => simulation.requests(),
    faults: () => simulation.faults(),
    addFault: (fault) => simulation.addFault(fault),
    removeFault: (faultId) => simulation.removeFault(faultId),
    removeResource: (id) => simulation.removeResource(id),
    setPower: (machineId, isStopped) => simulation.setPower(machineId, isStopped),
    restoreAsAnotherUser: (order) => simulation.restoreAsAnotherUser(order),
  };
}
