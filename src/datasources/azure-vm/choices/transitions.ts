import type { Change, DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  applied,
  isOther,
  isOtherDatasource,
  type Lost,
  type Transitions,
} from '#src/wizard/draft/transitions.ts';
import { changeChoices as changeIn } from '#src/wizard/draft/store.ts';
import {
  QUESTIONS,
  type VmChoices,
  vmChoices,
  type VmDraft,
  vmDraft,
  vmTypes,
} from '#src/datasources/azure-vm/choices/schema.ts';
import { machineOf, subscriptionOf } from '#src/datasources/azure-vm/choices/target.ts';

/** What lives in one subscription and cannot be used from another. A new group can be made in any. */
const OF_SUBSCRIPTION = ['rg', 'vnet', 'staging', 'diskEncryptionSet', 'diskAccessId'] as const;

/** What lies in one region and cannot be used from another. */
const OF_REGION = [
  'vnet',
  'subnet',
  'zone',
  'staging',
  'diskEncryptionSet',
  'diskAccessId',
] as const;

/** What follows from a change of a virtual machine's restore. */
export const transitions: Transitions = {
  completed: (before, change) => ({
    ...change,
    ...withType(vmChoices(before), vmTypes(change)),
    ...(isOtherDatasource(before, { ...before, datasource: datasourceAfter(before, change) })
      ? { rgIsNew: false }
      : {}),
  }),
  lostFields: (before, after) => lostFields(vmChoices(before), vmChoices(after)),
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

/** The fields whose value cannot stay after a change, each with what it hung on. */
function lostFields(before: VmChoices, after: VmChoices): Lost[] {
  const lost: Lost[] = [];
  if (isOther(before.instance, after.instance)) {
    lost.push(['point', 'instance'], ['confirmReplace', 'instance']);
    // What was said is said of the machine before.
    lost.push(...QUESTIONS.map((question) => [question, 'instance'] satisfies Lost));
  }
  if (before.regionView !== after.regionView) {
    lost.push(...OF_REGION.map((field): Lost => [field, 'region']), ['isolatedNetwork', 'region']);
    // Every point of the secondary region is in the primary one too; not the other way round.
    if (after.regionView === 'secondary') lost.push(['point', 'region']);
  }
  if (isOther(subscriptionOf(before), subscriptionOf(after))) {
    const fields = OF_SUBSCRIPTION.filter((field) => field !== 'rg' || !after.rgIsNew);
    lost.push(...fields.map((field): Lost => [field, 'subscription']));
    lost.push(['subnet', 'subscription'], ['isolatedNetwork', 'subscription']);
  } else if (isOther(before.vnet, after.vnet)) {
    lost.push(['subnet', 'network'], ['isolatedNetwork', 'network']);
  }
  return lost;
}

/** Applies a change by the operator and stores the result. */
export const changeChoices = (id: string, change: Partial<VmChoices>): void =>
  changeIn(transitions, id, change);
