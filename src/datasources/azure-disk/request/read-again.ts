import type { QueryClient } from '@tanstack/react-query';
import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import { runningDiskRestoresQuery } from '#src/api/queries/running-restores.ts';
import { targetReads, wantedTarget } from '#src/datasources/azure-disk/checks/checks.ts';
import { queriesAtRestore } from '#src/datasources/azure-disk/reader.ts';
import { type DiskReads, otherRestoresOf } from '#src/datasources/azure-disk/reads.ts';
import { refusedAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import type { ConfirmedDiskRestore } from '#src/datasources/azure-disk/request/send.ts';
import { diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import { diskView, type DiskView } from '#src/datasources/azure-disk/view.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import { metIn } from '#src/wizard/review/target-check.ts';
import { begunSince } from '#src/wizard/submit/begun-since.ts';
import { readLatest } from '#src/wizard/submit/latest-reads.ts';
import type { Decided, HowToSend } from '#src/wizard/submit/send.ts';

/** What is read once more when Restore is selected: what may have changed, and who else restores to this disk. */
export function readAgain(
  client: QueryClient,
  view: DiskView,
  { restore, confirmedChoices }: ConfirmedDiskRestore,
  decided: Decided,
): Pick<HowToSend, 'isStillSo' | 'begunSince'> {
  const choices = diskChoicesOf(confirmedChoices);
  const wanted = wantedTarget(view.reads, choices);
  const { vaultId = resourceId('') } = known(view.reads.instance) ?? {};
  return {
    isStillSo: async () =>
      mayRestore(diskView(view.draft, await latestReads(client, view), 'succeeded'), restore),
    begunSince: begunSince(client, {
      draftId: view.draft.id,
      wanted,
      queries: {
        ofVault: runningDiskRestoresQuery(vaultId),
        others: otherRestoresOf(vaultId, choices),
      },
      shown: metIn(wanted, targetReads(view.reads)),
      decided,
    }),
  };
}

/** Reads once more what may have changed between the validation and Restore. */
async function latestReads(client: QueryClient, { draft, reads }: DiskView): Promise<DiskReads> {
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
