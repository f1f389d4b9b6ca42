import { nameHere } from '#src/lib/base.ts';
import { installClock, setClockAhead } from '#src/lib/clock.ts';
import { noteProblems } from '#src/mocks/address-problems.ts';
import { takenFrom, turnOn } from '#src/mocks/address.ts';
import type { DrawnPage } from '#src/mocks/panel/window.ts';
import { type Simulation, type TabChannel, openSimulation } from '#src/mocks/simulation.ts';
import { startWorker } from '#src/mocks/worker.ts';
import { type EventStore, createMemoryStore, openBrowserStore } from '#src/mocks/world/store.ts';
import { blobService, letsPagesRead } from '#src/mocks/storage/blob-service.ts';
import { isOfService } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';

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
  const simulation = await openSimulation({
    store,
    durable,
    channel: openChannel(),
    wanted: wishes.scenario,
  });
  const replaced = simulation.isReplaced ? [{ parameter: 'world', text: '' } as const] : [];
  noteProblems([...wishes.problems, ...replaced]);
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

/** What a page needs of the simulated Azure to be treated as a browser would treat it. */
interface Answering {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly state: () => Promise<State>;
}

/** Headers that a page may send anywhere without a preflight (Fetch Standard, CORS-safelisted request-header). */
const SAFE = ['accept', 'accept-language', 'content-language'];

const needsPreflight = (request: Request): boolean =>
  !['GET', 'HEAD'].includes(request.method) ||
  [...request.headers.keys()].some((name) => !SAFE.includes(name));

/**
 * Answers a page's request as its browser lets it through: a service worker answers in the place of the
 * network, and what it answers is held against no rule. The hosts of Azure Resource Manager let every page
 * in, those of storage accounts only by their rules.
 * @throws TypeError as `fetch` does where the browser would keep request or answer back.
 */
export async function answerToPage(
  request: Request,
  page: string,
  { fetch, state }: Answering,
): Promise<Response> {
  const url = new URL(request.url);
  if (!isOfService(blobService, url.origin) || letsPagesRead(await state(), url, page)) {
    return fetch(request);
  }
  // With a preflight the request never leaves; without one only the answer is held back.
  if (!needsPreflight(request)) await fetch(request);
  throw new TypeError('Failed to fetch');
}
