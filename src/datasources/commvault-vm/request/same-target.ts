import { useQuery } from '@tanstack/react-query';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import type { Instant } from '#src/lib/time.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { jobsOn } from '#src/wizard/draft/drafts.ts';
import { known, readOf } from '#src/wizard/reads/read.ts';
import type { CheckResult } from '#src/wizard/review/check.ts';
import { type TargetReads, targetResult } from '#src/wizard/review/target-check.ts';
import type { TargetQueries } from '#src/wizard/submit/begun-since.ts';

/** What a restore creates or replaces, with what is read of it; without parts while that is not chosen. */
export const wantedTarget = ({ shown, reads, model }: CommvaultView): WantedTarget => ({
  parts: model.targetOf(shown, reads),
  source: known(reads.vm)?.name ?? null,
});

/** How the restores in progress are read: no vault has a list of a CommServe's. */
export const targetQueries = ({ parts }: WantedTarget): TargetQueries => ({
  ofVault: null,
  others: otherRestoresQuery({ beside: null, jobs: jobsOn(parts) }),
});

/** Reads which restores are in progress, once there is a target that another could have, too. */
export function useTargetReads(wanted: WantedTarget): TargetReads & { readAgain: () => void } {
  const { others } = targetQueries(wanted);
  const query = useQuery({ ...others, enabled: wanted.parts.length > 0 });
  return { ofVault: null, others: readOf(query), readAgain: () => void query.refetch() };
}

/** What was found about other restores to the same target, and when. */
export interface TargetCheckResult extends CheckResult {
  readonly readAt: Instant | null;
}

/** Whether a restore to the same target is in progress already; null while there is no target. */
export function targetCheck(view: CommvaultView, reads: TargetReads): TargetCheckResult | null {
  const wanted = wantedTarget(view);
  if (wanted.parts.length === 0) return null;
  const { others } = reads;
  const readAt = others.state === 'known' ? (others.at ?? null) : null;
  return { ...targetResult(wanted, reads, 'vm'), readAt };
}
