import { newListeners } from '#src/lib/listeners.ts';
import { type OtherPersonsRestore, restoreOfOtherPerson } from '#src/mocks/another-user.ts';
import { createSimulatedAzure, type SimulatedAzure, type World } from '#src/mocks/azure.ts';
import { type Fault, parseFault } from '#src/mocks/faults/fault.ts';
import { originOf, type ScenarioId, scenarioIdOf } from '#src/mocks/scenarios.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import {
  type ClockAnchor,
  createSimulatedClock,
  freshAnchor,
  parseAnchor,
  type SimulatedClock,
} from '#src/mocks/time/clock.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { StoredEvent, WorldEvent } from '#src/mocks/world/events.ts';
import { type ActiveFault, fold, initialState } from '#src/mocks/world/fold.ts';
import { type EventStore, LOG_LIMIT, type StoredRequest } from '#src/mocks/world/store.ts';

/** The clock of the page's machine, which faults may set wrong; the world's own goes right. */
export interface ClientClock {
  /** Milliseconds by which it is ahead of the world's; negative: behind. */
  aheadMs(): number;
  /** Calls back when that has changed, before those who listen to the world's clock. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Looks at the faults again; resolves when what they say holds. */
  look(): Promise<void>;
}

/** A client's clock that goes right until {@link ClientClock.look} finds a fault. */
function createClientClock(
  clock: Pick<SimulatedClock, 'adopt' | 'anchor'>,
  faults: () => Promise<readonly ActiveFault[]>,
): ClientClock {
  const listeners = newListeners();
  let aheadMs = 0;
  return {
    aheadMs: () => aheadMs,
    onChange: listeners.listen,
    look: async () => {
      const wanted = aheadOf(await faults());
      if (wanted === aheadMs) return;
      aheadMs = wanted;
      listeners.tell();
      // The same anchor again notifies the clock's listeners.
      clock.adopt(clock.anchor);
    },
  };
}

/** What the newest fault of this kind says. */
function aheadOf(faults: readonly ActiveFault[]): number {
  const minutes = faults.flatMap(({ fault: { effect } }) =>
    effect.kind === 'clock-off' ? [effect.minutes] : [],
  );
  return (minutes.at(-1) ?? 0) * 60_000;
}

/** The simulated Azure with its clock and its controls: what the panel and tests hold. */
export interface Simulation {
  /** False when the browser forbids storage: then a reload restarts the world. */
  readonly durable: boolean;
  /** What was stored here is of another version, which this one can't read: the world has started anew. */
  readonly isReplaced: boolean;
  readonly clock: SimulatedClock;
  readonly azure: SimulatedAzure;
  /** The clock of the page's machine, which a fault may set wrong. */
  readonly client: Pick<ClientClock, 'aheadMs' | 'onChange'>;
  scenario(): Promise<ScenarioId>;
  /** Starts the world of a scenario; what was done to the old one is forgotten. */
  openScenario(id: ScenarioId): Promise<void>;
  /** Restarts the present world. */
  reset(): Promise<void>;
  /** All events, or those that came after the one with this number. */
  events(afterSeq?: number): Promise<readonly StoredEvent[]>;
  /** How many events there are, without reading them. */
  eventCount(): Promise<number>;
  /** The newest `limit` requests after that number, oldest first; those alone are read from the store. */
  requests(limit?: number, after?: number): Promise<readonly StoredRequest[]>;
  faults(): Promise<readonly ActiveFault[]>;
  addFault(fault: Fault): Promise<void>;
  removeFault(faultId: string): Promise<void>;
  /** Deletes a resource with all that lies in it, or a recovery point, by its id. */
  removeResource(id: string): Promise<void>;
  /** Shuts a machine down, or starts it, by its id. */
  setPower(machineId: string, isStopped: boolean): Promise<void>;
  /** Another person restores a machine at this moment; the name of their job. */
  restoreAsAnotherUser(order: OtherPersonsRestore): Promise<string>;
  /** Calls back when anything changed, in this tab or another. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back when any tab has restarted the world: all that was read is stale. */
  onRestart(listener: () => void): () => void;
}

/** How tabs tell one another that something is new. */
export interface TabChannel {
  post(message: 'clock' | 'world' | 'faults' | 'restart'): void;
  onMessage(listener: (message: unknown) => void): void;
}

const metaKeys = {
  scenario: 'scenario',
  epoch: 'epoch',
  clock: 'clock',
  format: 'format',
} as const;

/**
 * The format of stored events and faults. Raise it when one of them changes its meaning, so that a world
 * of before starts anew; what is only added needs no other format.
 */
export const WORLD_FORMAT = 1;

interface Wanted {
  readonly store: EventStore;
  readonly durable: boolean;
  readonly channel: TabChannel;
  /** The scenario that the address names; null keeps the present one. */
  readonly wanted: ScenarioId | null;
}

/** Opens the world of a store: the same again, or a new one when another scenario is wanted. */
export async function openSimulation({
  store,
  durable,
  channel,
  wanted,
}: Wanted): Promise<Simulation> {
  const opened = await store.exclusively(async () => {
    const named = await store.getMeta(metaKeys.scenario);
    const scenario = scenarioIdOf(named);
    const anchor = parseAnchor(await store.getMeta(metaKeys.clock));
    const isWanted = scenario !== null && (wanted ?? scenario) === scenario;
    const isReadable = isWanted && (await canRead(store, scenario));
    if (isReadable && anchor !== null) return { anchor, isNew: false, isReplaced: false };
    const fresh = await begin(store, wanted ?? scenario ?? 'default', anchor);
    // Who opens another scenario, or comes for the first time, misses nothing.
    const isMissed = named !== undefined && (wanted === null || isWanted);
    return { anchor: fresh, isNew: true, isReplaced: isMissed && !isReadable };
  });
  if (opened.isNew) channel.post('restart');
  const listeners = newListeners();
  const restartListeners = newListeners();
  const clock = createSimulatedClock(opened.anchor, async (anchor) => {
    await store.setMeta(metaKeys.clock, anchor);
    channel.post('clock');
    listeners.tell();
  });
  const changed = (): void => {
    channel.post('world');
    listeners.tell();
  };
  const azure = createSimulatedAzure({
    store,
    clock,
    world: () => readWorld(store),
    onChange: changed,
  });
  const faults = async (): Promise<readonly ActiveFault[]> => (await azure.state()).faults;
  const client = createClientClock(clock, faults);
  const changeFaults = async (event: WorldEvent): Promise<void> => {
    await azure.append([event]);
    channel.post('faults');
    await client.look();
  };
  const scenario = async (): Promise<ScenarioId> =>
    scenarioIdOf(await store.getMeta(metaKeys.scenario)) ?? 'default';
  const openScenario = async (id: ScenarioId): Promise<void> => {
    clock.adopt(await store.exclusively(() => begin(store, id, clock.anchor)));
    await client.look();
    channel.post('restart');
    restartListeners.tell();
    listeners.tell();
  };
  const adoptStored = async (isRestart: boolean): Promise<void> => {
    const anchor = parseAnchor(await store.getMeta(metaKeys.clock));
    if (anchor !== null) clock.adopt(anchor);
    await client.look();
    if (isRestart) restartListeners.tell();
    listeners.tell();
  };
  channel.onMessage((message) => {
    if (message === 'world') listeners.tell();
    else void adoptStored(message === 'restart');
  });
  await client.look();
  return {
    durable,
    isReplaced: opened.isReplaced,
    clock,
    azure,
    client,
    scenario,
    openScenario,
    reset: async () => openScenario(await scenario()),
    events: (afterSeq = 0) => store.read(afterSeq),
    eventCount: () => store.count(),
    requests: (limit = LOG_LIMIT, after = 0) => store.readLog(limit, after),
    faults,
    addFault: async (fault) =>
      changeFaults({ type: 'fault-added', at: clock.now(), fault: parseFault(fault) }),
    removeFault: (faultId) => changeFaults({ type: 'fault-removed', at: clock.now(), faultId }),
    removeResource: (id) => azure.append([{ type: 'resource-removed', at: clock.now(), id }]),
    setPower: (machineId, isStopped) =>
      azure.append([{ type: 'machine-powered', at: clock.now(), machineId, isStopped }]),
    restoreAsAnotherUser: (order) => restoreByOther(azure, order),
    subscribe: listeners.listen,
    onRestart: restartListeners.listen,
  };
}

async function restoreByOther(azure: SimulatedAzure, order: OtherPersonsRestore): Promise<string> {
  let jobId = '';
  await azure.change((state, now) => {
    const event = restoreOfOtherPerson(state, now, order);
    jobId = event.jobId;
    return [event];
  });
  return jobId;
}

const A_YEAR_MS = 365 * 86_400_000;

/** Whether a stored world is of this format, and follows from its events. */
async function canRead(store: EventStore, id: ScenarioId): Promise<boolean> {
  // The versions before the first format stored none.
  const format = (await store.getMeta(metaKeys.format)) ?? WORLD_FORMAT;
  if (format !== WORLD_FORMAT) return false;
  try {
    const events = await store.read(0);
    if (events.length === 0) return true;
    const state = fold(initialState(originOf(id)), events);
    // By then all that runs has come to its end.
    stateAt(state, isoMs(state.seed.startsAt) + A_YEAR_MS);
    return true;
  } catch {
    return false;
  }
}

/** Writes the beginning of a scenario's world, and returns its clock, at the pace it had before. */
async function begin(
  store: EventStore,
  id: ScenarioId,
  before: ClockAnchor | null,
): Promise<ClockAnchor> {
  const anchor = freshAnchor(isoMs(originOf(id).seed.startsAt), before);
  const epoch = Number((await store.getMeta(metaKeys.epoch)) ?? 0) + 1;
  await store.clear();
  await Promise.all([
    store.setMeta(metaKeys.scenario, id),
    store.setMeta(metaKeys.clock, anchor),
    store.setMeta(metaKeys.epoch, epoch),
    store.setMeta(metaKeys.format, WORLD_FORMAT),
  ]);
  return anchor;
}

async function readWorld(store: EventStore): Promise<World> {
  const epoch = Number((await store.getMeta(metaKeys.epoch)) ?? 0);
  const id = scenarioIdOf(await store.getMeta(metaKeys.scenario)) ?? 'default';
  return { epoch, origin: originOf(id) };
}
