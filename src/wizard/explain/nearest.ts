import { type Alternative, alternativeOf } from '#src/rules/options.ts';
import { type ChoiceField, type ChoiceValue, type FieldName, valueOf } from '#src/rules/fields.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Ground } from '#src/wizard/explain/model.ts';
import { type Change, isChoice } from '#src/wizard/draft/schema.ts';
import {
  changedDraft,
  type Offer,
  valueVerdicts,
  type View,
  viewOf,
} from '#src/wizard/explain/view.ts';

/** What can be chosen in place of what a rule refuses. */
export interface Nearest {
  readonly label: string;
  readonly change: Change;
  /** The field that it changes, the one that leads to the others last. */
  readonly field: string;
}

/** The entry to explain, as its field and value. */
export interface Entry {
  readonly field: ChoiceField;
  readonly value: ChoiceValue;
}

/** As many offers of one rule are tried: further down a list nothing is near any more. */
const MOST_OFFERS = 60;

/**
 * The first thing that can be chosen in place of what these rules refuse: what a rule names, else
 * another value of its field. It silences its rule, nothing refuses what it sets, no block speaks after
 * it that did not before, and it opens no entry that another rule keeps closed. Null where there is none. Pure.
 */
export function nearestOf<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  ground: Ground<Reads>,
  entry?: Entry,
): Nearest | null {
  for (const rule of rules) {
    for (const { label, change } of firstOf(offered(view, rule, ground))) {
      const field = lastOf(change);
      const cleared = { ...leftOvers(view, change), ...change };
      const found = [change, cleared].find(
        (one) => helps(view, rule, one) && !isHalfOpen(changedView(view, one), rule, entry),
      );
      if (found !== undefined) return { label, change: found, field };
    }
  }
  return null;
}

/** Lazy: a list may be long, and the first that helps is enough. */
function* offered<Reads>(view: View<Reads>, rule: Rule, ground: Ground<Reads>): Generator<Offer> {
  const fields = fieldsOf(rule);
  const typed =
    rule.kind === 'block' ? fields.filter((field) => view.model.instead?.isTyped(field)) : [];
  const named = [...namedBy(view, rule, ground)];
  const isOfField = named.some(({ change }) => typed.some((field) => field in change));
  if (!isOfField) yield* typed.flatMap((field) => othersOf(view, field));
  yield* named;
  if (rule.kind === 'block') yield* fields.flatMap((field) => othersOf(view, field));
}

function* firstOf(offers: Iterable<Offer>): Generator<Offer> {
  let tried = 0;
  for (const offer of offers) {
    if (tried >= MOST_OFFERS) return;
    tried += 1;
    yield offer;
  }
}

/** What the rule itself names; where it leaves a value open, each that there is. */
function namedBy<Reads>(view: View<Reads>, rule: Rule, { facts, choices }: Ground<Reads>): Offer[] {
  const { instead, textOf, rules } = view.model;
  const label = textOf(rule).instead;
  if (instead === undefined || label === undefined) return [];
  const alternative = alternativeOf(rule, facts, choices, rules);
  if (alternative === null) return [];
  const sets = instead.parseChange(setsOf(alternative));
  if (alternative.choose === null) return sets === null ? [] : [{ label, change: sets }];
  return instead.candidatesOf(view, alternative.choose).map(({ name, change }) => ({
    label: wizard.explain.choose(label, name),
    change: { ...sets, ...change },
  }));
}

function othersOf<Reads>(view: View<Reads>, field: FieldName): Offer[] {
  const candidates = view.model.instead?.candidatesOf(view, field) ?? [];
  return candidates.map(({ name, change }) => ({
    label: wizard.explain.choose(view.model.fieldLabel(field), name),
    change,
  }));
}

/** An alternative of a rule as a change: what a draft can't hold is no field of it. */
export const setsOf = ({ sets }: Alternative): Change =>
  Object.fromEntries(
    sets.flatMap(({ field, value }) => (isChoice(value) ? [[field, value] as const] : [])),
  );

/** Whether a change silences a rule, is not refused itself, and brings up no block that was silent. */
function helps<Reads>(view: View<Reads>, rule: Rule, change: Change): boolean {
  const { verdicts } = changedView(view, change).settled;
  return (
    !verdicts.some((verdict) => verdict.rule === rule) &&
    newBlocks(view, verdicts).length === 0 &&
    !blocking(verdicts).some((block) => fieldsOf(block).some((field) => field in change))
  );
}

/** Whether an entry that a rule had closed would be open to that rule, and closed by another. */
function isHalfOpen<Reads>(after: View<Reads>, rule: Rule, entry: Entry | undefined): boolean {
  if (entry === undefined || after.model.instead?.isWithoutFacts(entry.field) !== true)
    return false;
  if (valueOf(after.choices, entry.field) === entry.value) return false;
  const verdicts = valueVerdicts(after, entry.field, entry.value);
  const closing = blocking(verdicts);
  return closing.length > 0 && !closing.includes(rule);
}

/** Choices of before that a change would bring up again and a block refuse: they are left out with it. */
function leftOvers<Reads>(view: View<Reads>, change: Change): Change {
  const { verdicts } = changedView(view, change).settled;
  const fields = new Set<string>(newBlocks(view, verdicts).flatMap((rule) => fieldsOf(rule)));
  const entries = Object.entries(view.model.instead?.leftOut ?? {}).filter(([field]) =>
    fields.has(field),
  );
  return Object.fromEntries(entries);
}

function newBlocks(view: Pick<View<never>, 'settled'>, verdicts: readonly Verdict[]): Rule[] {
  const before = new Set(blocking(view.settled.verdicts));
  return blocking(verdicts).filter((rule) => !before.has(rule));
}

/** A view as it would be after a change. Of another subscription nothing was read yet. */
function changedView<Reads>(view: View<Reads>, change: Change): View<Reads> {
  const { model } = view;
  const draft = changedDraft(view, change);
  return viewOf(model, draft, model.byChoice?.readsFor(draft, view) ?? view.reads);
}

function blocking(verdicts: readonly Verdict[]): Rule[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'block' ? [rule] : [],
  );
}

/** The last field set is the one that the person asked about; the others lead up to it. */
function lastOf(change: Change): string {
  return Object.keys(change).at(-1) ?? '';
}

/** The first of some changes with which a field is there, and that no block refuses anew. Pure. */
export function withOneOf<Reads>(
  view: View<Reads>,
  field: FieldName,
  offers: readonly Offer[],
): Nearest | null {
  const found = offers.find(({ change }) => {
    const { hidden, settled } = changedView(view, change);
    return !hidden.has(field) && newBlocks(view, settled.verdicts).length === 0;
  });
  return found === undefined ? null : { ...found, field };
}
