import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { FileRecoverySeed, LackingScripts } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';

/** Sessions in which the files of restore points can be read (aftercare §3). */

/** A session lasts so long from its request on, to the second (aftercare §3.2, R). */
const SESSION_MS = 12 * 3_600_000;

/** One session. Times are simulated epoch milliseconds. */
export interface Mounting {
  /** In lower case. */
  readonly pointId: string;
  /** The operation that reports its scripts; null: it was started elsewhere. */
  readonly operationId: string | null;
  readonly atMs: number;
  /** When the disks can be attached. */
  readonly fromMs: number;
  /** When it ends by itself: what the scripts say. */
  readonly untilMs: number;
  /** When a request or a renewal ended it. */
  readonly endedMs?: number;
  readonly lacks?: LackingScripts;
}

type Mounted = Extract<WorldEvent, { readonly type: 'point-mounted' }>;

/** The sessions with which a world starts. */
export function mountsOf(
  { sessions = [] }: FileRecoverySeed,
  startsAt: string,
): readonly Mounting[] {
  return sessions.map(({ pointId, startedSecondsBefore }) => {
    const atMs = seedMs(startsAt) - startedSecondsBefore * 1000;
    const untilMs = atMs + SESSION_MS;
    return { pointId: pointId.toLowerCase(), operationId: null, atMs, fromMs: atMs, untilMs };
  });
}

/** The sessions after one was started, renewed or ended. */
export function mountsAfter(mounts: readonly Mounting[], event: Mounted): readonly Mounting[] {
  const { at, ms = 0, operationId = null, lastsMs = SESSION_MS, lacks } = event;
  const pointId = event.pointId.toLowerCase();
  const fromMs = at + ms;
  // The script of a session that was renewed is void (assumed: aftercare §3.3 says it of one that ended).
  const isEnd = !event.isMounted || event.isRenewal === true;
  const before = isEnd ? mounts.map((one) => endedBy(one, pointId, fromMs)) : mounts;
  if (!event.isMounted) return before;
  const lacking = lacks === undefined ? {} : { lacks };
  return [...before, { pointId, operationId, atMs: at, fromMs, untilMs: at + lastsMs, ...lacking }];
}

const endedBy = (one: Mounting, pointId: string, endedMs: number): Mounting =>
  one.pointId === pointId && one.endedMs === undefined ? { ...one, endedMs } : one;

const endOf = ({ untilMs, endedMs = untilMs }: Mounting): number => Math.min(untilMs, endedMs);

/** Whether the disks of a point can be attached at a moment: `isInstantIlrSessionActive`. */
export function isMounted(mounts: readonly Mounting[], pointId: string, now: number): boolean {
  return sessionsOf(mounts, pointId).some((one) => one.fromMs <= now && now < endOf(one));
}

/** The same, or they will be when the operation is over. */
export function isMountedOrSoon(
  mounts: readonly Mounting[],
  pointId: string,
  now: number,
): boolean {
  return sessionsOf(mounts, pointId).some((one) => now < endOf(one));
}

const sessionsOf = (mounts: readonly Mounting[], pointId: string): readonly Mounting[] =>
  mounts.filter((one) => one.pointId === pointId.toLowerCase());
