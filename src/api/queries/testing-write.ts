import { AZURE, type Home } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { installWorldClock } from '#src/api/queries/testing.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import type { TestAzure } from '#src/mocks/testing.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { LOG_LIMIT } from '#src/mocks/world/store.ts';

/** What tests need that send every request which starts something. */

/** A request of the client that starts something, and a world in which it can. */
export interface Write {
  /** The function of `src/api` that sends it. */
  readonly of: string;
  readonly world: () => TestAzure | Promise<TestAzure>;
  /** Where it goes, if not to Azure Resource Manager. */
  readonly home?: Home;
  /** What there is where it is received twice, as text; left out: the same as where it is received once. */
  readonly twice?: 'two restores' | 'the second pair of tokens';
  /** What the service tells of a second copy, the first of which was done; left out: it accepts that, or has nothing to do. */
  readonly copy?: Copy;
  /** What it starts is a job of a restore, or another job; left out: it starts none. */
  readonly job?: 'restore' | 'other';
  /** Does what has to come before; what comes back sends it, as one press does. */
  readonly ready: (it: WriteWorld) => Promise<() => Promise<unknown>>;
}

/** A refusal of a service, by the status that a fault can have. */
export interface Copy {
  readonly status: 400 | 404 | 409 | 412;
  readonly code: string;
}

export interface WriteWorld extends TestAzure {
  readonly arm: ArmPipelines;
}

/** Nothing has to come before: a press sends it. */
export const atOnce =
  (send: (it: WriteWorld) => Promise<unknown>): Write['ready'] =>
  async (it) =>
  () =>
    send(it);

/** A write that was sent, and the world after it. */
export interface Tried {
  readonly it: WriteWorld;
  /** The requests that started something, as they left. */
  readonly starts: readonly Sent[];
  /** How many of them were of the request that the row is of. */
  readonly sent: number;
  /** Status and body of the answer to the last of them; null: none came. */
  readonly got: { readonly status: number; readonly body: string } | null;
  /** How often the request that was met arrived at the service, copies among them. */
  readonly arrivals: number;
  /** What the services have done since the press. */
  readonly done: readonly WorldEvent[];
  /** What came of the press. */
  readonly end: unknown;
}

/** What comes between a request and its answer. */
export interface Meeting {
  readonly answer: MetBy;
  /** Whether the service does what the request asks for. */
  readonly isDone: boolean;
  /** Simulated seconds after which its service tells of the job. */
  readonly listedAfter: number;
}

/** What the page gets of a request. */
export const ANSWERS = [
  'a cut',
  'the code of a copy',
  'another 4xx',
  'HTML 401',
  'HTML 404',
  'HTML 409',
  'HTML 413',
  'HTML 429',
  'HTML 502',
  'JSON 500',
  '202 of another job',
] as const;
export type MetBy = (typeof ANSWERS)[number];

/** What has the page get so. */
function effectOf({ copy }: Write, { answer, isDone: after }: Meeting): FaultEffect {
  switch (answer) {
    case 'a cut':
      return { kind: after ? 'answer-lost' : 'drop' };
    case 'the code of a copy':
      if (copy === undefined) throw new Error('a copy has no code');
      // Where it was done the second copy gets the code from the service itself.
      return after ? { kind: 'repeated' } : { kind: 'status', ...copy };
    case 'another 4xx':
      return { kind: 'status', status: 400, after };
    case 'JSON 500':
      return after ? { kind: 'accepted-but-500' } : { kind: 'status', status: 500 };
    case '202 of another job':
      return { kind: 'leads-to-another', undone: !after };
    default:
      return { kind: 'html-page', status: Number(answer.slice('HTML '.length)), after };
  }
}

/** After how many simulated seconds the service tells of the job; jobs were recorded up to 70 s late (live §2.2). */
const LISTED_AFTER = [0, 20, 70, 100] as const;

/** Every meeting there could be. */
export const MEETINGS: readonly Meeting[] = ANSWERS.flatMap((answer) =>
  [true, false].flatMap((isDone) =>
    LISTED_AFTER.map((listedAfter) => ({ answer, isDone, listedAfter })),
  ),
);

/** Why a meeting can't be; null: it can. */
export function leftOut(
  { copy, job }: Pick<Write, 'copy' | 'job'>,
  { answer, isDone, listedAfter }: Meeting,
): string | null {
  if (answer === 'the code of a copy' && copy === undefined) return 'a copy has no code';
  if (answer === '202 of another job' && job !== 'restore') return 'its answer leads to no restore';
  if (listedAfter > 0 && !isDone) return 'what was not done is never listed';
  if (listedAfter > 0 && job === undefined) return 'it has no job';
  return null;
}

/** Whether two requests are for the same: what is given a role has another name each time. */
const isSameRequest = (one: Sent, other: Sent): boolean =>
  one.method === other.method && placeOf(one) === placeOf(other);

const placeOf = ({ url }: Sent): string => new URL('.', url).pathname;

/** What only makes ready for the request that a row is of. */
const isPart = ({ url }: Sent): boolean => /\/refreshContainers\?/.test(url);

const isRead = ({ method, url }: Sent): boolean =>
  ['GET', 'HEAD'].includes(method) ||
  /Microsoft\.ResourceGraph|\/JobDetails$|accessToken|\/backupCrrJobs?\?/.test(url);

/** How a write is tried. */
export interface Trying {
  /** Whether the browser has request streams, and the way carries them. */
  readonly canStream?: boolean;
  /** Whether each request is received a second time, as where a browser repeats it; the page gets that answer alone. */
  readonly isRepeated?: boolean;
  /** What comes between the request and its answer, once. */
  readonly meets?: Meeting;
  /** Installs the clock by which the client waits; left out: that of the world, which no wait lasts. */
  readonly clockOf?: (world: TestAzure) => void;
  /** Called with each request that starts something, as it leaves. */
  readonly onStart?: (one: Sent) => void;
  /** Makes one press out of gestures; left out: just presses. */
  readonly by?: (press: () => Promise<unknown>) => Promise<unknown>;
}

/** Tries a write in a world of its own. */
export async function tried(write: Write, trying: Trying = {}): Promise<Tried> {
  const { canStream = true, isRepeated = false, meets, by = (press) => press() } = trying;
  const { clockOf = ({ clock }) => installWorldClock(clock) } = trying;
  const world = await write.world();
  clockOf(world);
  const starts: Sent[] = [];
  let isPressed = false;
  let got: Tried['got'] = null;
  let isMet = false;
  const token = { token: 'demo-access-token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
  const { arm } = testArm(
    async (request, one) => {
      if (!isPressed || isRead(one)) return world.azure.fetch(request);
      starts.push(one);
      trying.onStart?.(one);
      if (meets !== undefined && !isMet && !isPart(one)) {
        isMet = true;
        await world.azure.append(faultsOf(write, meets, one));
      }
      got = null;
      if (isRepeated) await world.azure.fetch(request.clone());
      const answer = await world.azure.fetch(request);
      got = { status: answer.status, body: await answer.clone().text() };
      return answer;
    },
    { getToken: async () => token },
    write.home ?? AZURE,
    canStream,
  );
  const it = { ...world, arm };
  const press = await write.ready(it);
  isPressed = true;
  const [before, seen] = [await lastEvent(world), await lastLine(world)];
  const end = await by(press).catch((error: unknown) => error);
  const met = starts.findLast((one) => !isPart(one));
  const log = await world.store.readLog(LOG_LIMIT, seen);
  const events = await world.store.read(before);
  return {
    it,
    starts,
    sent: starts.filter((one) => met !== undefined && isSameRequest(one, met)).length,
    got,
    arrivals: log.filter(
      ({ path, method }) => method === met?.method && new URL(met.url).pathname === path,
    ).length,
    done: events.map(({ event }) => event).filter(isWork),
    end,
  };
}

const lastEvent = async ({ store }: TestAzure) => (await store.read(0)).at(-1)?.seq ?? 0;
const lastLine = async ({ store }: TestAzure) => (await store.readLog(1)).at(-1)?.number ?? 0;

/** What is done of a request, beyond faults and what only makes ready for it. */
function isWork(event: WorldEvent): boolean {
  switch (event.type) {
    case 'fault-added':
    case 'fault-used':
    case 'fault-removed':
      return false;
    case 'operation-accepted':
      return event.kind !== 'discovery';
    case 'restore-accepted':
      return event.isUndone !== true;
    default:
      return true;
  }
}

/** Has the request that leaves now meet it. */
function faultsOf(write: Write, meets: Meeting, { method, url }: Sent): readonly WorldEvent[] {
  const match = { method, path: new URL(url).pathname };
  const late = { kind: 'listed-late', seconds: meets.listedAfter } as const;
  const faults: readonly Fault[] = [
    { id: 'meets', match, times: 1, effect: effectOf(write, meets) },
    // Where the request arrives twice it is so of both jobs.
    ...(meets.listedAfter === 0 ? [] : [{ id: 'late', match, times: 2, effect: late }]),
  ];
  return faults.map((fault) => ({ type: 'fault-added', at: 0, fault }));
}
