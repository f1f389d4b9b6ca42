import type { QueryClient } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import type { MetRestore } from '#src/model/lost-restore.ts';
import { wantedTarget } from '#src/datasources/azure-vm/checks/list/same-target.ts';
import { targetQueries } from '#src/datasources/azure-vm/checks/preflight-queries.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { warnsAnew } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { queriesAgain } from '#src/datasources/azure-vm/reader.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { targetSubscription, viewOf } from '#src/datasources/azure-vm/view.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import { readLatest } from '#src/wizard/submit/latest-reads.ts';
import type { BegunSince, Decided } from '#src/wizard/submit/send.ts';
import type { PlannedRestore } from '#src/datasources/azure-vm/commands/plan.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request/request.ts';

/**
 * Reads once more what others may have taken away, or taken, since Review was drawn.
 * @returns whether the restore that was confirmed is still the one that the draft asks for, nothing
 * refuses it, and nothing warns of it that did not warn at Review.
 */
export async function isStillSo(
  client: QueryClient,
  view: DraftView,
  confirmed: PlannedRestore,
): Promise<boolean> {
  const reads = await readAgain(client, view);
  const latest = viewOf(view.draft, reads);
  const planned = plannedRestore(latest);
  return (
    planned.ok &&
    JSON.stringify(planned.value) === JSON.stringify(confirmed) &&
    schemaFor(vmModel, 'review', reads).safeParse(view.shown).success &&
    !warnsAnew(view, latest)
  );
}

async function readAgain(client: QueryClient, { draft, reads }: DraftView): Promise<Reads> {
  const { choices } = draft;
  const target = targetSubscription(choices, reads);
  const queries = queriesAgain(
    { choices, reads, target, made: reads.made },
    (when) => when === 'atRestore',
  );
  return { ...(await readLatest(client, reads, queries)), at: now() };
}

/** Reads once more who else restores to the same target. `shown`: those that Review showed. */
export const begunBeside = (
  client: QueryClient,
  view: DraftView,
  shown: readonly MetRestore[],
  decided: Decided,
): BegunSince =>
  begunSince(client, {
    draftId: view.draft.id,
    wanted: wantedTarget(view),
    queries: targetQueries(view),
    shown,
    decided,
  });
