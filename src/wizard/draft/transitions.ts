import {
  type Draft,
  type DraftChoices,
  QUESTIONS,
  type TakenBack,
} from '#src/wizard/draft/schema.ts';
import { draftChoices } from '#src/wizard/draft/draft-change.ts';
import { sameId } from '#src/model/resource-id.ts';
import { subscriptionOf } from '#src/wizard/draft/target.ts';

type Field = TakenBack['field'];
type Lost = [Field, TakenBack['because']];

/** A machine that is chosen is no disk, and no point or group was chosen for one. */
const OF_DATASOURCE = ['instance', 'point', 'rg', 'confirmReplace'] as const;

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

/**
 * A change by the operator, applied: what is still valid later is kept, what is not is taken back
 * and the reason noted. Pure.
 */
export function withChoices(draft: Draft, change: Partial<DraftChoices>, at: number): Draft {
  const before = draft.choices;
  const changed = withKind(before, {
    ...before,
    ...(isTick(change) ? {} : UNTICKED),
    ...withType(before, change),
  });
  const lost = lostFields(before, changed).filter(([field]) => !(field in change));
  const choices: DraftChoices = { ...changed };
  for (const [field] of lost) choices[field] = null;
  const takenBack = [
    ...draft.takenBack.filter(({ field }) => !(field in change) && choices[field] === null),
    ...lost.flatMap(([field, because]) =>
      takenBackOf(before, field, { because, undo: undoOf(before, change) }),
    ),
  ];
  // What has happened has happened to the machine before.
  const cause = isOther(before.instance, choices.instance) ? undefined : draft.cause;
  return { ...draft, changedAt: at, choices, takenBack: onceEach(takenBack), cause };
}

/** What was read at Review is read of the draft as it stands. */
const UNTICKED = { consequenceRead: false, warningsRead: false } as const;

/** Whether a change does nothing but tick at Review: one tick takes no other away. */
function isTick(change: Partial<DraftChoices>): boolean {
  return Object.keys(change).every((field) => Object.hasOwn(UNTICKED, field));
}

function takenBackOf(
  before: DraftChoices,
  field: Field,
  why: Pick<TakenBack, 'because' | 'undo'>,
): TakenBack[] {
  const was = before[field];
  return was === null ? [] : [{ field, was, ...why }];
}

/** What a change sets, as it was before. */
function undoOf(before: DraftChoices, change: Partial<DraftChoices>): TakenBack['undo'] {
  return draftChoices.parse(
    Object.fromEntries(Object.entries(before).filter(([field]) => field in change)),
  );
}

/** The change that brings back what was taken back, with what it depended on. Null where a draft of before does not hold it. */
export function bringsBack(lost: readonly TakenBack[]): Partial<DraftChoices> | null {
  const undone = lost.flatMap(({ undo }) => (undo === undefined ? [] : [undo]));
  if (lost.length === 0 || undone.length < lost.length) return null;
  // What was changed first is what all of it depended on.
  const before = undone.toReversed().flatMap((one) => Object.entries(one));
  return draftChoices.parse(
    Object.fromEntries([...before, ...lost.map(({ field, was }) => [field, was])]),
  );
}

/** Under `Replace existing` there is one type; under `Create new` it is none of those. */
function withType(before: DraftChoices, change: Partial<DraftChoices>): Partial<DraftChoices> {
  const { group, option } = change;
  if (option !== undefined) {
    if (group !== undefined || option === null) return change;
    return { ...change, group: option === 'replaceDisks' ? 'replaceExisting' : 'createNew' };
  }
  if (group === undefined) return change;
  if (group === 'replaceExisting') return { ...change, option: 'replaceDisks' };
  return before.option === 'replaceDisks' ? { ...change, option: null } : change;
}

/** A machine is no disk; and a disk goes to a group that exists, as its vault needs a role there. */
function withKind(before: DraftChoices, after: DraftChoices): DraftChoices {
  if (kindOf(before) === kindOf(after)) return after;
  const isSame = sameId(before.instance, after.instance);
  return { ...after, rgIsNew: false, instance: isSame ? null : after.instance };
}

/** What is restored; machines unless somebody says otherwise. */
function kindOf({ datasource }: DraftChoices): 'azure-vm' | 'azure-disk' {
  return datasource ?? 'azure-vm';
}

/** The fields whose value cannot stay after a change, each with what it hung on. */
function lostFields(before: DraftChoices, after: DraftChoices): Lost[] {
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
  if (kindOf(before) !== kindOf(after)) {
    lost.push(...OF_DATASOURCE.map((field): Lost => [field, 'datasource']));
  }
  return lost;
}

/** A field that was taken back twice is said once, by the latest reason. */
function onceEach(all: readonly TakenBack[]): TakenBack[] {
  return [...new Map(all.map((one) => [one.field, one])).values()];
}

/** Whether a change exchanges something already chosen for something else. */
function isOther(before: string | null, after: string | null): boolean {
  return before !== null && !sameId(before, after);
}
