import type { GoTo } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { roughDurationText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RuleVerdict } from '#src/rules/engine.ts';
import type { FactName } from '#src/rules/facts.ts';
import {
  type ChoiceField,
  type ChoiceValue,
  type FieldName,
  isChoiceField,
  valueOf,
} from '#src/rules/fields.ts';
import { type Alternative, alternativeOf, type optionVerdicts } from '#src/rules/options.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { common } from '#src/strings/common.ts';
import { factFrom as fromWords, notKnown } from '#src/strings/not-known.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Unchecked } from '#src/ui/fields/option.tsx';
import type { Unknown } from '#src/ui/explanation.tsx';
import { type DraftChange, isChoice } from '#src/wizard/draft/schema.ts';
import {
  changedDraft,
  type FactModel,
  factTextIn,
  type FieldGroup,
  fieldGroupsOf,
  fixedBy,
  type FromAzure,
  type NotChecked,
  type Offer,
  type RuleGround,
  type Unknowable,
  valueVerdicts,
  type View,
  viewOf,
} from '#src/wizard/explain/view.ts';
import { type Read, type ReadTrouble, troubleText } from '#src/wizard/read.ts';
import { type FieldPlace, fieldPlaceOf, stepWith, titleOf } from '#src/wizard/steps/task-steps.ts';

/** Why a fact is not known. */
type WhyUnknown =
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
type FactGround<Reads> = Omit<RuleGround<Reads>, 'facts'>;

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
  const before = after === null ? 'known' : stateOf(after, ground).state;
  if (before !== 'known') return { state: before === 'loading' ? before : 'not asked' };
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

/**
 * Where the value of a known fact comes from, in plain words: what it was read from and how long ago,
 * or that it was answered. Null for a fact of another flow.
 */
export function factOrigin<Reads>(fact: FactName, ground: FactGround<Reads>): string | null {
  const { model, reads } = ground;
  const source = model.sourceOf(fact);
  switch (source.from) {
    case 'azure':
      return readFrom(readsOf(source, ground), ground);
    case 'operator':
      return source.unless !== undefined && model.byChoice?.isReported(fact, reads) === true
        ? readFrom(
            source.unless.map(([read]) => read),
            ground,
          )
        : fromWords.answered;
    case 'product':
      return fact.startsWith('form.') ? fromWords.counted : fromWords.product;
    case 'nobody':
    case 'elsewhere':
      return null;
  }
}

function readsOf<Reads>(source: FromAzure, ground: FactGround<Reads>): readonly string[] {
  const { model, reads } = ground;
  const all = fieldGroupsOf(source, ground);
  const statusOf = (read: string) =>
    model.answersOf(reads, read).find(({ state }) => state !== 'known')?.state ?? 'known';
  const lacking = lackingReads(all, model.after, statusOf);
  const fieldGroups = all.filter((_, nth) => lacking[nth] === null);
  return [...new Set(fieldGroups.flatMap((group) => group.map(([read]) => read)))];
}

function readFrom<Reads>(
  names: readonly string[],
  { model, reads }: FactGround<Reads>,
): string | null {
  if (names.length === 0) return null;
  const at = oldest(names.flatMap((name) => model.answersOf(reads, name)));
  const age = at === null ? null : roughDurationText(now() - at);
  return fromWords.read(
    names.map((name) => model.readName(name)),
    age,
  );
}

/** The age of combined reads is that of the oldest; null if none has an answer. */
export function oldest(all: readonly Read<unknown>[]): Instant | null {
  const times = all.flatMap((one) =>
    one.state === 'known' && one.at !== undefined ? [one.at] : [],
  );
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b));
}

/** A fact that is not known, in words, with the way to it: read again, answer, or choose. */
export function unknownFact<Reads>(fact: FactName, ground: FactGround<Reads>, goTo: GoTo): Unknown {
  const why = whyUnknown(fact, ground);
  return {
    fact: factTextIn(ground.model, fact, undefined),
    why: whyText(why, ground),
    way: wayOf(why, ground, goTo),
  };
}

type Unread = Extract<WhyUnknown, { kind: 'forbidden' | 'failed' }>;

/** Rules that wait for the same unknown fact, listed below its explanation. */
interface Waiting {
  readonly unknown: Unknown;
  readonly rules: readonly Rule[];
}

/** Verdicts that lack a fact, gathered by why it is not known: what helps one helps them all. */
export function waitingRules<Reads>(
  verdicts: readonly NotChecked[],
  ground: FactGround<Reads>,
  goTo: GoTo,
): Waiting[] {
  const found = verdicts.map(({ rule, fact }) => ({
    rule,
    unknown: unknownFact(fact, ground, goTo),
  }));
  return [...new Set(found.map(({ unknown }) => unknown.why))].flatMap((why) => {
    const same = found.filter(({ unknown }) => unknown.why === why);
    const facts = [...new Set(same.map(({ unknown }) => unknown.fact))];
    return same.slice(0, 1).map(({ unknown }) => ({
      unknown: { ...unknown, fact: facts.join('. ') },
      rules: same.map(({ rule }) => rule),
    }));
  });
}

/** The facts that some verdicts lack, and why: a line for each reason. */
export const unknownLines = <Reads>(
  verdicts: readonly NotChecked[],
  ground: FactGround<Reads>,
): string[] =>
  waitingRules(verdicts, ground, () => undefined).map(
    ({ unknown: { fact, why } }) => `${fact}. ${why}`,
  );

/** A fact that is not known and why, in one line of an explanation. */
export function unknownLine<Reads>(fact: FactName, ground: FactGround<Reads>): string {
  const about = factTextIn(ground.model, fact, undefined);
  return `${about}. ${whyText(whyUnknown(fact, ground), ground)}`;
}

/** The way to ask Azure once more for a fact that it did not give; null where that is not what it lacks. */
export function againOf<Reads>(fact: FactName, ground: FactGround<Reads>): Unknown['way'] {
  const why = whyUnknown(fact, ground);
  return why.kind === 'forbidden' || why.kind === 'failed' ? againWay(why, ground) : null;
}

function againWay<Reads>({ read, trouble }: Unread, { model }: FactGround<Reads>): Unknown['way'] {
  const go = trouble?.readAgain ?? null;
  return go === null ? null : { label: notKnown.readAgain(model.readName(read)), go };
}

function whyText<Reads>(why: WhyUnknown, { model }: FactGround<Reads>): string {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return troubleText({ state: why.kind, trouble: why.trouble }, model.readName(why.read));
    case 'loading':
      return common.reading(model.readName(why.read));
    case 'cut':
      return notKnown.cut(model.readName(why.read));
    case 'nobody':
      return notKnown.nobody[why.because];
    case 'notChosen':
    case 'notReported':
    case 'notReadHere':
    case 'question':
      return notKnown[why.kind];
  }
}

function wayOf<Reads>(why: WhyUnknown, ground: FactGround<Reads>, goTo: GoTo): Unknown['way'] {
  switch (why.kind) {
    case 'forbidden':
    case 'failed':
      return againWay(why, ground);
    case 'question':
      return {
        label: notKnown.answer,
        go: () => goTo(stepWith(ground.model.steps, why.question) ?? '', why.question),
      };
    case 'notChosen': {
      const { steps } = ground.model;
      const place = fieldPlaceOf(steps, why);
      return place === null
        ? null
        : {
            label: submission.goTo(titleOf(steps, place.step)),
            go: () => goTo(place.step, place.field),
          };
    }
    case 'loading':
    case 'cut':
    case 'nobody':
    case 'notReported':
    case 'notReadHere':
      return null;
  }
}

/** The first fact that a block lacks, why it isn't known, and the command that reads it again. */
export function uncheckedBy<Reads>(
  verdicts: ReturnType<typeof optionVerdicts>,
  ground: FactGround<Reads>,
): Unchecked | undefined {
  const open = verdicts.find(
    (verdict) => verdict.state === 'not checked' && !comesByItself(verdict.fact, ground),
  );
  if (open?.state !== 'not checked') return undefined;
  return {
    short: `${common.notChecked}. ${unknownLine(open.fact, ground)}`,
    again: againOf(open.fact, ground),
  };
}

/** A read that is loading, or waits for a selection, needs no note. */
function comesByItself<Reads>(fact: FactName, ground: FactGround<Reads>): boolean {
  return ['loading', 'notChosen', 'question'].includes(whyUnknown(fact, ground).kind);
}

/** What can be chosen in place of what a rule refuses. */
export interface Nearest {
  readonly label: string;
  readonly change: DraftChange;
  /** The field that it changes, the one that leads to the others last. */
  readonly field: string;
}

/** The entry to explain, as its field and value. */
export interface ListEntry {
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
  ground: RuleGround<Reads>,
  entry?: ListEntry,
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
function* offered<Reads>(
  view: View<Reads>,
  rule: Rule,
  ground: RuleGround<Reads>,
): Generator<Offer> {
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
function namedBy<Reads>(
  view: View<Reads>,
  rule: Rule,
  { facts, choices }: RuleGround<Reads>,
): Offer[] {
  const { instead, rules } = view.model;
  const label = rule.instead?.label;
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
export const setsOf = ({ sets }: Alternative): DraftChange =>
  Object.fromEntries(
    sets.flatMap(({ field, value }) => (isChoice(value) ? [[field, value] as const] : [])),
  );

/** Whether a change silences a rule, is not refused itself, and brings up no block that was silent. */
function helps<Reads>(view: View<Reads>, rule: Rule, change: DraftChange): boolean {
  const { verdicts } = changedView(view, change).settled;
  return (
    !verdicts.some((verdict) => verdict.rule === rule) &&
    newBlocks(view, verdicts).length === 0 &&
    !blocking(verdicts).some((block) => fieldsOf(block).some((field) => field in change))
  );
}

/** Whether an entry that a rule had closed would be open to that rule, and closed by another. */
function isHalfOpen<Reads>(after: View<Reads>, rule: Rule, entry: ListEntry | undefined): boolean {
  if (entry === undefined || after.model.instead?.isWithoutFacts(entry.field) !== true)
    return false;
  if (valueOf(after.choices, entry.field) === entry.value) return false;
  const verdicts = valueVerdicts(after, entry.field, entry.value);
  const closing = blocking(verdicts);
  return closing.length > 0 && !closing.includes(rule);
}

/** Choices of before that a change would bring up again and a block refuse: they are left out with it. */
function leftOvers<Reads>(view: View<Reads>, change: DraftChange): DraftChange {
  const { verdicts } = changedView(view, change).settled;
  const fields = new Set<string>(newBlocks(view, verdicts).flatMap((rule) => fieldsOf(rule)));
  const entries = Object.entries(view.model.instead?.leftOut ?? {}).filter(([field]) =>
    fields.has(field),
  );
  return Object.fromEntries(entries);
}

function newBlocks(view: Pick<View<never>, 'settled'>, verdicts: readonly RuleVerdict[]): Rule[] {
  const before = new Set(blocking(view.settled.verdicts));
  return blocking(verdicts).filter((rule) => !before.has(rule));
}

/** A view as it would be after a change. Of another subscription nothing was read yet. */
function changedView<Reads>(view: View<Reads>, change: DraftChange): View<Reads> {
  const { model } = view;
  const draft = changedDraft(view, change);
  return viewOf(model, draft, model.byChoice?.readsFor(draft, view) ?? view.reads);
}

function blocking(verdicts: readonly RuleVerdict[]): Rule[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'block' ? [rule] : [],
  );
}

/** The last field set is the one that the person asked about; the others lead up to it. */
function lastOf(change: DraftChange): string {
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

/** As many values of a list are tried: further down none is nearer. */
const MOST_VALUES = 60;

/**
 * Where something can be settled as a draft stands: the first of some fields that a step before Review shows, and
 * that takes another value there which no rule refuses. Null: nothing that can be changed would help. Pure.
 */
export function wayTo<Reads>(view: View<Reads>, fields: readonly FieldName[]): FieldPlace | null {
  return placeIn(view, fields, isChangeable);
}

function placeIn<Reads>(
  view: View<Reads>,
  fields: readonly FieldName[],
  isThere: (view: View<Reads>, field: FieldName) => boolean,
): FieldPlace | null {
  for (const field of fields) {
    const step = stepWith(view.model.steps, field);
    if (step !== null && step !== 'review' && isThere(view, field)) return { step, field };
  }
  return null;
}

/** The same for what a rule of a view speaks about. An empty field takes any value. */
export const wayToRule =
  <Reads>(view: View<Reads>) =>
  (rule: Rule): FieldPlace | null =>
    placeIn(view, fieldsOf(rule), rule.kind === 'block' ? isChangeable : isShown);

/** Whether the field of a rule shows by itself what the rule says of it: a list does, a typed text only after Next. */
export const isShownAtOnce =
  <Reads>({ model }: View<Reads>) =>
  (rule: Rule): boolean =>
    !fieldsOf(rule).some((field) => model.instead?.isTyped(field));

const changeable = new WeakMap<object, Map<FieldName, boolean>>();

/** Each place that is drawn asks: of one view it is worked out once. */
function isChangeable<Reads>(view: View<Reads>, field: FieldName): boolean {
  const found = changeable.get(view) ?? new Map<FieldName, boolean>();
  changeable.set(view, found);
  const result = found.get(field) ?? isOpen(view, field);
  found.set(field, result);
  return result;
}

/** Whether a field is there, and not fixed at its only value. */
const isShown = <Reads>(view: View<Reads>, field: FieldName): boolean =>
  !view.hidden.has(field) && !(isChoiceField(field) && fixedBy(view, field) !== undefined);

function isOpen<Reads>(view: View<Reads>, field: FieldName): boolean {
  if (!isShown(view, field)) return false;
  const { instead } = view.model;
  const values = instead?.isTyped(field) === true ? [] : (instead?.candidatesOf(view, field) ?? []);
  // Of a field that is no list, or whose list isn't read, nothing is known against it.
  if (values.length === 0) return true;
  const held = view.shown[field];
  return values
    .slice(0, MOST_VALUES)
    .some(({ change }) => change[field] !== held && !refuses(view, change, field));
}

const refuses = <Reads>(view: View<Reads>, change: DraftChange, field: FieldName): boolean =>
  blocking(changedView(view, change).settled.verdicts).some((rule) =>
    fieldsOf(rule).includes(field),
  );
