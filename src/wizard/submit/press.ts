import { isOwnClock, now } from '#src/lib/clock.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import type { Press } from '#src/model/lost-restore.ts';
import { type Attempt, attemptOf, type Draft, isCertain } from '#src/wizard/draft/schema.ts';

/** A press whose job is looked for. */
export type LookedFor = Attempt & Pick<Press, 'known' | 'isByIdOnly'>;

/** The press as those see it who look for its job. */
export function pressOf(looked: LookedFor): Press {
  const { before, notOurs, known, isByIdOnly } = looked;
  const presses = [looked, ...(looked.earlier ?? [])];
  return {
    sentAt: instant(Math.min(...presses.map(({ sentAt }) => sentAt))),
    requestIds: [...new Set(presses.map(({ clientRequestId }) => clientRequestId))],
    before: before ?? null,
    notOurs: notOurs ?? [],
    known,
    isByIdOnly,
  };
}

/**
 * A new press. It has an ID of its own, by which its job is known. While an earlier request might have been
 * accepted, the ID and the list of jobs of that are kept.
 */
export function attemptFor(
  { earlier }: Pick<Draft, 'earlier'>,
  secondaryRegion: string | undefined,
): Attempt {
  return {
    clientRequestId: crypto.randomUUID(),
    sentAt: now(),
    ...(!isOwnClock() && { clock: 'service' as const }),
    ...(earlier && { earlier: [pressOnly(earlier), ...(earlier.earlier ?? [])] }),
    ...(secondaryRegion !== undefined && { secondaryRegion }),
    ...(earlier?.before && { before: earlier.before }),
    ...(earlier?.notOurs && { notOurs: earlier.notOurs }),
  };
}

/** What tells one press from another, and when it was. */
export const pressOnly = ({ clientRequestId, sentAt, clock }: Attempt) => ({
  clientRequestId,
  sentAt,
  ...(clock && { clock }),
});

/** When Restore was pressed. */
export interface PressTime {
  readonly at: Instant;
  /** Whether nothing but this computer's clock tells it. */
  readonly isByComputer: boolean;
  /** How far the clock that the press was dated by is behind the service's, in milliseconds. */
  readonly behindMs: number;
}

/** A job that starts within this of the press, in milliseconds, says that the two clocks agree. */
const AGREE_MS = 2 * 60_000;

/**
 * When Restore was pressed, by the service's clock where it is known: the press's own, else by the start of its job,
 * where that is certainly of this press. Null: not known here. `startedAt`: null where nothing reports it. Pure.
 */
export function pressTime(draft: Draft | null, startedAt: Instant | null): PressTime | null {
  const submission = draft?.submission;
  const attempt = submission === undefined ? null : attemptOf(submission);
  if (attempt === null) return null;
  const at = instant(attempt.sentAt);
  if (attempt.clock === 'service') return { at, isByComputer: false, behindMs: 0 };
  const isOurs = submission?.state === 'job' && isCertain(submission);
  if (!isOurs || startedAt === null) return { at, isByComputer: true, behindMs: 0 };
  const behindMs = Math.abs(startedAt - at) < AGREE_MS ? 0 : startedAt - at;
  return { at: instant(at + behindMs), isByComputer: false, behindMs };
}
