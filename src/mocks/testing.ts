import { instant } from '#src/lib/time.ts';
import { createSimulatedAzure, type SimulatedAzure, type World } from '#src/mocks/azure.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import type { OtherService } from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { Origin } from '#src/mocks/world/fold.ts';
import { createMemoryStore, type EventStore } from '#src/mocks/world/store.ts';

/** What tests need to talk to a simulated Azure in Node. */

export interface TestClock {
  now: () => ReturnType<typeof instant>;
  set: (ms: number) => void;
  add: (seconds: number) => void;
}

/** A clock that stands where a test puts it. */
function testClock(startMs: number): TestClock {
  let ms = startMs;
  return {
    now: () => instant(ms),
    set: (to) => {
      ms = to;
    },
    add: (seconds) => {
      ms += seconds * 1000;
    },
  };
}

export interface TestAzure {
  readonly azure: SimulatedAzure;
  readonly clock: TestClock;
  readonly store: EventStore;
  readonly waits: number[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** A simulated Azure of a scenario, at its start. */
export function testAzure(
  scenario: ScenarioId | Origin,
  given: {
    readonly store?: EventStore;
    readonly clock?: TestClock;
    readonly world?: () => Promise<World>;
    readonly others?: readonly OtherService[];
  } = {},
): TestAzure {
  const origin = typeof scenario === 'string' ? originOf(scenario) : scenario;
  const clock = given.clock ?? testClock(isoMs(origin.seed.startsAt));
  const store = given.store ?? createMemoryStore();
  const waits: number[] = [];
  const azure = createSimulatedAzure({
    store,
    world: given.world ?? (async () => ({ epoch: 0, origin })),
    clock,
    others: given.others,
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  const send: TestAzure['send'] = (method, path, body, headers) =>
    azure.fetch(
      new Request(path.startsWith('https:') ? path : `https://management.azure.com${path}`, {
        method,
        headers: { Authorization: 'Bearer token', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    azure,
    clock,
    store,
    waits,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
  };
}

/** The JSON of an answer, as something to look into. */
export async function jsonOf(response: Response): Promise<unknown> {
  const value: unknown = await response.json();
  return value;
}
