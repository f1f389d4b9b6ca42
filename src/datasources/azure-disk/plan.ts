import { isOwnClock } from '#src/lib/clock.ts';
import { listText } from '#src/lib/wording.ts';
import { pastRestoresQuery } from '#src/api/queries/job-lists.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenDiskPoint } from '#src/datasources/azure-disk/point.ts';
import { subscriptionName } from '#src/datasources/azure-disk/reads.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { DISK_NOT_LOOKED_AT } from '#src/datasources/azure-disk/checks/check.ts';
import { expectedDuration } from '#src/progress/live/ExpectedDuration.tsx';
import type { TaskPlan } from '#src/wizard/task.ts';
import { known } from '#src/wizard/reads/read.ts';

const words = wizard.plan.line;

/** The restore of a disk in one sentence, for the plan. */
function diskPlanSentence(view: DiskView): string {
  const source = known(view.reads.instance)?.friendlyName;
  if (source === undefined) return diskFlow.plan.nothingYet;
  const at = takenAt(view);
  const made = diskFlow.plan.disk(source, {
    name: view.choices.diskName ?? wizard.plan.someName,
    time: at === null ? wizard.plan.someTime : dateTimeText(at),
    group: view.choices.rg ?? wizard.plan.someGroup,
  });
  const isGone = known(view.reads.disk) === null;
  return `${made} ${isGone ? wizard.plan.gone(source) : wizard.plan.notTouched(source)}`;
}

/** The same in one line: what comes of it, and what it costs. */
function diskPlanLine(view: DiskView): string {
  const at = takenAt(view);
  const cost = at === null ? [] : [words.lost(durationText(view.reads.at - at))];
  const isChosen = known(view.reads.instance) !== undefined;
  return [isChosen ? words.newDisk(view.choices.diskName) : words.nothing, ...cost].join(' · ');
}

/** The new disk by its name, with its resource group and subscription. */
function diskTargetText({ reads, draft }: DiskView): string {
  const { subscription, rg, diskName } = draft.choices;
  return listText(
    [diskName, rg, subscriptionName(reads, subscription)].flatMap((one) =>
      one === null || one === undefined ? [] : [textInSentence(one)],
    ),
  );
}

/** What the new disk will not hold. */
function lostWrites(view: DiskView): string[] {
  const at = takenAt(view);
  return at === null
    ? []
    : [submission.writesAfter(dateTimeText(at), durationText(view.reads.at - at), isOwnClock())];
}

const takenAt = ({ reads, draft }: DiskView) => chosenDiskPoint(reads, draft.choices)?.time ?? null;

/** By other restores of the Backup vault: its jobs don't have what their point was. */
const expectedIn = (vaultId: ResourceId) =>
  expectedDuration({
    query: pastRestoresQuery(vaultId, null),
    tookMs: (past) => past.map(({ durationMs }) => durationMs),
    what: wizard.plan.past.disk,
  });

/** What a restore of a disk will do, in words. */
export function planOf(view: DiskView): TaskPlan {
  const instance = known(view.reads.instance);
  return {
    about:
      instance === undefined
        ? []
        : [instance.friendlyName, instance.resourceGroup, instance.vaultName],
    sentence: diskPlanSentence(view),
    line: diskPlanLine(view),
    target: diskTargetText(view),
    lost: lostWrites(view),
    notLookedAt: instance === undefined ? [] : DISK_NOT_LOOKED_AT,
    expected: instance === undefined ? null : expectedIn(instance.vaultId),
  };
}
