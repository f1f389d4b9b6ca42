import { sameId } from '#src/model/resource-id.ts';
import { sentText } from '#src/wizard/draft/drafts.ts';
import type { Draft, MadeGroup } from '#src/wizard/draft/schema.ts';

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
  const press = submission.state === 'job' ? submission.attempt : submission;
  const latest = press !== undefined && 'groupMade' in press ? press.groupMade : undefined;
  return latest ?? earlier?.groupMade;
}

/** The same as it is stored: what a draft of before keeps with its press is kept with the draft from then on. */
export function storedMade(draft: Draft): Draft['madeGroups'] {
  const made = madeGroupsOf(draft);
  return made.length === 0 ? undefined : [...made];
}
