import type { QueryClient } from '@tanstack/react-query';
import {
  ofVaultAnew,
  type OfVaultQuery,
  othersAnew,
  type OthersQuery,
} from '#src/api/queries/running-restores.ts';
import {
  itemOf,
  type MetRestore,
  restoresMet,
  type WantedTarget,
} from '#src/model/lost-restore.ts';
import type { BegunRestore } from '#src/wizard/draft/schema.ts';
import { heldBackBy } from '#src/wizard/draft/sent.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import {
  type BegunSince,
  type Decided,
  inTime,
  JOBS_READ_MS,
} from '#src/wizard/submit/latest-reads.ts';

/** How the restores in progress are read. */
export interface TargetQueries {
  /** The list of the vault restored from; null: it has none of its own. */
  readonly ofVault: OfVaultQuery | null;
  readonly others: OthersQuery;
}

interface TargetQuestion {
  readonly draftId: string;
  readonly wanted: WantedTarget;
  readonly queries: TargetQueries;
  /** What Review showed when Restore was selected. */
  readonly shown: readonly MetRestore[];
  readonly decided: Decided;
}

/**
 * Reads once more which restores to the same target are in progress, and gives those that Review didn't show. The
 * person may have accepted those that held the latest press back. What can't be read counts as it was read before.
 */
export function begunSince(
  client: QueryClient,
  { draftId, wanted, queries, shown, decided }: TargetQuestion,
): BegunSince {
  // Before the press: what held the latest one back isn't stored any longer than that.
  const { draft } = draftState(draftId);
  const accepted = decided.onceMore === true && draft.ok ? heldBackBy(draft.value) : [];
  const known = new Set(
    [...shown.map(({ restore }) => restore.job.id), ...accepted.map(({ id }) => id)].map((id) =>
      id.toLowerCase(),
    ),
  );
  const listed = new Set(passedOver(client, queries, wanted));
  // The person sends without the list of the vault, which could just not be read.
  const ofItsVault = decided.withoutJobs === true ? null : queries.ofVault;
  return async () => {
    const [ofVault, others] = await Promise.allSettled([
      inTime(JOBS_READ_MS, null, async () => ofItsVault && ofVaultAnew(client, ofItsVault)),
      inTime(JOBS_READ_MS, null, () => othersAnew(client, queries.others)),
    ]);
    return restoresMet(
      wanted,
      ofVault.status === 'fulfilled' ? (ofVault.value ?? []) : [],
      others.status === 'fulfilled' ? (others.value?.restores ?? []) : [],
    ).flatMap(({ restore, meeting }): BegunRestore[] => {
      const { id, startedAt: since } = restore.job;
      // A restore of something else that reports nothing is no reason: almost all start like that.
      if (meeting.kind === 'unreported' || known.has(id.toLowerCase())) return [];
      // One that Review had read as another’s reports less than before.
      if (meeting.kind === 'maybe' && listed.has(id.toLowerCase())) return [];
      return [{ id, machine: itemOf(restore), since }];
    });
  };
}

/**
 * The restores that Review has read as none of this target. One that meets it and came too late to be drawn is not
 * among them.
 */
function passedOver(
  client: QueryClient,
  { ofVault, others }: TargetQueries,
  wanted: WantedTarget,
): string[] {
  const own = (ofVault && client.getQueryData(ofVault.queryKey)) ?? [];
  const rest = client.getQueryData(others.queryKey)?.restores ?? [];
  const met = new Set(
    restoresMet(wanted, own, rest).flatMap(({ restore, meeting }) =>
      meeting.kind === 'unreported' ? [] : restore.job.id.toLowerCase(),
    ),
  );
  return [...own, ...rest].map(({ job }) => job.id.toLowerCase()).filter((id) => !met.has(id));
}
