import { sayOf } from '#src/strings/rule-source.ts';
import { pastCommvaultRestoresQuery } from '#src/api/commvault/job-lists.ts';
import { COMMVAULT_FIELDS, commvaultPointOf } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { commvaultSourceOf } from '#src/datasources/commvault-vm/reads.ts';
import {
  type CheckResult,
  type Coverage,
  foundText,
  notLookedAt,
  notLookedAtLines,
  type ShownCheck,
  uncheckedRules,
  unreadNames,
  warningsOf,
} from '#src/wizard/review/check.ts';
import type { Instant } from '#src/lib/time.ts';
import { isOwnClock } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import {
  type ExpectedBy,
  expectedDuration,
  withExpected,
} from '#src/progress/live/ExpectedDuration.tsx';
import { checks } from '#src/strings/checks.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { regionText } from '#src/strings/regions.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { findingsOf } from '#src/wizard/explain/findings.ts';
import { reviewLines } from '#src/wizard/fields/field-words.ts';
import { known } from '#src/wizard/read.ts';
import type { Headline, TaskPlan } from '#src/wizard/task.ts';

const words = flow.plan;

/** Whether the restore deletes its source first: in place, unless Azure has it no more. */
const isDeleting = ({ shown, reads }: CommvaultView): boolean =>
  shown.cv === 'in-place' && commvaultSourceOf(reads).isGone !== true;

/** Whether the resource group has a VM of the new one's name. */
const overwritesExisting = ({
  shown: { vmName },
  reads,
}: Pick<CommvaultView, 'shown' | 'reads'>): boolean =>
  vmName !== null && (known(reads.machineNames) ?? []).some((name) => sameId(name, vmName));

/** Whether a new VM takes the place of the source itself, which is deleted first. */
function overwritesSource({ shown, reads }: Pick<CommvaultView, 'shown' | 'reads'>): boolean {
  const { name, resourceGroup, subscription, isGone } = commvaultSourceOf(reads);
  return (
    shown.cv === 'out-of-place' &&
    shown.overwrite &&
    isGone !== true &&
    name !== null &&
    sameId(name, shown.vmName) &&
    sameId(resourceGroup ?? '', shown.rg) &&
    sameId(subscription ?? '', shown.subscription)
  );
}

/** Whether the source itself is deleted, and with it what was written after the restore point. */
export const losesSource = (view: CommvaultView): boolean =>
  isDeleting(view) || overwritesSource(view);

/** What a restore does, in sentences: in place that it deletes the VM first. */
export function commvaultEffects({ shown, reads }: CommvaultView): readonly string[] {
  const { name, isGone } = commvaultSourceOf(reads);
  if (name === null) return [words.nothing];
  const at = commvaultPointOf(shown, reads)?.time;
  const time = at === undefined ? wizard.plan.someTime : dateTimeText(at);
  const staged = shown.staging === null ? [] : [words.staged(nameOf(shown.staging))];
  if (shown.cv === 'in-place') {
    const first = isGone === true ? words.inPlaceGone(name, time) : words.inPlace(name, time);
    return [first, ...staged];
  }
  const newName = shown.vmName ?? wizard.plan.someName;
  const overwrites = overwritesExisting({ shown, reads }) ? words.overwritesThis : words.overwrites;
  const region = shown.region === null ? [] : [regionText(shown.region)];
  const place = [shown.rg ?? wizard.plan.someGroup, ...region];
  return [
    words.outOfPlace(name, { name: newName, time, place: listText(place) }),
    ...(shown.overwrite ? [overwrites(newName)] : []),
    ...(overwritesSource({ shown, reads })
      ? []
      : [isGone === true ? wizard.plan.gone(name) : words.untouched(name)]),
    ...staged,
  ];
}

/** What will not come back: what was written since, and a VM that is deleted first, where the restore fails. */
function lostBy(view: CommvaultView): string[] {
  const { shown, reads } = view;
  const { name } = commvaultSourceOf(reads);
  const at = commvaultPointOf(shown, reads)?.time;
  if (name === null || !losesSource(view)) return [];
  const writes =
    at === undefined ? [] : [submission.writesAfter(dateTimeText(at), reads.at - at, isOwnClock())];
  return [...writes, words.deleted(name)];
}

/** The same in one line. */
function lineOf({ shown, reads }: CommvaultView): string {
  const { name, isGone } = commvaultSourceOf(reads);
  if (name === null) return wizard.plan.line.nothing;
  if (shown.cv !== 'in-place') return wizard.plan.line.newVm(shown.vmName);
  return isGone === true ? words.lineInPlaceGone(name) : words.lineInPlace(name);
}

const expectedOf = (vm: ResourceId): ExpectedBy<readonly number[]> => ({
  query: pastCommvaultRestoresQuery(vm),
  took: (all) => all.map((durationMs) => ({ sizeBytes: null, durationMs })),
  sizeBytes: null,
  what: wizard.plan.past.vm,
});

/** By what the duration of a VM's restore is expected; null: no VM is chosen. */
export const commvaultExpectedBy = ({
  shown: { instance },
}: CommvaultView): ExpectedBy<readonly number[]> | null =>
  instance === null ? null : expectedOf(resourceId(instance));

/** What a restore does first; in place that the VM is deleted. */
function headlineOf(view: CommvaultView): Headline {
  const { shown, reads } = view;
  const [first = '', ...others] = commvaultEffects(view);
  const { name } = commvaultSourceOf(reads);
  const at = commvaultPointOf(shown, reads)?.time;
  const isCopy = shown.cv === 'out-of-place' && name !== null && at !== undefined;
  // The picture says where a copy goes.
  const title =
    isCopy && shown.vmName !== null
      ? wizard.plan.headline.create(name, shown.vmName, dateTimeText(at))
      : first;
  // That the source isn't changed stands at the steps.
  const more = others.filter((one) => name === null || one !== words.untouched(name));
  return { title, more: more.join(' '), isWarning: isDeleting(view) };
}

/** What a VM's restore by Commvault will do, in words. */
export function commvaultPlanOf(view: CommvaultView): TaskPlan {
  const vm = known(view.reads.vm);
  const { instance, vmName, rg } = view.shown;
  return {
    about:
      vm === undefined
        ? []
        : [
            vm.name,
            ...(vm.hypervisor ? [vm.hypervisor.name] : []),
            ...(isDeleting(view) ? [words.head] : []),
          ],
    sentence: commvaultEffects(view).join(' '),
    line: lineOf(view),
    target: listText([vmName, rg].filter((one) => one !== null)),
    lost: lostBy(view),
    notLookedAt: instance === null ? [] : commvaultNotLookedAt(view),
    headline: headlineOf(view),
    expected: instance === null ? null : expectedDuration(expectedOf(resourceId(instance))),
    renderExpected: (draw) => withExpected(commvaultExpectedBy(view), draw),
  };
}

const VM = ['vm'] as const;

/** What could refuse a restore by Commvault, and what looks at it: the rules, or the check of restores in progress. */
export const COMMVAULT_COVERAGE: Coverage<'vm', 'rules' | 'target'> = {
  constraints: { by: 'rules', in: VM },
  otherRestores: { by: 'target', in: VM },
  credentials: { by: null, in: VM },
  accessNodes: { by: null, in: VM },
  // Commvault’s jobs don’t report in which storage a copy is.
  archivedCopies: { by: null, in: VM },
  cores: { by: 'rules', in: VM },
  quotas: { by: null, in: VM },
  capacity: { by: null, in: VM },
  locks: { by: null, in: VM },
  policies: { by: null, in: VM },
};

/** What nothing here looks at before a restore by Commvault, with the settings that its parts have. */
export function commvaultNotLookedAt({ shown, reads }: CommvaultView): string[] {
  const chosen = [shown.staging, shown.diskEncryptionSet];
  const ofTarget = [...(known(reads.accounts) ?? []), ...(known(reads.encryptionSets) ?? [])];
  return [
    ...notLookedAt(COMMVAULT_COVERAGE, 'vm'),
    ...unreadNames([
      known(reads.vm),
      known(reads.machine),
      ...reads.disks.map(known),
      ...ofTarget.filter(({ id }) => chosen.some((one) => one !== null && sameId(one, id))),
    ]),
  ];
}

/** Everything chosen or filled in, in the words of its fields. */
export const chosenLines = ({ shown, reads }: CommvaultView): (readonly [string, string])[] =>
  reviewLines(COMMVAULT_FIELDS, shown, { choices: shown, reads }).map(([, line]) => line);

/** That a VM with the new one's name is deleted, which has to be confirmed; null: none is. */
export function overwriteText({ shown, reads }: CommvaultView): string | null {
  if (shown.cv !== 'out-of-place' || !shown.overwrite) return null;
  const { overwrite, overwriteAny } = flow.review;
  const say = overwritesExisting({ shown, reads }) ? overwrite : overwriteAny;
  return say(shown.vmName ?? submission.notChosen);
}

/** The id of its name in the table of checks. */
export const TARGET_ROW = 'check-target';
/** What was found about other restores to the same target, and when. */
export interface TargetCheckResult extends CheckResult {
  readonly readAt: Instant | null;
}

/** The check of other restores by its name; none while there is no target. */
export const shownCommvaultChecks = (check: TargetCheckResult | null): ShownCheck[] =>
  check === null
    ? []
    : [{ ...check, found: foundText(check), name: checks.target.name, rowId: TARGET_ROW }];

/** What the Summary shows, for the record of the restore. */
export function commvaultReviewedOf(
  view: CommvaultView,
  check: TargetCheckResult | null,
): Reviewed {
  const overwrite = overwriteText(view);
  const { warned, notChecked } = findingsOf(view.settled);
  return {
    chosen: chosenLines(view).map(([label, value]): [string, string] => [label, value]),
    warnings: [
      ...(overwrite === null ? [] : [overwrite]),
      ...warned.map(({ rule }) => sayOf(rule)),
      ...warningsOf(shownCommvaultChecks(check)),
    ],
    checks: [
      ...(check === null
        ? []
        : [
            {
              name: checks.target.name,
              state: checks.state[check.state],
              found: foundText(check),
              at: check.readAt,
            },
          ]),
      ...uncheckedRules(notChecked, view),
      ...notLookedAtLines(commvaultNotLookedAt(view)),
    ],
  };
}
