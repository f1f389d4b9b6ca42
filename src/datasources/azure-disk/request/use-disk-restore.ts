import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { requestStreamsQuery } from '#src/api/queries/request-streams.ts';
import { restoreMutation } from '#src/api/queries/restores.ts';
import { now } from '#src/lib/clock.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { targetReads, wantedTarget } from '#src/datasources/azure-disk/checks/checks.ts';
import { diskSteps } from '#src/datasources/azure-disk/checks/steps.ts';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { queriesAtRestore, queriesOf } from '#src/datasources/azure-disk/reads/reader.ts';
import { otherRestoresOf } from '#src/datasources/azure-disk/reads/table.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads/reads.ts';
import { refusedAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import { reasonToWait } from '#src/datasources/azure-disk/request/reason.ts';
import {
  type ConfirmedDiskRestore,
  sendDiskRestore,
} from '#src/datasources/azure-disk/request/send.ts';
import { diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import { type DiskView, diskView } from '#src/datasources/azure-disk/view.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { known } from '#src/wizard/reads/read.ts';
import { metIn } from '#src/wizard/review/target-check.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import { readAfterRefusal, readLatest } from '#src/wizard/submit/latest-reads.ts';
import type { Decided } from '#src/wizard/submit/send.ts';
import type { RestorePress } from '#src/wizard/task.ts';

/**
 * Restore of a disk: offered once these very parameters were validated. What others may have changed
 * since is read once more when it is selected; where that refuses, nothing is sent and Review says why.
 */
export function useDiskRestore(view: DiskView, validation: DiskValidation): DiskPress {
  const client = useQueryClient();
  const { id, choices } = view.draft;
  const send = async ({ decided, ...confirmed }: Pressed) => {
    const isStillSo = async () =>
      mayRestore(
        diskView(view.draft, await readAgain(client, view), 'succeeded'),
        confirmed.restore,
      );
    const wanted = wantedTarget(view.reads, diskChoicesOf(confirmed.confirmedChoices));
    const shown = metIn(wanted, targetReads(view.reads));
    const { vaultId = resourceId('') } = known(view.reads.instance) ?? {};
    const asked = {
      ofVault: runningDiskRestoresQuery(vaultId),
      others: otherRestoresOf(vaultId, diskChoicesOf(confirmed.confirmedChoices)),
    };
    await sendDiskRestore(session(), id, confirmed, {
      isStillSo,
      begunSince: begunSince(client, { draftId: id, wanted, queries: asked, shown, decided }),
      decided,
    });
    const queries = queriesOf({ choices: view.draft.choices, reads: view.reads });
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useMutation(restoreMutation(id, send));
  const reason = reasonToWait(view, validation);
  useQuery({ ...requestStreamsQuery(), enabled: reason === null });
  const { subscription, rg, diskName } = view.settled.choices;
  // With the defaults that the rules set.
  const confirmedChoices = { ...choices, subscription, rg, diskName };
  return {
    reason,
    confirmedChoices,
    start: (decided, reviewed) => {
      const restore = diskRestoreOf(choices, view.reads);
      if (reason !== null || restore === null) return;
      mutate({
        restore,
        confirmedChoices,
        nextSteps: diskSteps(view.settled),
        reviewed,
        decided,
      });
    },
  };
}

interface DiskPress extends Pick<RestorePress, 'reason' | 'confirmedChoices'> {
  readonly start: (decided: Decided, reviewed: Reviewed) => void;
}

interface Pressed extends ConfirmedDiskRestore {
  readonly decided: Decided;
}

/** Reads once more what may have changed between the validation and Restore. */
async function readAgain(client: QueryClient, { draft, reads }: DiskView): Promise<DiskReads> {
  const queries = queriesAtRestore({ choices: draft.choices, reads });
  return { ...(await readLatest(client, reads, queries)), at: now() };
}

/** Whether nothing refuses a restore, and it is still the one that was validated. */
function mayRestore(view: DiskView, restore: DiskRestore): boolean {
  const latest = diskRestoreOf(view.draft.choices, view.reads);
  return (
    latest !== null &&
    JSON.stringify(latest) === JSON.stringify(restore) &&
    refusedAtRestore(view).length === 0
  );
}
