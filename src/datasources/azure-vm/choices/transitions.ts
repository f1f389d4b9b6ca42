import type { Change, DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  applied,
  isOther,
  isOtherDatasource,
  type Transitions,
} from '#src/wizard/draft/transitions.ts';
import { changeChoices as changeIn } from '#src/wizard/draft/store.ts';
import {
  vmChoices,
  type VmDraft,
  vmDraft,
  vmTypes,
} from '#src/datasources/azure-vm/choices/schema.ts';
import { FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type Cause, cause, lostFields } from '#src/wizard/fields/lost-fields.ts';
import { machineOf, subscriptionOf } from '#src/datasources/azure-vm/choices/target.ts';

/** What follows from a change of a virtual machine's restore. */
export const transitions: Transitions = {
  completed: (before, change) => ({
    ...change,
    ...withType(vmChoices(before), vmTypes(change)),
    ...(isOtherDatasource(before, { ...before, datasource: datasourceAfter(before, change) })
      ? { rgIsNew: false }
      : {}),
  }),
  lostFields: (before, after) =>
    lostFields(FIELDS, causesOf(vmChoices(before), vmChoices(after)), vmChoices(after)),
  nameOf: ({ instance }) => machineOf(instance),
};

const datasourceAfter = (before: DraftChoices, { datasource }: Change): string | null =>
  typeof datasource === 'string' ? datasource : before.datasource;

/** A change by the operator, applied with all that follows from it. Pure. */
export const withChoices = (draft: VmDraft, change: Partial<VmChoices>, at: number): VmDraft =>
  vmDraft(applied(transitions, draft, change, at));

/** Under `Replace existing` there is one type; under `Create new` it is none of those. */
function withType(before: VmChoices, change: Partial<VmChoices>): Partial<VmChoices> {
  const { group, option } = change;
  if (option !== undefined) {
    if (group !== undefined || option === null) return change;
    return { ...change, group: option === 'replaceDisks' ? 'replaceExisting' : 'createNew' };
  }
  if (group === undefined) return change;
  if (group === 'replaceExisting') return { ...change, option: 'replaceDisks' };
  return before.option === 'replaceDisks' ? { ...change, option: null } : change;
}

/** What a change exchanges. Another subscription has other networks. */
function causesOf(before: VmChoices, after: VmChoices): Cause[] {
  const isElsewhere = isOther(subscriptionOf(before), subscriptionOf(after));
  return [
    cause('instance', isOther(before.instance, after.instance)),
    cause('region', before.regionView !== after.regionView),
    cause('subscription', isElsewhere),
    isElsewhere
      ? { changed: 'network', because: 'subscription', isSo: true }
      : cause('network', isOther(before.vnet, after.vnet)),
    cause('datasource', isOtherDatasource(before, after)),
  ];
}

/** Applies a change by the operator and stores the result. */
export const changeChoices = (id: string, change: Partial<VmChoices>): void =>
  changeIn(transitions, id, change);
