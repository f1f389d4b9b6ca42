import { groupIdOf } from '#src/api/arm/resource-id.ts';
import { machineNameCandidates } from '#src/datasources/azure-vm/candidates.ts';
import {
  candidatesOf,
  chosenPoint,
  type DraftView,
  typedView,
  withChoice,
} from '#src/datasources/azure-vm/model.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { isExpired, type RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import { suggested as words } from '#src/strings/wizard.ts';
import type { Blocked } from '#src/ui/fields/option.tsx';
import { restoredName, usedLast } from '#src/wizard/draft/suggested.ts';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import type { Candidate } from '#src/wizard/explain/view.ts';
import type { StepSuggestions } from '#src/wizard/fields/Suggestions.tsx';
import { known, type Read } from '#src/wizard/read.ts';

/**
 * What Configuration suggests. The network only of a source that is gone: a second VM beside its source is a
 * decision of the person.
 */
export const VM_SUGGESTIONS: StepSuggestions<Reads> = {
  fields: ['vmName', 'rg', 'vnet', 'staging'],
  likelyFor: (field, view) => likelyFor(field, typedView(view)),
  whyOf: (field, { shown }) =>
    field === 'rg' && shown['rg'] === usedLast('rg') ? words.lastUsed : (WHY[field] ?? ''),
};

const WHY: Readonly<Record<string, string>> = {
  vmName: words.free,
  rg: words.machineGroup,
  vnet: words.first,
  staging: words.first,
};

function likelyFor(field: string, view: DraftView): readonly Candidate[] {
  switch (field) {
    case 'staging':
      return candidatesOf(view, field);
    case 'vnet':
      return isGone(view) ? candidatesOf(view, field) : [];
    case 'vmName':
      return freeNames(view);
    case 'rg':
      return likelyGroups(view);
    default:
      return [];
  }
}

/** The group that the latest restore went to, then that of the VM; both only while they are there. */
function likelyGroups(view: DraftView): Candidate[] {
  const groups = known(view.reads.groups) ?? [];
  const last = usedLast('rg');
  const source = known(view.reads.instance)?.sourceResourceId ?? '';
  // When its region is down, what is in its group may be out of reach, too.
  const own = goesToSecondary(view.shown, view.reads) ? null : groupIdOf(source);
  return [
    ...groups.filter(({ name }) => name === last),
    ...groups.filter(({ id }) => sameId(id, own)),
  ].map(({ name }) => ({ name, change: { rg: name } }));
}

/**
 * The name of a VM that is gone, as its successor takes its place; else, or where that is taken, names that say what
 * the VM is a copy of, and as of which day. None before it is known which are taken.
 */
function freeNames(view: DraftView): Candidate[] {
  const { instance, machineNames } = view.reads;
  const name = known(instance)?.friendlyName;
  const time = chosenPoint(view)?.time ?? null;
  if (known(machineNames) === undefined || name === undefined || time === null) return [];
  const own = isGone(view) ? machineNameCandidates(name).slice(0, 1) : [];
  return [...own, ...machineNameCandidates(restoredName(name, time))];
}

/** The restore points of the region that a draft restores in. */
export const pointsThere = (view: DraftView): Read<readonly RecoveryPoint[]> =>
  goesToSecondary(view.shown, view.reads) ? view.reads.secondaryPoints : view.reads.points;

/**
 * Why a point cannot be chosen, by what the rules say of it with the rest of the draft. Those that
 * differ only in name and time are judged once: hundreds of points are of few sorts.
 */
export function pointJudge(view: DraftView): (point: RecoveryPoint) => Blocked | undefined {
  const judged = new Map<string, Blocked | undefined>();
  const there = new Set(known(view.reads.secondaryPoints)?.map(({ name }) => name));
  return (point) => {
    const { id: _id, name, time: _time, expiresAt: _end, ...sort } = point;
    // Of its end, only whether it has passed refuses anything.
    const key = JSON.stringify([sort, there.has(name), isExpired(point, view.reads.at)]);
    if (!judged.has(key)) {
      judged.set(key, judgeValue(withChoice(view, { point: name }), 'point', name).blocked);
    }
    return judged.get(key);
  };
}
