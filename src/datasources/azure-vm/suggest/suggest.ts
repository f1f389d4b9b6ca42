import { dayOf } from '#src/lib/time.ts';
import type { StepId } from '#src/rules/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { candidatesOf } from '#src/datasources/azure-vm/explain/candidates-of.ts';
import { machineNameCandidates } from '#src/datasources/azure-vm/explain/candidates.ts';
import { chosenPoint, viewOf } from '#src/datasources/azure-vm/view.ts';
import type { Change, Choice } from '#src/wizard/draft/schema.ts';
import { type Candidate, changedDraft } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/reads/read.ts';

/**
 * The fields that a step suggests. Never the network: a second VM beside its source is a decision of
 * the person.
 */
export const SUGGESTED: Readonly<Partial<Record<StepId, readonly SuggestedField[]>>> = {
  configuration: ['vmName', 'rg', 'staging'],
};

export type SuggestedField = 'vmName' | 'rg' | 'staging';

/** The group that the latest restore went to; null where none is known. */
type LastGroup = string | null;

/**
 * What the open fields of a step could hold, as far as that can be known by now. Empty for a draft
 * that takes no suggestions. Pure.
 */
export function suggestionsFor(step: StepId, view: DraftView, lastGroup: LastGroup): Change {
  const { suggested } = view.draft;
  if (suggested === undefined) return {};
  const open = (SUGGESTED[step] ?? []).filter((field) => !(field in suggested));
  const found: Record<string, Choice | undefined> = {};
  for (const field of open) {
    Object.assign(found, firstUsable(field, changed(view, found), lastGroup));
  }
  return found;
}

/** Further down a list nothing is likely any more. */
const MOST_TRIED = 30;

function firstUsable(field: SuggestedField, view: DraftView, lastGroup: LastGroup): Change {
  if (view.shown[field] !== null || view.hidden.has(field)) return {};
  const likely = (likelyFor(field, view, lastGroup) ?? []).slice(0, MOST_TRIED);
  return likely.find(({ change }) => isUsable(view, change))?.change ?? {};
}

function likelyFor(field: SuggestedField, view: DraftView, lastGroup: LastGroup) {
  switch (field) {
    case 'staging':
      return candidatesOf(view, field);
    case 'vmName':
      return freeNames(view);
    case 'rg':
      return known(view.reads.groups)?.flatMap(({ name }): Candidate[] =>
        name === lastGroup ? [{ name, change: { rg: name } }] : [],
      );
  }
}

/** Names that say what the VM is a copy of, and as of which day; none before it is known which are taken. */
function freeNames(view: DraftView): Candidate[] {
  const { instance, machineNames } = view.reads;
  const name = known(instance)?.friendlyName;
  const time = chosenPoint(view)?.time ?? null;
  if (known(machineNames) === undefined || name === undefined || time === null) return [];
  return machineNameCandidates(`${name}-restored-${dayOf(time).slice(5).replace('-', '')}`);
}

const changed = (view: DraftView, change: Change): DraftView =>
  viewOf(changedDraft(view, change), view.reads);

/** Whether no rule refuses or warns that hasn't before. */
function isUsable(view: DraftView, change: Change): boolean {
  const speaking = ({ settled }: DraftView) =>
    settled.verdicts.flatMap(({ rule, state }) =>
      state === 'speaks' && ['block', 'warn'].includes(rule.kind) ? [rule] : [],
    );
  const before = new Set(speaking(view));
  return speaking(changed(view, change)).every((rule) => before.has(rule));
}
