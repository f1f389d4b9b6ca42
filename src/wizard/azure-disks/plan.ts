import { dateTimeText, durationText } from '#src/lib/format.ts';
import { sameId } from '#src/model/resource-id.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { chosenDiskPoint } from '#src/wizard/azure-disks/point.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { known } from '#src/wizard/draft/reads.ts';

const words = wizard.plan.line;

/** The restore of a disk in one sentence, for the plan. */
export function diskPlanSentence(view: DiskView): string {
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
export function diskPlanLine(view: DiskView): string {
  const at = takenAt(view);
  const cost = at === null ? [] : [words.lost(durationText(view.reads.at - at))];
  const isChosen = known(view.reads.instance) !== undefined;
  return [isChosen ? words.newDisk(view.choices.diskName) : words.nothing, ...cost].join(' · ');
}

/** The new disk by its name, with its resource group and subscription. */
export function diskTargetText({ reads, draft }: DiskView): string {
  const { subscription, rg, diskName } = draft.choices;
  const name = known(reads.subscriptions)?.find(({ id }) => sameId(id, subscription))?.name;
  return [diskName, rg, name].filter((one) => one !== null && one !== undefined).join(', ');
}

/** What the new disk will not hold. */
export function lostWrites(view: DiskView): string[] {
  const at = takenAt(view);
  return at === null
    ? []
    : [submission.writesAfter(dateTimeText(at), durationText(view.reads.at - at))];
}

const takenAt = ({ reads, draft }: DiskView) => chosenDiskPoint(reads, draft.choices)?.time ?? null;
