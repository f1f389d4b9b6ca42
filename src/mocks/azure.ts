import { type Clock, wait as waitOnClock, waitReal } from '#src/lib/clock.ts';
import { abortError } from '#src/lib/result.ts';
import { isInGroup } from '#src/mocks/faults/fault.ts';
import { spendJobRead } from '#src/mocks/job-reads.ts';
import { spend } from '#src/mocks/resource-graph/query.ts';
import type {
  GraphQuota,
  OtherService,
  SimulatedRequest,
  SimulatedResponse,
} from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, initialState, type Origin, type State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { EventStore } from '#src/mocks/world/store.ts';

/** Rejects when the client gives up, and never ends otherwise. */
function untilGivenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => reject(abortError(signal));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** A body that sends what there is of it, and then breaks. */
function breakingOff(text: string | null): ReadableStream<Uint8Array> {
  let left = text ?? '';
  return new ReadableStream({
    pull: (controller) => {
      if (left === '') controller.error(new TypeError('network error'));
      else controller.enqueue(new TextEncoder().encode(left));
      left = '';
    },
  });
}

function responseOf({ kind, status, headers, body, bytes }: SimulatedResponse): Response {
  const whole = body ?? bytes ?? null;
  return new Response(kind === 'half-body' ? breakingOff(body) : whole, { status, headers });
}

interface AzureOptions {
  readonly store: EventStore;
  /** The current world: another epoch means that a tab started it again. */
  readonly world: () => Promise<World>;
  readonly clock: Pick<Clock, 'now'>;
  /** Waits simulated milliseconds; the product's clock unless told otherwise. */
  readonly wait?: (ms: number) => Promise<void>;
  /** The services beside Azure; those of this build unless told otherwise. */
  readonly others?: readonly OtherService[] | undefined;
  /** Called after a request was answered or events were added. */
  readonly onChange?: () => void;
}

/** Which world, and the how-manieth life of it. */
export interface World {
  readonly epoch: number;
  readonly origin: Origin;
}

export interface SimulatedAzure {
  /**
   * Answers like `fetch`: rejects with a TypeError when the connection breaks. Where a fault says that
   * no answer comes it never resolves; it rejects with the signal's reason when the client gives up.
   */
  fetch(request: Request): Promise<Response>;
  /** How many requests have come and will still be answered. */
  underWay(): number;
  /** How many requests wait for an answer that never comes. */
  unanswered(): number;
  /** The state of the world, all stored events in it. */
  state(): Promise<State>;
  /** Adds events that no request made: a fault set by a person. */
  append(events: readonly WorldEvent[]): Promise<void>;
  /** Adds events that follow from the world at this moment, without another change in between. */
  change(make: (seen: State, now: number) => readonly WorldEvent[]): Promise<void>;
}

/** An answer, and the number of the newest event by then. */
interface Answered {
  readonly response: SimulatedResponse;
  readonly afterEvent: number;
}

/** What a life of a world has spent: requests that read, requests that write, and questions to Resource Graph. */
interface Spent {
  readonly epoch: number;
  readonly reads: number;
  readonly writes: number;
  readonly quota: GraphQuota | null;
}

const NOTHING_SPENT: Omit<Spent, 'epoch'> = { reads: 0, writes: 0, quota: null };

/** The rate-limit headers count down from what document 004 prints. */
const firstReads = 14_999;
const firstWrites = 1199;

const graphQuestion = /\/Microsoft\.ResourceGraph\//i;
/** Reads by POST: to Resource Graph, some to the backup service, and to a CommServe about jobs. */
const readsByPost =
  /\/Microsoft\.ResourceGraph\/|\/(accessToken|backupCrrJobs?|backupStatus|backupValidateOperation|recoveryPointsRecommendedForMove)\?|\/webconsole\/api\/(JobDetails|Jobs)$/i;

/** Reads of jobs in another region: a POST, and Azure counts it as a write. */
const countsAsWrite = /\/backupCrrJobs?\?/i;

/** Counts requests. A restarted world has spent nothing, though its clock may equal that of the last one. */
function newSpending(clock: Pick<Clock, 'now'>) {
  let spent: Spent = { epoch: Number.NaN, ...NOTHING_SPENT };
  return (epoch: number, isRead: boolean, isQuestion: boolean): Spent => {
    const before = spent.epoch === epoch ? spent : { epoch, ...NOTHING_SPENT };
    spent = {
      epoch,
      reads: before.reads + (isRead ? 1 : 0),
      writes: before.writes + (isRead ? 0 : 1),
      quota: isQuestion ? spend(before.quota, clock.now()) : before.quota,
    };
    return spent;
  };
}

/** How long answers are on their way: as faults delay them, and lists of jobs while one holds these back. */
function newWayBack(wait: (ms: number) => Promise<void>) {
  let listsHeld = Promise.resolve();
  return async ({ delayMs, listsHeldMs, operation }: SimulatedResponse): Promise<void> => {
    if (delayMs > 0) await wait(delayMs);
    if (listsHeldMs !== undefined) listsHeld = waitReal(listsHeldMs);
    if (isInGroup('job-list', operation)) await listsHeld;
  };
}

/** A simulated Azure over a store: what is answered was stored before. */
export function createSimulatedAzure({
  store,
  world,
  clock,
  wait = waitOnClock,
  others,
  onChange = () => undefined,
}: AzureOptions): SimulatedAzure {
  let current: { readonly epoch: number; readonly state: State } | null = null;
  let underWay = 0;
  // Held as long as they wait: Node forgets to abort a request that nothing holds.
  const unanswered = new Set<Request>();
  const spendOn = newSpending(clock);
  const onItsWay = newWayBack(wait);

  const sync = async (known?: World): Promise<State> => {
    const { epoch, origin } = known ?? (await world());
    const held = (): State | null => (current?.epoch === epoch ? current.state : null);
    const before = held() ?? initialState(origin);
    const events = await store.read(before.seq);
    // Another request may have come as far meanwhile: one world is one object, of which much is known.
    const state = fold(held() ?? before, events);
    current = { epoch, state };
    return state;
  };
  /** The number of the last event that was stored; 0 when there was none to store. */
  const commit = async (events: readonly WorldEvent[]): Promise<number> => {
    const stored = events.length > 0 ? await store.append(events) : [];
    return stored.at(-1)?.seq ?? 0;
  };
  const changing = (request: SimulatedRequest): Promise<Answered> =>
    store.exclusively(async () => {
      const state = await sync();
      const { response, events } = simulate(request, state, clock.now(), others);
      return { response, afterEvent: Math.max(state.seq, await commit(events)) };
    });
  const answer = async (request: SimulatedRequest, known: World): Promise<Answered> => {
    if (!request.isRead) return changing(request);
    const state = await sync(known);
    const { response, events } = simulate(request, state, clock.now(), others);
    return events.length === 0 ? { response, afterEvent: state.seq } : changing(request);
  };

  const describe = (request: Request, text: string, epoch: number): SimulatedRequest => {
    const isRead = ['GET', 'HEAD'].includes(request.method) || readsByPost.test(request.url);
    const isQuestion = graphQuestion.test(request.url);
    const isCountedRead = isRead && !countsAsWrite.test(request.url);
    const { reads, writes, quota } = spendOn(epoch, isCountedRead, isQuestion);
    return {
      method: request.method,
      url: new URL(request.url),
      headers: new Map([...request.headers].map(([name, value]) => [name.toLowerCase(), value])),
      body: text,
      requestId: guidFrom(`${clock.now()}:${reads}:${writes}:${request.url}`),
      isRead,
      remaining: isCountedRead
        ? { of: 'reads', left: Math.max(0, firstReads - reads) }
        : { of: 'writes', left: Math.max(0, firstWrites - writes) },
      graphQuota: isQuestion ? quota : null,
      jobReads: null,
    };
  };

  /** One arrival of a request. */
  const receive = async (request: Request, text: string): Promise<SimulatedResponse> => {
    const known = await world();
    const described = {
      ...describe(request, text, known.epoch),
      jobReads: await spendJobRead(store, request, { ...known, now: clock.now() }),
    };
    const { response, afterEvent } = await answer(described, known);
    await store.logRequest({
      requestId: described.requestId,
      at: clock.now(),
      method: request.method,
      path: described.url.pathname,
      status: response.kind === 'answer' ? response.status : null,
      operation: response.operation,
      afterEvent,
    });
    onChange();
    return response;
  };
  const respond = async (request: Request): Promise<Response> => {
    const text = await request.text();
    const first = await receive(request, text);
    const response = first.isRepeated === true ? await receive(request, text) : first;
    await onItsWay(response);
    if (response.kind === 'silence') return silence(request);
    if (response.kind === 'connection-error') throw new TypeError('Failed to fetch');
    return responseOf(response);
  };
  const silence = async (request: Request): Promise<never> => {
    unanswered.add(request);
    underWay -= 1;
    try {
      return await untilGivenUp(request.signal);
    } finally {
      underWay += 1;
      unanswered.delete(request);
    }
  };

  return {
    fetch: async (request) => {
      underWay += 1;
      try {
        return await respond(request);
      } finally {
        underWay -= 1;
      }
    },
    underWay: () => underWay,
    unanswered: () => unanswered.size,
    state: () => sync(),
    append: async (events) => {
      await store.exclusively(() => commit(events));
      onChange();
    },
    change: async (make) => {
      await store.exclusively(async () => {
        const now = clock.now();
        await commit(make(stateAt(await sync(), now), now));
      });
      onChange();
    },
  };
}
