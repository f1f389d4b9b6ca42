import type { ReactNode } from 'react';
import { vmNotLookedAt } from '#src/datasources/azure-vm/checks/lines.ts';
import { QUESTIONS, questionsOf } from '#src/datasources/azure-vm/choices.ts';
import {
  elsewhereSentence,
  elsewhereText,
  lossesOf,
  placeText,
  chosenPointText,
  vmTargetText,
} from '#src/datasources/azure-vm/consequences.ts';
import { VM_FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { chosenAccount, chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { NotUsed } from '#src/datasources/azure-vm/not-used.tsx';
import { causeFacts } from '#src/datasources/azure-vm/sent-restore.ts';
import {
  goesToSecondary,
  ownGroup,
  ownGroupLine,
  pairedRegion,
} from '#src/datasources/azure-vm/target.ts';
import { isOwnClock, now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { sameId } from '#src/model/resource-id.ts';
import {
  expectedDuration,
  expectedOfKind,
  type ExpectedBy,
  withExpected,
} from '#src/progress/live/ExpectedDuration.tsx';
import type { PastRestore } from '#src/progress/past.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { isRuleOf } from '#src/rules/rule.ts';
import { submission } from '#src/strings/submission.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { PlanLines } from '#src/ui/OutcomeColumns.tsx';
import type { ReviewLine } from '#src/wizard/fields/field.ts';
import { reviewLines } from '#src/wizard/fields/field-words.ts';
import { known } from '#src/wizard/read.ts';
import type { Headline, TaskPlan } from '#src/wizard/task.ts';

const words = wizard.plan.line;

/** Says what the restore of a draft does, as far as it is chosen. */
export function vmPlanLinesOf(view: DraftView): PlanLines {
  const machine = known(view.reads.instance)?.friendlyName ?? '';
  const backup =
    view.facts.vm?.isProtectionStopped === true
      ? submission.stoppedBackupStays(machine)
      : submission.backupStays(machine);
  const isReplaced = view.shown.option === 'replaceDisks';
  const isSourceGone = isGone(view);
  const isNothing = isReplaced && isSourceGone;
  const beside = isReplaced
    ? [backup, submission.oldDisksStay]
    : [submission.machineStays(machine), backup];
  return {
    created: isNothing ? [] : created(view),
    changed: [
      isReplaced && !isSourceGone ? submission.disksReplaced(machine) : submission.nothingChanged,
    ],
    untouched: isSourceGone ? [backup] : beside,
    lost: isNothing ? [] : [...writesLost(view), ...propertiesLost(view)],
  };
}

/** Whether the source VM no longer exists: facts that need one are left out. */
export function isGone({ reads }: Pick<DraftView, 'reads'>): boolean {
  return known(reads.machine) === null;
}

/** Whether a replacement has no machine any more whose disks it could replace. */
export function replacesNothing(view: DraftView): boolean {
  return isGone(view) && view.shown.option === 'replaceDisks';
}

/** The restore in one sentence, for the plan and for Review's head; one more for another region. */
export function planSentence(view: DraftView): string {
  return [plainSentence(view), ...elsewhereSentence(view)].join(' ');
}

/** The same in one line, for where there is little room: what comes of it, and what it costs. */
export function planLine(view: DraftView): string {
  const time = chosenPoint(view)?.time ?? null;
  const cost = time === null ? [] : [dataLoss.lost(now() - time)];
  return [madeOf(view), ...cost].join(' · ');
}

function madeOf(view: DraftView): string {
  const { reads, shown } = view;
  const machine = known(reads.instance)?.friendlyName;
  if (machine === undefined) return words.nothing;
  switch (shown.option) {
    case 'createVm':
      return words.newVm(shown.vmName);
    case 'restoreDisks':
      return words.disks(machine);
    case 'replaceDisks':
      return isGone(view) ? words.gone(machine) : words.replaced(machine);
    case null:
      return textInSentence(machine);
  }
}

function plainSentence(view: DraftView): string {
  const item = known(view.reads.instance);
  if (item === undefined) return wizard.plan.nothingYet;
  const machine = item.friendlyName;
  const time = chosenPointText(view);
  const place = placeText(view);
  switch (view.shown.option) {
    case 'createVm': {
      const name = view.shown.vmName ?? wizard.plan.someName;
      return `${wizard.plan.createVm(machine, { name, time, place })} ${sourceSentence(view, machine)}`;
    }
    case 'restoreDisks': {
      const made = restoresBlobs(view)
        ? wizard.plan.blobs(machine, time, accountOf(view))
        : wizard.plan.disks(machine, time, place);
      return `${made} ${sourceSentence(view, machine)}`;
    }
    case 'replaceDisks':
      if (isGone(view)) return wizard.plan.nothingToReplace(machine);
      return wizard.plan.replace(machine, item.resourceGroup, time);
    case null:
      return wizard.plan.someType(machine, time);
  }
}

/** The same at the head of Review, where the picture says where it goes. */
function headlineOf(view: DraftView): Headline {
  const { reads, shown } = view;
  const item = known(reads.instance);
  const time = chosenPointText(view);
  const more = elsewhereSentence(view);
  const { headline } = wizard.plan;
  const sentence = { title: plainSentence(view), more: more.join(' ') };
  if (item === undefined) return sentence;
  const machine = item.friendlyName;
  // That the source isn't changed stands at the steps, once there are any.
  const hasSteps = chosenPoint(view) !== undefined && !isGone(view);
  const beside = [...(hasSteps ? [] : [sourceSentence(view, machine)]), ...more].join(' ');
  switch (shown.option) {
    case 'createVm': {
      const name = shown.vmName ?? wizard.plan.someName;
      return { title: headline.create(machine, name, time), more: beside };
    }
    case 'restoreDisks':
      return {
        title: restoresBlobs(view)
          ? wizard.plan.blobs(machine, time, accountOf(view))
          : headline.disks(machine, time),
        more: beside,
      };
    case 'replaceDisks':
      return isGone(view) ? sentence : { title: headline.replace(machine, time), more: '' };
    case null:
      return sentence;
  }
}

/** Until when it can be canceled; of the secondary region a rule says that it never can be. */
function cancelOf(view: DraftView): TaskPlan['cancel'] {
  const { option } = view.shown;
  if (option === null || goesToSecondary(view.shown, view.reads) || replacesNothing(view)) {
    return undefined;
  }
  return wizard.plan.cancelUntil[option];
}

/** What a restore beside the source means for it. */
function sourceSentence(view: DraftView, machine: string): string {
  return isGone(view) ? wizard.plan.gone(machine) : wizard.plan.notTouched(machine);
}

function created(view: DraftView): string[] {
  const { rg, rgIsNew, option, vmName, vnet } = view.shown;
  const staging = chosenAccount(view);
  const network = known(view.reads.networks)?.find(({ id }) => sameId(id, vnet));
  const group = rg ?? wizard.plan.someGroup;
  const groups = rg !== null && rgIsNew ? [groupLine(view, rg)] : [];
  switch (option) {
    case 'createVm':
      return [
        ...groups,
        submission.newMachine(vmName ?? wizard.plan.someName, chosenPoint(view)?.vmSize ?? null),
        disksMade(view, group),
        ...stagedVhds(view),
        ...(network === undefined ? [] : [submission.nicIn(network.name)]),
      ];
    case 'restoreDisks':
      return [
        ...groups,
        disksMade(view, group),
        ...stagedVhds(view),
        ...(staging === undefined ? [] : [submission.template(staging.name)]),
      ];
    case 'replaceDisks':
      return [submission.snapshotFirst, ...stagedVhds(view)];
    case null:
      return [];
  }
}

/** A new group is created, unless an earlier press of the draft has created it. */
function groupLine({ shown, reads }: DraftView, rg: string): string {
  const own = ownGroup(shown, reads);
  return own === null ? submission.newGroup(rg) : ownGroupLine(own);
}

/**
 * Rules by which disks are restored as files in the staging storage account (Restore Azure VMs, Storage
 * accounts).
 */
const BLOBS: readonly CatalogueRule['id'][] = [
  'restore-disks.unmanaged-blobs',
  'create-vm.staging.unmanaged-vhds',
];

/** Rules by which copies are left there besides, to be deleted. */
const STAGED: readonly CatalogueRule['id'][] = [
  'restore-disks.vhd.vault-under-4tb',
  'restore-disks.vhd.then-managed',
  'replace.vhd.vault-under-4tb',
];

const applies = ({ settled }: DraftView, ids: readonly CatalogueRule['id'][]): boolean =>
  settled.verdicts.some(({ rule, state }) => state === 'speaks' && isRuleOf(rule, ids));

/** Whether its disks are restored as files in the staging storage account. */
export const restoresBlobs = (view: DraftView): boolean => applies(view, BLOBS);

const accountOf = (view: DraftView): string => chosenAccount(view)?.name ?? wizard.plan.someAccount;

function disksMade(view: DraftView, group: string): string {
  const count = chosenPoint(view)?.diskCount ?? null;
  return restoresBlobs(view)
    ? submission.blobsIn(count, accountOf(view))
    : submission.disksIn(submission.managedDisks(count), group);
}

const stagedVhds = (view: DraftView): string[] =>
  applies(view, STAGED) ? [submission.stagedVhds(accountOf(view))] : [];

function writesLost(view: DraftView): string[] {
  const point = chosenPoint(view);
  if (point === undefined) return [];
  const { time } = point;
  return [
    time === null
      ? submission.writesSincePoint
      : submission.writesAfter(dateTimeText(time), now() - time, isOwnClock()),
  ];
}

/** What isn't restored as it was: the same as beside the choice. */
function propertiesLost(view: DraftView): string[] {
  const { option } = view.shown;
  return option === null ? [] : lossesOf(view, option).map(({ text }) => text);
}

/** How long a VM's restore will take; null while its kind or its region isn't known. */
export function expectedOf(view: DraftView): ReactNode {
  const by = expectedBy(view);
  return by && expectedDuration(by);
}

/** The past restores that it goes by. */
export function expectedBy(view: DraftView): ExpectedBy<readonly PastRestore[]> | null {
  const { reads, shown } = view;
  const item = known(reads.instance);
  const isSecondary = goesToSecondary(shown, reads);
  const region = isSecondary ? pairedRegion(reads) : '';
  if (item === undefined || shown.option === null || replacesNothing(view)) return null;
  if (region === undefined || region === null) return null;
  return expectedOfKind(shown.option, {
    vaultId: item.vaultId,
    region: region || null,
    isRehydrating: chosenPoint(view)?.tier === 'Archive',
    sizeBytes: sourceBytes(view),
  });
}

const GIB = 1024 ** 3;

/** Of all disks of the source as it is now; null: not known. */
export function sourceBytes({ facts }: Pick<DraftView, 'facts'>): number | null {
  const sizes = facts.vm?.diskSizesGiB ?? [];
  return sizes.length === 0 ? null : sizes.reduce((all, one) => all + one) * GIB;
}

/** What a restore of a virtual machine will do, in words. */
export function vmPlanOf(view: DraftView): TaskPlan {
  const item = known(view.reads.instance);
  return {
    about:
      item === undefined
        ? []
        : [item.friendlyName, item.resourceGroup, item.vaultName, ...elsewhereText(view)],
    sentence: planSentence(view),
    headline: headlineOf(view),
    line: planLine(view),
    target: vmTargetText(view),
    lost: vmPlanLinesOf(view).lost,
    notLookedAt: vmNotLookedAt(view),
    expected: expectedOf(view),
    renderExpected: (draw) => withExpected(expectedBy(view), draw),
    cancel: cancelOf(view),
    renderNotUsed: (goTo) => <NotUsed view={view} goTo={goTo} />,
  };
}

/** Every field that a draft's restore has, with what was chosen in it. */
export function vmChosenLines(view: DraftView): ReviewLine[] {
  const { shown, reads } = view;
  const hidden = new Set<string>(view.hidden);
  // What was answered of the machine, and matters no more, has no line.
  const applicable = questionsOf(view);
  for (const question of QUESTIONS) if (!applicable.includes(question)) hidden.add(question);
  const given = { choices: shown, reads };
  const lines = reviewLines(VM_FIELDS, shown, given, (field) => hidden.has(field));
  const elsewhere = elsewhereText(view).map((text): ReviewLine => [wizard.region.label, text]);
  return [
    ...causeFacts(view.draft),
    // The region that the point is restored to stands behind it.
    ...lines.flatMap(([field, line]) => (field === 'point' ? [line, ...elsewhere] : [line])),
  ];
}
