import { instant } from '#src/lib/time.ts';
import type { Press } from '#src/model/lost-restore.ts';
import type { Attempt } from '#src/wizard/draft/submission.ts';

/** The press as those see it who look for its job. */
export function pressOf({ sentAt, before, notOurs }: Attempt): Press {
  return { sentAt: instant(sentAt), before: before ?? null, notOurs: notOurs ?? [] };
}
