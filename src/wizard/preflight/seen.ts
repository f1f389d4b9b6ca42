import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import type { Findings } from '#src/wizard/draft/review.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** Everything that a check looks at. */
export interface Seen extends Preflight {
  readonly view: DraftView;
  /** What the rules say of what the check is about. */
  readonly findings: Findings;
}
