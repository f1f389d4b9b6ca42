import { useQuery, useQueryClient } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { requestStreamsQuery, useRestoreWrite } from '#src/api/queries/restores.ts';
import { diskSteps } from '#src/datasources/azure-disk/checks/steps.ts';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { queriesOf } from '#src/datasources/azure-disk/reader.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import { readAgain } from '#src/datasources/azure-disk/request/read-again.ts';
import { reasonToWait } from '#src/datasources/azure-disk/request/reason.ts';
import {
  type ConfirmedDiskRestore,
  sendDiskRestore,
} from '#src/datasources/azure-disk/request/send.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import type { Reviewed } from '#src/wizard/draft/reviewed.ts';
import { readAfterRefusal } from '#src/wizard/submit/latest-reads.ts';
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
    const again = readAgain(client, view, confirmed, decided);
    await sendDiskRestore(session(), id, confirmed, { ...again, decided });
    const queries = queriesOf({ choices: view.draft.choices, reads: view.reads });
    readAfterRefusal(
      client,
      id,
      queries.map(({ queryKey }) => queryKey),
    );
  };
  const { mutate } = useRestoreWrite(id, send);
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
