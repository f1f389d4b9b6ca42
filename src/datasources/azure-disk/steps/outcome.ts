import { planOf } from '#src/datasources/azure-disk/plan.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { isProtectionStopped } from '#src/model/instances.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { Outcome } from '#src/ui/OutcomeColumns.tsx';

const words = diskFlow.review;

/** What the restore of a disk makes, changes, leaves alone and loses, as far as it is chosen. */
export function outcomeOf(view: DiskView): Outcome {
  const { choices } = view.draft;
  const restore = diskRestoreOf(choices, view.reads);
  const item = known(view.reads.instance);
  const source = item?.friendlyName ?? submission.notChosen;
  const isStopped = isProtectionStopped(item?.protectionState ?? '') === true;
  const backup = (isStopped ? submission.stoppedBackupStays : submission.backupStays)(source);
  const isGone = known(view.reads.disk) === null;
  return {
    created: [
      restore === null
        ? submission.notChosen
        : words.created(nameOf(restore.targetDiskId), choices.rg ?? '', restore.region),
    ],
    changed: [submission.nothingChanged],
    untouched: [isGone ? backup : words.untouched(source)],
    lost: planOf(view).lost,
  };
}
