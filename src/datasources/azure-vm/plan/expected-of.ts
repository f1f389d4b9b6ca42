import type { ReactNode } from 'react';
import { pastRestoresQuery } from '#src/api/queries/job-lists.ts';
import { goesToSecondary, pairedRegion } from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { replacesNothing } from '#src/datasources/azure-vm/plan/outcome.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { expectedDuration } from '#src/progress/live/ExpectedDuration.tsx';
import { alikeOf } from '#src/progress/past.ts';
import { plan as words } from '#src/strings/plan.ts';
import { known } from '#src/wizard/reads/read.ts';

/** How long a VM's restore will take; null while its kind or its region isn't known. */
export function expectedOf(view: DraftView): ReactNode {
  const { reads, shown } = view;
  const item = known(reads.instance);
  const isSecondary = goesToSecondary(shown, reads);
  const region = isSecondary ? pairedRegion(reads) : '';
  if (item === undefined || shown.option === null || replacesNothing(view)) return null;
  if (region === undefined || region === null) return null;
  const same = {
    operation: isSecondary ? 'CrossRegionRestore' : 'Restore',
    kind: shown.option,
    isRehydrating: chosenPoint(view)?.tier === 'Archive',
  };
  return expectedDuration({
    query: pastRestoresQuery(item.vaultId, region || null),
    tookMs: (past) => alikeOf(same, past).map(({ durationMs }) => durationMs),
    what: words.past[shown.option],
  });
}
