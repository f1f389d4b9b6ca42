import { isDiskJob } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/running-restore.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import {
  line,
  type Prerequisite,
  unreadLine,
} from '#src/wizard/azure-disks/checks/prerequisite.ts';
import { targetGroupOf } from '#src/wizard/azure-disks/queries.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const words = diskChecks.prerequisites;

/**
 * Whether a restore to the same disk is in progress already, whoever started it: one of this vault. It
 * warns and never closes Restore: Azure decides what two of them come to (`FailIfExists`, azure-contract §11).
 */
export function runningLine(reads: DiskReads, choices: DraftChoices): Prerequisite {
  const group = targetGroupOf(choices);
  const { diskName } = choices;
  if (group === null || diskName === null || diskName === '') {
    return line('running', 'notChecked', words.running.noTarget);
  }
  const { runningRestores } = reads;
  if (runningRestores.state !== 'known') return unreadLine('running', runningRestores, words);
  const at = runningRestores.at ?? null;
  const targetId = `${group}/providers/Microsoft.Compute/disks/${diskName}`;
  const same = runningRestores.value.filter((one) => sameId(restoredDiskOf(one), targetId));
  const silent = runningRestores.value.filter((one) => restoredDiskOf(one) === null);
  const source = known(reads.instance);
  const isOwn = ({ job }: RunningRestore): boolean => sameId(job.itemName, source?.friendlyName);
  const maybe = silent.filter(isOwn);
  if (same.length + maybe.length > 0) {
    const found = [
      ...(same.length === 0 ? [] : [words.running.same(diskName, nameOf(group))]),
      ...(maybe.length === 0
        ? []
        : [words.running.maybe(maybe.length, source?.friendlyName ?? '')]),
    ];
    return line('running', 'warned', found.join(' '), { at, jobs: jobsOf([...same, ...maybe]) });
  }
  return silent.length === 0
    ? line('running', 'held', words.running.none, { at })
    : line('running', 'notChecked', words.running.untold(silent.length), {
        at,
        jobs: jobsOf(silent),
      });
}

/** The disk that a restore makes; null: its job doesn't report it, or couldn't be read. */
function restoredDiskOf({ details }: RunningRestore): ResourceId | null {
  return details !== null && isDiskJob(details) ? details.restoredDiskId : null;
}

const jobsOf = (running: readonly RunningRestore[]) => running.map(({ job }) => job);
