import { instant } from '#src/lib/time.ts';
import type { Press } from '#src/model/lost-restore.ts';
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
