import { isOwnClock, now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import type { Press } from '#src/model/lost-restore.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';

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
