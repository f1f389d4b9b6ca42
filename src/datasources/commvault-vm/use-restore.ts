import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { vmOf } from '#src/api/commvault/home.ts';
import { commServeStreamsQuery, type CommvaultRestore } from '#src/api/commvault/restores.ts';
import { useRestoreWrite } from '#src/api/queries/restores.ts';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import { useConnected } from '#src/datasources/commvault-vm/connection.tsx';
import { commvaultSteps } from '#src/datasources/commvault-vm/next-steps.ts';
import {
  commvaultModel,
  commvaultView,
  type CommvaultView,
} from '#src/datasources/commvault-vm/model.ts';
import {
  commvaultQueriesAtRestore,
  commvaultQueriesOf,
} from '#src/datasources/commvault-vm/prefill.ts';
import {
  type PressedCommvaultRestore,
  restoreIn,
  sendCommvaultRestore,
} from '#src/datasources/commvault-vm/request.ts';
import { now } from '#src/lib/clock.ts';
import type { MetRestore, WantedTarget } from '#src/model/lost-restore.ts';
import { connection, sending as words } from '#src/strings/commvault-restore.ts';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import { commvaultPictureOf } from '#src/datasources/commvault-vm/picture.ts';
import { commvaultExpectedBy, type TargetCheckResult } from '#src/datasources/commvault-vm/plan.ts';
import { useExpected } from '#src/progress/live/ExpectedDuration.tsx';
import { pictureText } from '#src/wizard/stored-picture.ts';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { formFindings, warnsAnew } from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { known, readOf } from '#src/wizard/read.ts';
import { type TargetReads, targetResult } from '#src/wizard/review/check.ts';
import { begunSince, type TargetQueries } from '#src/wizard/submit/begun-since.ts';
import {
  type BegunSince,
  type Decided,
  readAfterRefusal,
  readLatest,
} from '#src/wizard/submit/latest-reads.ts';
import type { RestorePress } from '#src/wizard/task.ts';

/** What a restore creates or replaces, with what is read of it; without parts while that is not chosen. */
export const wantedVm = ({ shown, reads, model }: CommvaultView): WantedTarget => ({
  parts: model.targetOf(shown, reads),
  source: known(reads.vm)?.name ?? null,
});

/** How the restores in progress are read: no vault has a list of a CommServe's. */
export const commvaultTargetQueries = ({ parts }: WantedTarget): TargetQueries => ({
  ofVault: null,
  others: otherRestoresQuery({ beside: null, jobs: jobsOn(parts) }),
});

/** Reads which restores are in progress, once there is a target that another could have, too. */
export function useTargetReads(wanted: WantedTarget): TargetReads & { readAgain: () => void } {
  const { others } = commvaultTargetQueries(wanted);
  const query = useQuery({ ...others, enabled: wanted.parts.length > 0 });
  return { ofVault: null, others: readOf(query), readAgain: () => void query.refetch() };
}

/** Whether a restore to the same target is in progress already; null while there is no target. */
export function targetCheck(view: CommvaultView, reads: TargetReads): TargetCheckResult | null {
  const wanted = wantedVm(view);
  if (wanted.parts.length === 0) return null;
  const { others } = reads;
  const readAt = others.state === 'known' ? (others.at ?? null) : null;
  return { ...targetResult(wanted, reads, 'vm'), readAt };
}

/**
 * Reads once more what others may have changed since Review was drawn: whether the restore that was confirmed
 * is still the one that the draft asks for, and nothing refuses it or warns of it anew.
 */
async function isStillSo(
  client: QueryClient,
  view: CommvaultView,
  confirmed: CommvaultRestore,
): Promise<boolean> {
  const { draft } = view;
  const queries = commvaultQueriesAtRestore({ choices: draft.choices, reads: view.reads });
  const reads = { ...(await readLatest(client, view.reads, queries)), at: now() };
  const latest = commvaultView(draft, reads);
  return (
    JSON.stringify(restoreIn(latest)) === JSON.stringify(confirmed) &&
    schemaFor(commvaultModel, 'review', reads).safeParse(latest.shown).success &&
    !warnsAnew(view, latest)
  );
}

/** Reads once more who else restores to the same target. `shown`: those that the Summary showed. */
function begunBeside(
  client: QueryClient,
  view: CommvaultView,
  shown: readonly MetRestore[],
  decided: Decided,
): BegunSince {
  const wanted = wantedVm(view);
  const queries = commvaultTargetQueries(wanted);
  return begunSince(client, { draftId: view.draft.id, wanted, queries, shown, decided });
}

/** Restore of a VM by Commvault as a button: the form names what is left to choose or to confirm. */
export function useCommvaultRestore(view: CommvaultView): CommvaultPress {
  const client = useQueryClient();
  const { id } = view.draft;
  const send = async ({ pressed, decided, shown }: CommvaultSend) => {
    await sendCommvaultRestore(id, pressed, {
      isStillSo: () => isStillSo(client, view, pressed.planned.restore),
      begunSince: begunBeside(client, view, shown, decided),
      decided,
    });
    const queries = commvaultQueriesOf({ choices: view.draft.choices, reads: view.reads });
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useRestoreWrite(id, send);
  const duration = useExpected(commvaultExpectedBy(view));
  const { host = '' } = vmOf(view.shown.instance ?? '') ?? {};
  const isConnected = useConnected(host);
  const restore = isReading(view) ? null : restoreIn(view);
  const issues = formFindings(view).refused.length;
  const isReady = isConnected && restore !== null && issues === 0;
  // Finds out before the press how the restore can leave.
  useQuery({ ...commServeStreamsQuery(host), enabled: isReady });
  return {
    reason: isConnected ? reasonToWait(view, restore, issues) : connection.note.title,
    confirmedChoices: view.shown,
    start: (decided, reviewed, shown) => {
      if (restore === null) return;
      const nextSteps = commvaultSteps(view.settled);
      const target = view.model.targetOf(view.shown, view.reads);
      const planned = { host, restore };
      mutate({
        pressed: {
          planned,
          choices: view.shown,
          target,
          nextSteps,
          plan: undefined,
          reviewed,
          picture: pictureText(
            commvaultPictureOf(view, { duration, goToField: () => undefined }).model,
          ),
        },
        decided,
        shown,
      });
    },
  };
}

interface CommvaultPress extends Omit<RestorePress, 'start' | 'needs'> {
  readonly start: (decided: Decided, reviewed: Reviewed, shown: readonly MetRestore[]) => void;
}

interface CommvaultSend {
  readonly pressed: PressedCommvaultRestore;
  readonly decided: Decided;
  /** The restores in progress that the Summary showed. */
  readonly shown: readonly MetRestore[];
}

const isReading = ({ reads: { at: _at, ...reads } }: Pick<CommvaultView, 'reads'>): boolean =>
  Object.values(reads)
    .flat()
    .some(({ state }) => state === 'loading');

/** What Restore waits for; null: for nothing, or for what the form names once it is selected. */
function reasonToWait(
  view: CommvaultView,
  restore: CommvaultRestore | null,
  issues: number,
): string | null {
  if (isReading(view)) return words.reads;
  return restore === null && issues === 0 ? words.unread : null;
}
