import { pastRestoresQuery } from '#src/api/queries/job-lists.ts';
import {
  diskNotLookedAt,
  type DiskCheck,
  diskChecksOf,
  diskRowId,
} from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type ValidatedView,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import {
  chosenDiskPoint,
  DISK_FIELDS,
  reportedMoment,
} from '#src/datasources/azure-disk/fields.ts';
import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import { targetSubscriptionName } from '#src/datasources/azure-disk/reads.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request.ts';
import { isOwnClock } from '#src/lib/clock.ts';
import { dateTimeText, withOffsets } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { listText } from '#src/lib/wording.ts';
import { isProtectionStopped } from '#src/model/instances.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import {
  type ExpectedBy,
  expectedDuration,
  withExpected,
} from '#src/progress/live/ExpectedDuration.tsx';
import type { PastRestore } from '#src/progress/past.ts';
import { common } from '#src/strings/common.ts';
import { datasources } from '#src/strings/datasources.ts';
import { diskChecks, diskFlow } from '#src/strings/azure-disk-restore.ts';
import { regionText } from '#src/strings/regions.ts';
import { submission } from '#src/strings/submission.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { PlanLines } from '#src/ui/OutcomeColumns.tsx';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { reviewLines } from '#src/wizard/fields/field-words.ts';
import { known } from '#src/wizard/read.ts';
import {
  foundText,
  notLookedAtLines,
  type ShownCheck,
  warningsOf,
} from '#src/wizard/review/check.ts';
import type { Headline, TaskPlan } from '#src/wizard/task.ts';

const lineWords = wizard.plan.line;

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

/** The same at the head of Review, where the picture says where it goes. */
function headlineOf(view: DiskView): Headline | undefined {
  const source = known(view.reads.instance)?.friendlyName;
  const at = takenAt(view);
  const name = view.choices.diskName;
  if (source === undefined || at === null || name === null) return undefined;
  const isGone = known(view.reads.disk) === null;
  return {
    title: wizard.plan.headline.create(source, name, dateTimeText(at)),
    // That the source isn't changed stands at the steps.
    more: isGone ? wizard.plan.gone(source) : '',
  };
}

/** The same in one line: what comes of it, and what it costs. */
function diskPlanLine(view: DiskView): string {
  const at = takenAt(view);
  const cost = at === null ? [] : [dataLoss.lost(view.reads.at - at)];
  const isChosen = known(view.reads.instance) !== undefined;
  return [isChosen ? lineWords.newDisk(view.choices.diskName) : lineWords.nothing, ...cost].join(
    ' · ',
  );
}

/** The new disk by its name, with its resource group and subscription. */
function diskTargetText({ reads, draft }: DiskView): string {
  const { subscription, rg, diskName } = draft.choices;
  return listText(
    [diskName, rg, targetSubscriptionName(reads, subscription)].flatMap((one) =>
      one === null || one === undefined ? [] : [textInSentence(one)],
    ),
  );
}

/** What the new disk will not hold. */
function lostWrites(view: DiskView): string[] {
  const at = takenAt(view);
  return at === null
    ? []
    : [submission.writesAfter(dateTimeText(at), view.reads.at - at, isOwnClock())];
}

const takenAt = ({ reads, draft }: DiskView) => chosenDiskPoint(reads, draft.choices)?.time ?? null;

/** By other restores of the Backup vault: its jobs don't have what their point was. */
const expectedIn = (vaultId: ResourceId): ExpectedBy<readonly PastRestore[]> => ({
  query: pastRestoresQuery(vaultId, null),
  took: (past) => past,
  sizeBytes: null,
  what: wizard.plan.past.disk,
});

/** By what the duration of a disk's restore is expected; null: no disk is chosen. */
export function diskExpectedBy({ reads }: DiskView): ExpectedBy<readonly PastRestore[]> | null {
  const instance = known(reads.instance);
  return instance === undefined ? null : expectedIn(instance.vaultId);
}

/** What a restore of a disk will do, in words. */
export function diskPlanOf(view: DiskView): TaskPlan {
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
    notLookedAt: instance === undefined ? [] : diskNotLookedAt(view.reads),
    headline: headlineOf(view),
    expected: instance === undefined ? null : expectedDuration(expectedIn(instance.vaultId)),
    renderExpected: (draw) => withExpected(diskExpectedBy(view), draw),
  };
}

const words = diskFlow.review;

type Fact = readonly [term: string, value: string];

/** A part of what was chosen, as document 002 parts it. */
interface SummaryPart {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Everything chosen, in the words of the fields it was chosen in. */
export function diskSummaryOf(view: DiskView): SummaryPart[] {
  return [
    { title: words.basics, facts: basicFacts(view) },
    { title: words.point, facts: pointFacts(view) },
    { title: words.parameters, facts: parameterFacts(view) },
  ];
}

function basicFacts({ reads }: DiskView): Fact[] {
  const instance = known(reads.instance);
  const type: Fact = [wizard.datasource.label, datasources['azure-disk']];
  if (instance === undefined) return [type, [wizard.instance.label, submission.notChosen]];
  const isGone = known(reads.disk) === null;
  return [
    type,
    [wizard.instance.label, instance.friendlyName],
    [
      words.sourceDisk,
      isGone
        ? words.gone
        : [
            textInSentence(instance.friendlyName),
            `(${textInSentence(instance.resourceGroup)})`,
          ].join(' '),
    ],
    [words.vault, instance.vaultName],
    [
      words.region,
      instance.region === null ? common.absence.notReported : regionText(instance.region),
    ],
  ];
}

function pointFacts({ reads, draft }: DiskView): Fact[] {
  const chosen = chosenDiskPoint(reads, draft.choices);
  if (chosen === undefined) return [[words.time, submission.notChosen]];
  return [
    [words.time, reportedMoment(chosen.time)],
    [words.kind, chosen.kind ?? common.absence.notReported],
    [words.expires, reportedMoment(chosen.expiresAt)],
  ];
}

function parameterFacts({ reads, draft: { choices } }: DiskView): Fact[] {
  const lines = reviewLines(DISK_FIELDS, choices, { choices, reads });
  return [
    ...lines.map(([, line]) => line),
    [diskFlow.step['network-access'], diskFlow.network.notNeeded],
  ];
}

/** What the restore of a disk makes, changes, leaves alone and loses, as far as it is chosen. */
export function diskOutcomeOf(view: DiskView): PlanLines {
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
        : words.created(nameOf(restore.targetDiskId), choices.rg ?? '', regionText(restore.region)),
    ],
    changed: [submission.nothingChanged],
    untouched: [isGone ? backup : words.untouched(source)],
    lost: diskPlanOf(view).lost,
  };
}

const checkWords = diskChecks.prerequisites;

/** The checks by their names. */
export const shownDiskChecks = (checks: readonly DiskCheck[]): ShownCheck[] =>
  checks.map((check) => ({
    name: checkWords.name[check.id],
    rowId: diskRowId(check.id),
    state: check.state,
    found: foundText(check),
  }));

/** What Review shows of a disk's restore, for its record. */
export const diskReviewedOf = (view: ValidatedView): Reviewed =>
  withOffsets(() => reviewedWith(view, shownChecksOf(view)));

const shownChecksOf = ({ reads, draft, validation }: ValidatedView): DiskCheck[] =>
  withValidation(diskChecksOf(reads, draft.choices), validation);

function reviewedWith(view: ValidatedView, checks: readonly DiskCheck[]): Reviewed {
  return {
    chosen: diskSummaryOf(view).flatMap(({ facts }) =>
      facts.map(([label, value]): [string, string] => [label, value]),
    ),
    warnings: warningsOf(shownDiskChecks(checks)),
    checks: [
      ...checks.map((check) => ({
        name: checkWords.name[check.id],
        state: checkWords.state[check.state],
        found: foundText(check),
        at: check.at,
      })),
      ...notLookedAtLines(diskNotLookedAt(view.reads)),
    ],
  };
}
