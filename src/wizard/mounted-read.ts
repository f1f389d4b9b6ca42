import { problemOf } from '#src/api/queries/query.ts';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { sessionPhase } from '#src/model/file-recovery.ts';
import { sessions as words } from '#src/strings/files.ts';
import type { MountSession } from '#src/wizard/draft/schema.ts';

/** A read of whether a restore point is mounted; null: not reported. */
export interface MountedRead {
  readonly data: boolean | null | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  /** When it was answered last; null: that isn’t remembered. */
  readonly readAt: Instant | null;
}

/** What the latest read of the restore point says. Where it isn't mounted its session has ended by that. */
export function mountedText({ data, error, isFetching, readAt }: MountedRead): string {
  if (isFetching) return words.checking;
  if (error !== null) return words.notRead(problemOf(error).message);
  if (data === undefined) return words.notChecked;
  return data === true && readAt !== null ? words.stillMounted(timeText(readAt)) : words.notSaid;
}

/** What is known of an open session by its own times. */
interface OpenSessionWords {
  readonly tone: 'running' | 'warning' | 'unknown';
  readonly text: string;
  /** When it ended by its own time; null: it hasn't, or that isn't reported. */
  readonly ended: string | null;
}

/** What the times of an open session say; whether its disks are mounted only a read tells. Pure. */
export function openSessionText(
  session: Pick<MountSession, 'since' | 'expiresAt'>,
  at: Instant,
): OpenSessionWords {
  const { since, expiresAt } = session;
  if (expiresAt === null) {
    return { tone: 'unknown', text: words.notReported(dateTimeText(instant(since))), ended: null };
  }
  const phase = sessionPhase(session, at);
  if (phase === 'expired') {
    const ended = words.ended(dateTimeText(instant(expiresAt)));
    return { tone: 'warning', text: words.notConfirmed, ended };
  }
  const text = words.endsIn(leftText(instant(expiresAt), at));
  return { tone: phase === 'running' ? 'running' : 'warning', text, ended: null };
}

const MINUTE_MS = 60_000;

/** To the minute, and never "0 s" while it runs. */
const leftText = (end: Instant, at: Instant): string =>
  durationText(Math.max(1, Math.round((end - at) / MINUTE_MS)) * MINUTE_MS);
