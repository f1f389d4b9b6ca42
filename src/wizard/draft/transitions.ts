import { sameId } from '#src/model/resource-id.ts';
import type {
  DraftChange,
  Choice,
  Draft,
  DraftChoices,
  ClearedField,
} from '#src/wizard/draft/schema.ts';

/** A field whose value can't stay, and what it depended on. */
export type Lost = readonly [field: string, because: ClearedField['because']];

/** What follows from a change of a task's choices. */
export interface Transitions {
  /** The change with what it sets besides. */
  readonly completed: (before: DraftChoices, change: DraftChange) => DraftChange;
  /** The fields whose value can't stay after a change. */
  readonly lostFields: (before: DraftChoices, after: DraftChoices) => readonly Lost[];
  /** The name of what is restored; null where nothing is chosen. */
  readonly nameOf: (choices: DraftChoices) => string | null;
}

/** Applies a change by the operator: keeps what is still valid, clears the rest and records the reason. Pure. */
export function applied(
  transitions: Transitions,
  draft: Draft,
  wanted: DraftChange,
  at: number,
): Draft {
  const change = defined(wanted);
  const before = draft.choices;
  const changed = withDatasource(before, {
    ...before,
    ...(isTick(change) ? {} : NOT_CONFIRMED),
    ...defined(transitions.completed(before, change)),
  });
  const lost = transitions.lostFields(before, changed).filter(([field]) => !(field in change));
  const gone = Object.fromEntries(lost.map(([field]) => [field, null]));
  const choices: DraftChoices = { ...changed, ...gone };
  const takenBack = [
    ...draft.takenBack.filter(({ field }) => !(field in change) && isNothing(choices[field])),
    ...lost.flatMap(([field, because]) =>
      clearedOf(before, field, { because, undo: undoOf(before, change) }),
    ),
  ];
  return {
    ...draft,
    changedAt: at,
    name: transitions.nameOf(choices),
    choices,
    takenBack: onceEach(takenBack),
    // What has happened has happened to the instance before.
    cause: isOther(before.instance, choices.instance) ? undefined : draft.cause,
  };
}

/** The suggestions of a draft that it still holds, by their fields. Pure. */
export function suggestionsLeft({ suggested = {}, choices }: Pick<Draft, 'suggested' | 'choices'>) {
  return Object.entries(suggested).filter(([field, value]) => choices[field] === value);
}

/**
 * A draft after a person's change, without what was suggested for it as it was before and no longer fits: all of it for
 * another instance or restore point, else what the change took away. Its step suggests anew. Pure.
 */
export function withoutStaleSuggestions(before: Draft, after: Draft): Draft {
  const { suggested } = before;
  if (suggested === undefined) return after;
  const isAnother =
    isOther(before.choices.instance, after.choices.instance) ||
    before.choices['point'] !== after.choices['point'];
  const lost = new Set(after.takenBack.map(({ field }) => field));
  const isStale = ([field, value]: readonly [string, Choice]): boolean =>
    !isNothing(value) &&
    (isNothing(after.choices[field])
      ? lost.has(field)
      : isAnother && after.choices[field] === value);
  const stale = new Set(suggestionsLeft(before).flatMap((one) => (isStale(one) ? [one[0]] : [])));
  if (stale.size === 0) return after;
  return {
    ...after,
    choices: {
      ...after.choices,
      ...Object.fromEntries([...stale].map((field) => [field, null])),
    },
    takenBack: after.takenBack.filter(({ field }) => !stale.has(field)),
    suggested: Object.fromEntries(Object.entries(suggested).filter(([field]) => !stale.has(field))),
  };
}

/** The fields that a change sets. */
const defined = (change: DraftChange): Readonly<Record<string, Choice>> =>
  Object.fromEntries(
    Object.entries(change).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value] as const],
    ),
  );

/** A confirmation at Review counts only for the draft as it was then. */
const NOT_CONFIRMED = { consequenceRead: false, warningsRead: false } as const;

/** Whether a change only confirms something, which the request doesn’t have: one confirmation clears no other. */
function isTick(change: DraftChange): boolean {
  return Object.keys(change).every(
    (field) => field === 'confirmReplace' || Object.hasOwn(NOT_CONFIRMED, field),
  );
}

function clearedOf(
  before: DraftChoices,
  field: string,
  why: Pick<ClearedField, 'because' | 'undo'>,
): ClearedField[] {
  const was = before[field];
  return isNothing(was) ? [] : [{ field, was: String(was), ...why }];
}

const isNothing = (value: Choice | undefined): boolean => value === null || value === undefined;

/** What a change sets, as it was before. */
function undoOf(before: DraftChoices, change: DraftChange): ClearedField['undo'] {
  return Object.fromEntries(Object.entries(before).filter(([field]) => field in change));
}

/** The change that restores what was cleared, with what it depended on; null if an older draft doesn't hold it. */
export function bringsBack(lost: readonly ClearedField[]): DraftChange | null {
  const undone = lost.flatMap(({ undo }) => (undo === undefined ? [] : [undo]));
  if (lost.length === 0 || undone.length < lost.length) return null;
  // What was changed first is what all of it depended on.
  const before = undone.toReversed().flatMap((one) => Object.entries(one));
  const again = lost.map(({ field, was }): [string, Choice] => [field, was ?? null]);
  return Object.fromEntries<Choice>([...before, ...again]);
}

/** An instance of one datasource is none of another. */
function withDatasource(before: DraftChoices, after: DraftChoices): DraftChoices {
  const keepsInstance =
    !isOtherDatasource(before, after) || !sameId(before.instance, after.instance);
  return keepsInstance ? after : { ...after, instance: null };
}

/** Whether some choices are of another datasource. */
export const isOtherDatasource = (before: DraftChoices, after: DraftChoices): boolean =>
  datasourceIn(before) !== datasourceIn(after);

/** The datasource of some choices; virtual machines until another one is chosen. */
export const datasourceIn = ({ datasource }: DraftChoices): string => datasource ?? 'azure-vm';

/** Keeps each field that was cleared twice once, with the latest reason. */
function onceEach(all: readonly ClearedField[]): ClearedField[] {
  return [...new Map(all.map((one) => [one.field, one])).values()];
}

/** Whether a change exchanges something already chosen for something else. */
export function isOther(before: string | null, after: string | null): boolean {
  return before !== null && !sameId(before, after);
}
