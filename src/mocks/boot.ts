import { nameHere } from '#src/lib/base.ts';
import { installClock, setClockAhead } from '#src/lib/clock.ts';
import { noteProblems } from '#src/mocks/address-problems.ts';
import { takenFrom, turnOn } from '#src/mocks/address.ts';
import { answerToPage } from '#src/mocks/page-cors.ts';
import type { DrawnPage } from '#src/mocks/panel/window.ts';
import { openSimulation, type Simulation, type TabChannel } from '#src/mocks/simulation.ts';
import { startWorker } from '#src/mocks/worker.ts';
import { createMemoryStore, type EventStore, openBrowserStore } from '#src/mocks/world/store.ts';

/** What the page has done by itself before this code came. */
export interface Begun {
  /** The address as it was opened. */
  readonly address: URL;
  /** Resolves when the service worker is registered; rejects where the browser refuses it. */
  readonly worker: Promise<void>;
}

type BootResult =
  | {
      readonly ok: true;
      readonly simulation: Simulation;
      /** The address names a scenario, or faults: it is shown as it is described, whatever was left here. */
      readonly isDescribed: boolean;
    }
  | { readonly ok: false; readonly detail: string };

/**
 * Starts the simulated Azure in this page: opens its store, applies the address's scenario (a different
 * one starts again) and faults (`address.ts`), installs the simulated clock, and resolves when the
 * service worker controls the page: the address applies to the very first request. Where storage is
 * forbidden the world lives as long as the page (`durable` is false).
 */
export async function bootSimulation(page: DrawnPage, begun: Begun): Promise<BootResult> {
  const controls = import('#src/mocks/panel/window.ts');
  const { store, durable } = await openStore();
  const wishes = takenFrom(begun.address);
  noteProblems(wishes.problems);
  const simulation = await openSimulation({
    store,
    durable,
    channel: openChannel(),
    wanted: wishes.scenario,
  });
  await turnOn(simulation, wishes.faults);
  installClock(simulation.clock);
  const { client } = simulation;
  setClockAhead(client.aheadMs());
  client.onChange(() => setClockAhead(client.aheadMs()));
  try {
    await begun.worker;
    await startWorker((request) => answerToPage(request, location.origin, simulation.azure));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, detail };
  }
  (await controls).installWindow(simulation, page);
  return { ok: true, simulation, isDescribed: wishes.rest !== null };
}

/** The browser's store, tried by writing; memory where it is forbidden or full. */
async function openStore(): Promise<{ store: EventStore; durable: boolean }> {
  try {
    const store = await openBrowserStore();
    await store.setMeta('opened', true);
    return { store, durable: true };
  } catch {
    return { store: createMemoryStore(), durable: false };
  }
}

function openChannel(): TabChannel {
  const channel = new BroadcastChannel(nameHere('restore-center-simulation'));
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data));
    },
  };
}
