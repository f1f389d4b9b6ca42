import type { QueryClient } from '@tanstack/react-query';
import { whyUnread } from '#src/api/queries/in-time.ts';
import {
  ofVaultAnew,
  type OfVaultQuery,
  othersAnew,
  type OthersQuery,
} from '#src/api/queries/running-restores.ts';
import {
  isSameSource,
  itemOf,
  type MetRestore,
  restoresMet,
  unreadJob,
  type UnreadSource,
  type WantedTarget,
} from '#src/model/lost-restore.ts';
import type { BegunRestore } from '#src/wizard/draft/schema.ts';
import { heldBackBy, unreadAtPress } from '#src/wizard/draft/sent.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import type { BegunSince, Decided } from '#src/wizard/submit/latest-reads.ts';

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
 * Reads once more which restores to the same target are in progress, and gives those that Review didn't show, and what
 * couldn't be read of them. The person may have accepted what held the latest press back.
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
  const acceptedUnread =
    decided.withoutUnread === true && draft.ok ? unreadAtPress(draft.value) : [];
  const seenUnread = [...notChecked(client, queries), ...acceptedUnread];
  // The person sends without the list of the vault, which could just not be read.
  const ofItsVault = decided.withoutJobs === true ? null : queries.ofVault;
  return async () => {
    const [ofVault, others] = await Promise.allSettled([
      ofItsVault && ofVaultAnew(client, ofItsVault),
      othersAnew(client, queries.others),
    ]);
    const found = restoresMet(
      wanted,
      ofVault.status === 'fulfilled' ? (ofVault.value ?? []) : [],
      others.status === 'fulfilled' ? others.value.restores : [],
    ).filter(({ restore: { job }, meeting: { kind } }) => {
      const id = job.id.toLowerCase();
      // One that Review had read as another’s reports less than before.
      return !known.has(id) && (kind === 'same' || !listed.has(id));
    });
    return {
      // A restore of something else that reports nothing is no reason: almost all start like that.
      begun: found.flatMap(({ restore, meeting }): BegunRestore[] => {
        const { id, startedAt: since } = restore.job;
        return meeting.kind === 'unreported' ? [] : [{ id, machine: itemOf(restore), since }];
      }),
      unread: [
        ...(ofVault.status === 'rejected' ? [unreadWhole('vault', ofVault.reason)] : []),
        ...(others.status === 'rejected'
          ? [unreadWhole('vaults', others.reason)]
          : others.value.unread),
        // Of something else, but its target isn't known.
        ...found.filter(({ meeting }) => meeting.kind === 'unreported').flatMap(unreadJob),
      ].filter((one) => !seenUnread.some((seen) => isSameSource(seen, one))),
      meant: acceptedUnread,
    };
  };
}

const unreadWhole = (kind: 'vault' | 'vaults', error: unknown): UnreadSource => ({
  kind,
  name: null,
  why: whyUnread(error),
});

/** What Review shows as not checked when Restore is selected. */
function notChecked(client: QueryClient, { ofVault, others }: TargetQueries): UnreadSource[] {
  const hasFailed = ({ queryKey }: OfVaultQuery | OthersQuery): boolean => {
    const state = client.getQueryState(queryKey);
    return state?.data === undefined && state?.status === 'error';
  };
  return [
    ...(ofVault !== null && hasFailed(ofVault) ? [unreadWhole('vault', null)] : []),
    ...(client.getQueryData(others.queryKey)?.unread ?? []),
  ];
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
