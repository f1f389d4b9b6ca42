import { isCut } from '#src/lib/list.ts';
import { type ChoiceField, valueOf } from '#src/rules/choices.ts';
import type { FactName } from '#src/rules/facts.ts';
import type { FromAzure, Unknowable, FieldGroup } from '#src/wizard/explain/facts.ts';
import { type FactModel, type Ground, fieldGroupsOf } from '#src/wizard/explain/model.ts';
import type { Read, ReadTrouble } from '#src/wizard/reads/read.ts';

/** Why a fact is not known. */
export type WhyUnknown =
  | {
      readonly kind: 'forbidden' | 'failed';
      readonly read: string;
      readonly trouble: ReadTrouble | undefined;
    }
  | { readonly kind: 'loading' | 'cut'; readonly read: string }
  | { readonly kind: 'notChosen'; readonly field: ChoiceField }
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'nobody'; readonly because: Unknowable }
  | { readonly kind: 'notReported' | 'notReadHere' };

/** The choices and reads that a fact depends on. */
export type FactGround<Reads> = Omit<Ground<Reads>, 'facts'>;

/** Tells of a fact that is not known why it is not. Pure. */
export function whyUnknown<Reads>(fact: FactName, ground: FactGround<Reads>): WhyUnknown {
  const source = ground.model.sourceOf(fact);
  switch (source.from) {
    case 'azure':
      return whyUnreported(source, ground);
    case 'operator':
      return { kind: 'question', question: source.question };
    case 'nobody':
      return { kind: 'nobody', because: source.because };
    case 'product':
    case 'elsewhere':
      return { kind: 'notReadHere' };
  }
}

function whyUnreported<Reads>(source: FromAzure, ground: FactGround<Reads>): WhyUnknown {
  const { model, reads, choices } = ground;
  const named = source.fieldGroups.flat().map(([read]) => read);
  const another = named
    .map((read) => model.byChoice?.readForAnother(read, reads, choices) ?? null)
    .find(isField);
  if (another !== undefined) return { kind: 'notChosen', field: another };
  const lacking = lackingReads(
    fieldGroupsOf(source, ground),
    model.after,
    (one) => stateOf(one, ground).state,
  );
  const read = lacking.find((one) => one !== null) ?? null;
  if (read !== null) return whyUnread(read, stateOf(read, ground), ground);
  const cut = named.find((one) => isPart(stateOf(one, ground)));
  if (cut !== undefined) return { kind: 'cut', read: cut };
  const field = named
    .map((one) => model.chosenIn(one))
    .filter(isField)
    .find((one) => valueOf(choices, one) === null);
  return field === undefined ? { kind: 'notReported' } : { kind: 'notChosen', field };
}

const isField = (field: ChoiceField | null): field is ChoiceField => field !== null;

/** Whether only a part of a list was read. */
function isPart(given: Read<unknown>): boolean {
  return given.state === 'known' && Array.isArray(given.value) && isCut(given.value);
}

function whyUnread<Reads>(
  read: string,
  given: Read<unknown>,
  { model }: FactGround<Reads>,
): WhyUnknown {
  switch (given.state) {
    case 'forbidden':
    case 'failed':
      return { kind: given.state, read, trouble: given.trouble };
    case 'loading':
      return { kind: 'loading', read };
    // Everything depends on the backup instance, and some of it on one thing more.
    case 'not asked':
      return { kind: 'notChosen', field: model.chosenIn(read) ?? 'instance' };
    case 'known':
      return { kind: 'notReported' };
  }
}

/** The state of a read; of several things that another read names, that of the first not known. */
function stateOf<Reads>(read: string, ground: FactGround<Reads>): Read<unknown> {
  const { model, reads } = ground;
  const answers = model.answersOf(reads, read);
  const [first] = answers;
  if (answers.length === 1 && first !== undefined) return first;
  const after = model.after(read);
  if (after !== null && stateOf(after, ground).state !== 'known') return { state: 'not asked' };
  return answers.find(({ state }) => state !== 'known') ?? { state: 'known', value: null };
}

type StateOf = (read: string) => Read<unknown>['state'];
type After = FactModel<never>['after'];

/**
 * Of each group that could report a fact, the read that it lacks; null for a group that has all it needs.
 * A fact is not known where every group lacks something.
 */
export function lackingReads(
  fieldGroups: readonly FieldGroup[],
  after: After,
  statusOf: StateOf,
): (string | null)[] {
  return fieldGroups.map(
    (group) =>
      group.map(([read]) => heldUpBy(read, after, statusOf)).find((read) => read !== null) ?? null,
  );
}

/**
 * The read that blocks this one: itself, or the one before it if this one hasn't started; null when it is
 * known.
 */
function heldUpBy(read: string, after: After, statusOf: StateOf): string | null {
  const state = statusOf(read);
  if (state === 'known') return null;
  const before = after(read);
  return state === 'not asked' && before !== null
    ? (heldUpBy(before, after, statusOf) ?? read)
    : read;
}
