import type { Instant } from '#src/lib/time.ts';

/** How a session stands. `notReported`: nothing reports when it ends. */
export type SessionPhase =
  | 'running'
  | 'lastHour'
  | 'lastMinutes'
  | 'expired'
  | 'notReported'
  | 'unmounted';

/** What of a session tells how it stands. Epoch milliseconds. */
export interface SessionTimes {
  readonly expiresAt: number | null;
  readonly endedAt?: number | undefined;
}

const HOUR_MS = 3_600_000;
const LAST_MINUTES_MS = 10 * 60_000;

/** How a session stands at a moment. Pure. */
export function sessionPhase({ expiresAt, endedAt }: SessionTimes, at: Instant): SessionPhase {
  if (endedAt !== undefined) return 'unmounted';
  if (expiresAt === null) return 'notReported';
  const left = expiresAt - at;
  if (left <= 0) return 'expired';
  if (left <= LAST_MINUTES_MS) return 'lastMinutes';
  return left <= HOUR_MS ? 'lastHour' : 'running';
}
