import { type RestoreOutline, type TargetPart, targetsMeet } from '#src/model/lost-restore.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import {
  attemptOf,
  type BegunRestore,
  type Draft,
  type DraftChoices,
  isCertain,
  isOpen,
  type MadeGroup,
} from '#src/wizard/draft/schema.ts';
import { draftsHere, draftState } from '#src/wizard/draft/store.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';

/** The choices that a draft's restore was sent with, or else its current choices. */
export const sentChoicesOf = ({ asked, choices }: Draft): DraftChoices => asked ?? choices;

/** What a draft was sent with in a field that has a text; null: nothing. */
export function sentText(draft: Draft | null, field: string): string | null {
  const value = draft === null ? null : sentChoicesOf(draft)[field];
  return typeof value === 'string' ? value : null;
}

/**
 * Other drafts, of any datasource, with a request for the same target whose outcome is unknown. A second request
 * could be one too many. A draft of before doesn't have its target, and is compared by the same task alone.
 */
export function openAttemptsOn(
  id: string,
  choices: DraftChoices,
  targetOf: TargetOf,
  target = targetOf(choices),
): Draft[] {
  const { draft: own } = draftState(id);
  const task = own.ok ? own.value.task : undefined;
  const isSameTask = (draft: Draft): boolean =>
    draft.task === task && datasourceIn(sentChoicesOf(draft)) === datasourceIn(choices);
  const sentTarget = (draft: Draft): readonly TargetPart[] =>
    draft.target ?? (isSameTask(draft) ? targetOf(sentChoicesOf(draft)) : []);
  return draftsHere().filter(
    (draft) =>
      draft.id !== id &&
      (isOpen(draft.submission) || draft.earlier !== undefined) &&
      targetsMeet(target, sentTarget(draft)),
  );
}

/** The restores to the same target that held back the latest press of a draft. */
export const heldBackBy = ({ submission: sent }: Draft): readonly BegunRestore[] =>
  (sent.state === 'notSent' ? sent.begunSince : undefined) ?? [];

/** More jobs of drafts are not read by themselves: lists have all but the newest. */
const MOST_JOBS = 10;

/** The jobs that drafts to a target led to, the latest first. */
export const jobsOn = (target: readonly TargetPart[]): ResourceId[] =>
  draftsHere()
    .flatMap(({ submission: sent, target: other = [] }) =>
      sent.state === 'job' && targetsMeet(target, other) ? [sent] : [],
    )
    .toSorted((a, b) => (b.attempt?.sentAt ?? 0) - (a.attempt?.sentAt ?? 0))
    .slice(0, MOST_JOBS)
    .map(({ jobId }) => resourceId(jobId));

/** What a task makes or changes; empty while that is not chosen. */
export type TargetOf = (choices: DraftChoices) => readonly TargetPart[];

// What a press has created stays when its restore is refused, and counts as the draft's own from then on:
// the next press uses it, also under another name in between, after a reload and in another tab.

/** A resource group by its name, which Azure has once in a subscription. */
export type GroupName = Pick<MadeGroup, 'subscriptionId' | 'name'>;

/** Whether two names are of one resource group. */
export const isSameGroup = (one: GroupName, other: GroupName): boolean =>
  sameId(one.subscriptionId, other.subscriptionId) && sameId(one.name, other.name);

/** The resource groups that a draft's presses asked Azure to create, those of older drafts among them. */
export function madeGroupsOf(draft: Draft): readonly MadeGroup[] {
  const known = ofDrafts.get(draft) ?? withGroupBefore(draft);
  ofDrafts.set(draft, known);
  return known;
}

/** The same list for the same draft, so that what depends on it stays the same. */
const ofDrafts = new WeakMap<Draft, readonly MadeGroup[]>();

const NONE: readonly MadeGroup[] = [];

function withGroupBefore(draft: Draft): readonly MadeGroup[] {
  const { madeGroups = NONE } = draft;
  const name = groupBefore(draft);
  const subscriptionId = sentText(draft, 'subscription');
  if (name === undefined || subscriptionId === null) return madeGroups;
  const before = { subscriptionId, name, at: null, isSure: true };
  return madeGroups.some((one) => isSameGroup(one, before)) ? madeGroups : [...madeGroups, before];
}

/** The resource group that a draft of before keeps with its press. */
function groupBefore({ submission, earlier }: Draft): string | undefined {
  const latest = 'groupMade' in submission ? submission.groupMade : undefined;
  return latest ?? attemptOf(submission)?.groupMade ?? earlier?.groupMade;
}

/** The same as it is stored: what a draft of before keeps with its press is kept with the draft from then on. */
export function storedMade(draft: Draft): Draft['madeGroups'] {
  const made = madeGroupsOf(draft);
  return made.length === 0 ? undefined : [...made];
}

/**
 * The outline of a restore by what this browser sent for its job. Null: it was sent elsewhere, or with an earlier
 * press, whose choices aren't kept, or only a person says that it is the job.
 */
export function sentOutline(jobId: string): RestoreOutline | null {
  const draft = draftOfJob(jobId);
  if (draft?.submission.state !== 'job') return null;
  const { foundBy } = draft.submission;
  if (foundBy === 'earlierId') return null;
  return isCertain(draft.submission) || foundBy === 'target' ? outlineOf(draft) : null;
}

/** By the names that the fields of the datasources share. Null: nothing of it was chosen there. */
function outlineOf(draft: Draft): RestoreOutline | null {
  const choices = sentChoicesOf(draft);
  const textIn = (field: string) => sentText(draft, field);
  const vm = { name: textIn('vmName'), group: null };
  if (choices.datasource === 'azure-disk') {
    return { kind: 'createDisk', name: textIn('diskName'), group: null };
  }
  switch (textIn('option')) {
    case 'createVm':
      return { kind: 'createVm', ...vm };
    case 'restoreDisks': {
      // Unmanaged disks become files in a storage account.
      const group = choices['restoreAsManaged'] === true ? textIn('rg') : null;
      return { kind: 'restoreDisks', name: null, group };
    }
    case 'replaceDisks':
      return { kind: 'replaceDisks', name: null, group: null };
    default:
      return vm.name === null ? null : { kind: null, ...vm };
  }
}
