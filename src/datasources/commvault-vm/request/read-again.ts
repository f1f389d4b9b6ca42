import type { QueryClient } from '@tanstack/react-query';
import type { CommvaultRestore } from '#src/api/commvault/restores.ts';
import { commvaultModel } from '#src/datasources/commvault-vm/model.ts';
import { queriesAtRestore } from '#src/datasources/commvault-vm/reader.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request/commvault-restore.ts';
import { targetQueries, wantedTarget } from '#src/datasources/commvault-vm/request/same-target.ts';
import { type CommvaultView, commvaultView } from '#src/datasources/commvault-vm/view.ts';
import { now } from '#src/lib/clock.ts';
import type { MetRestore } from '#src/model/lost-restore.ts';
import { warnsAnew } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import { readLatest } from '#src/wizard/submit/latest-reads.ts';
import type { BegunSince, Decided } from '#src/wizard/submit/send.ts';

/**
 * Reads once more what others may have changed since Review was drawn: whether the restore that was confirmed
 * is still the one that the draft asks for, and nothing refuses it or warns of it anew.
 */
export async function isStillSo(
  client: QueryClient,
  view: CommvaultView,
  confirmed: CommvaultRestore,
): Promise<boolean> {
  const { draft } = view;
  const queries = queriesAtRestore({ choices: draft.choices, reads: view.reads });
  const reads = { ...(await readLatest(client, view.reads, queries)), at: now() };
  const latest = commvaultView(draft, reads);
  return (
    JSON.stringify(restoreIn(latest)) === JSON.stringify(confirmed) &&
    schemaFor(commvaultModel, 'review', reads).safeParse(latest.shown).success &&
    !warnsAnew(view, latest)
  );
}

/** Reads once more who else restores to the same target. `shown`: those that the Summary showed. */
export function begunBeside(
  client: QueryClient,
  view: CommvaultView,
  shown: readonly MetRestore[],
  decided: Decided,
): BegunSince {
  const wanted = wantedTarget(view);
  const queries = targetQueries(wanted);
  return begunSince(client, { draftId: view.draft.id, wanted, queries, shown, decided });
}
