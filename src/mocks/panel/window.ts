import { afterReal, waitsUnderWay } from '#src/lib/clock.ts';
import { endFirstVisit } from '#src/lib/first-visit.ts';
import { isPageAtRest, readsUnderWay, resetPageState } from '#src/lib/page-state.ts';
import { clearEntries } from '#src/lib/storage.ts';
import { noteProblems } from '#src/mocks/address-problems.ts';
import { takenFrom, turnOn } from '#src/mocks/address.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import type { StoredEvent } from '#src/mocks/world/events.ts';
import type { RequestRecord } from '#src/mocks/world/store.ts';

/** The application in its page, which can be taken away and drawn anew. */
export interface DrawnPage {
  remove(): void;
  draw(): void;
}

/** Real milliseconds between two looks at what is still on its way. */
const LOOK_MS = 5;
/** Looks in a row that must find nothing: a request reaches the simulator a moment after it was sent. */
const QUIET_LOOKS = 6;
const MOST_LOOKS = 60;
/** Reads follow from one another, and a machine may be busy. */
const MOST_LOOKS_AT_READS = 400;

/**
 * Ends a visit: takes the application away and waits until nothing of it is on its way. False when
 * something does not end by itself, such as an answer that is held back; then only a load helps.
 */
export async function endVisit(simulation: Simulation, page: DrawnPage): Promise<boolean> {
  page.remove();
  const isAtRest = isPageAtRest();
  resetPageState();
  if (!isAtRest) return false;
  const { azure } = simulation;
  return settles(() => azure.underWay() + azure.unanswered() + waitsUnderWay() === 0);
}

/**
 * Waits until no request is under way, one read after the other; false when something takes long, such
 * as a delayed answer. The page's own count includes requests that have not reached the simulator yet.
 * Does not wait for an answer that never comes.
 */
export async function allRead(simulation: Simulation): Promise<boolean> {
  const { azure } = simulation;
  return settles(() => {
    const held = azure.unanswered() + waitsUnderWay();
    return azure.underWay() === 0 && readsUnderWay() <= held;
  }, MOST_LOOKS_AT_READS);
}

async function settles(isQuiet: () => boolean, most = MOST_LOOKS): Promise<boolean> {
  let quiet = 0;
  for (let looks = 0; looks < most && quiet < QUIET_LOOKS; looks += 1) {
    await new Promise<void>((resolve) => void afterReal(LOOK_MS, resolve));
    quiet = isQuiet() ? quiet + 1 : 0;
  }
  return quiet === QUIET_LOOKS;
}

/**
 * Starts a visit after {@link endVisit}, as in a new browser: nothing is stored, and the world of the
 * scenario starts, one simulated second in a real one, with the faults of the address.
 */
export async function beginVisit(
  simulation: Simulation,
  page: DrawnPage,
  { path, scenario }: { readonly path: string; readonly scenario: ScenarioId },
): Promise<void> {
  clearEntries();
  // As where an address names the scenario.
  endFirstVisit();
  // What ended after the visit may have left something behind.
  resetPageState();
  const wishes = takenFrom(new URL(path, 'https://localhost'));
  history.replaceState(null, '', wishes.rest === null ? path : pathOf(wishes.rest));
  noteProblems(wishes.problems);
  const { clock } = simulation;
  if (clock.isPaused) await clock.resume();
  if (clock.speed !== 1) await clock.setSpeed(1);
  await simulation.openScenario(scenario);
  await turnOn(simulation, wishes.faults);
  page.draw();
}

const pathOf = ({ pathname, search, hash }: URL): string => `${pathname}${search}${hash}`;

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
