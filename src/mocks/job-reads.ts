import type { Answer, Call, Handler, JobReadCounter, JobReads } from '#src/mocks/service.ts';
import { type JobReadLimit, type Origin, USUAL_LIMIT } from '#src/mocks/world/fold.ts';
import type { EventStore } from '#src/mocks/world/store.ts';

/**
 * Reads of jobs have a limit of their own: one counter for a subscription and a service, which lists and
 * single reads share. Since late 2024 it is a bucket that fills again; before, it was a fixed hour.
 */

interface Allowance {
  readonly most: number;
  /** Milliseconds after which all may be read again. */
  readonly windowMs: number;
  /** It fills little by little, not all at once. */
  readonly isBucket: boolean;
}

const HOUR_MS = 3_600_000;
/** That it fills by a tenth each second is a guess (G). */
const BUCKET = { windowMs: 10_000, isBucket: true };
const HOUR = { windowMs: HOUR_MS, isBucket: false };
/** Data Protection has a smaller one. */
const DATA_PROTECTION = 200;

const RECOVERY_SERVICES: Readonly<Record<JobReadLimit, Allowance>> = {
  'bucket 250': { most: 250, ...BUCKET },
  'hour 150': { most: 150, ...HOUR },
  'hour 450': { most: 450, ...HOUR },
};

export function allowanceOf(limit: JobReadLimit, service: JobReads['service']): Allowance {
  const own = RECOVERY_SERVICES[limit];
  return service === 'RecoveryServices' ? own : { ...own, most: DATA_PROTECTION };
}

/** A counter after one more read. A clock that was put back starts it again. */
export function afterRead(
  { most, windowMs, isBucket }: Allowance,
  before: JobReadCounter | undefined,
  now: number,
): JobReadCounter {
  const passedMs = before === undefined ? windowMs : now - before.at;
  if (before === undefined || passedMs < 0 || passedMs >= windowMs)
    return { left: most - 1, at: now };
  const left = Math.max(0, before.left);
  if (!isBucket) return { left: left > 0 ? left - 1 : -1, at: before.at };
  const filled = Math.min(most, left + (most * passedMs) / windowMs);
  return { left: filled >= 1 ? filled - 1 : -1, at: now };
}

interface Others {
  /** Reads a minute. */
  readonly otherReaders: number;
  readonly now: number;
}

const MINUTE_MS = 60_000;

/** What others of the subscription leave of a counter: they read all along, from its first moment on. */
export function besideOthers(
  { windowMs, isBucket }: Allowance,
  { left, at }: JobReadCounter,
  { otherReaders, now }: Others,
): JobReadCounter {
  // A bucket has filled again what they took longer ago.
  const forMs = isBucket ? windowMs : now - at;
  const rest = left - Math.floor((otherReaders * forMs) / MINUTE_MS);
  return { left: rest < 0 ? -1 : rest, at };
}

/** Whole seconds after which a counter lets a read through again. */
function secondsToWait(
  { windowMs, isBucket, most }: Allowance,
  { at }: JobReadCounter,
  now: number,
): number {
  const untilMs = isBucket ? windowMs / most : at + windowMs - now;
  return Math.max(1, Math.ceil(untilMs / 1000));
}

const JOBS =
  /^\/subscriptions\/(?<subscription>[^/]+)\/.*\/Microsoft\.(?<service>RecoveryServices|DataProtection)\/(?:backup)?vaults\/[^/]+\/backupJobs(?:\/[^/]+)?$/i;

/** Which counter a request takes from; null: it reads no jobs. */
function counterOf(method: string, path: string): Omit<JobReads, 'counter'> | null {
  const { subscription = '', service = '' } = JOBS.exec(path)?.groups ?? {};
  if (method !== 'GET' || service === '') return null;
  const isRecovery = service.toLowerCase() === 'recoveryservices';
  return {
    subscription: subscription.toLowerCase(),
    service: isRecovery ? 'RecoveryServices' : 'DataProtection',
  };
}

const META = 'job reads';

type Counters = Readonly<Record<string, JobReadCounter>>;

const isCounter = (one: unknown): one is JobReadCounter =>
  typeof one === 'object' && one !== null && 'left' in one && 'at' in one;

/** What was stored of this life of the world. */
function countersIn(stored: unknown, epoch: number): Counters {
  if (typeof stored !== 'object' || stored === null || !('epoch' in stored)) return {};
  if (stored.epoch !== epoch || !('counters' in stored)) return {};
  const { counters } = stored;
  if (typeof counters !== 'object' || counters === null) return {};
  return Object.fromEntries(
    Object.entries(counters).flatMap(([key, one]) => (isCounter(one) ? [[key, one]] : [])),
  );
}

interface SpendingRead {
  readonly epoch: number;
  readonly origin: Pick<Origin, 'jobReadLimit' | 'otherReaders'>;
  /** Simulated epoch milliseconds. */
  readonly now: number;
}

/** Takes a read from its counter, which all tabs share; null: the request reads no jobs. */
export async function spendJobRead(
  store: EventStore,
  request: Pick<Request, 'method' | 'url'>,
  { epoch, origin: { jobReadLimit = USUAL_LIMIT, otherReaders = 0 }, now }: SpendingRead,
): Promise<JobReads | null> {
  const taken = counterOf(request.method, new URL(request.url).pathname);
  if (taken === null) return null;
  const key = `${taken.subscription} ${taken.service}`;
  return store.exclusively(async () => {
    const counters = countersIn(await store.getMeta(META), epoch);
    const allowance = allowanceOf(jobReadLimit, taken.service);
    const own = afterRead(allowance, counters[key], now);
    await store.setMeta(META, { epoch, counters: { ...counters, [key]: own } });
    return { ...taken, counter: besideOthers(allowance, own, { otherReaders, now }) };
  });
}

/** Answers with what is left of the counter, or refuses as it was recorded. */
export const withinJobReads =
  (handle: Handler): Handler =>
  (call) => {
    const { jobReads } = call.request;
    if (jobReads === null) return handle(call);
    if (jobReads.counter.left < 0) return throttled(call, jobReads);
    const answer = handle(call);
    const left = String(Math.floor(jobReads.counter.left));
    return { ...answer, headers: { [LEFT_HEADER]: left, ...answer.headers } };
  };

/** It stands in place of the header that counts all reads. */
export const LEFT_HEADER = 'x-ms-ratelimit-remaining-subscription-resource-requests';

function throttled({ state, now }: Call, { subscription, service, counter }: JobReads): Answer {
  const allowance = allowanceOf(state.jobReadLimit, service);
  const seconds = secondsToWait(allowance, counter, now);
  const vaults = service === 'RecoveryServices' ? 'vaults' : 'backupVaults';
  const interval = allowance.isBucket ? '00:00:10' : '01:00:00';
  const message = `Subscription '${subscription}' has used its '${String(allowance.most)}' requests for action 'Microsoft.${service}/${vaults}/backupJobs/read' in the interval '${interval}'. Try again after '${String(seconds)}' seconds.`;
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { error: { code: 'ResourceRequestsThrottled', message } },
  };
}
