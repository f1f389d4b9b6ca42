import { sameId } from '#src/model/resource-id.ts';
import { alternativeOf } from '#src/rules/alternatives.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { type ChoiceField, type ChoiceValue, type FieldName, valueOf } from '#src/rules/choices.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { constraints } from '#src/strings/constraints.ts';
import { ruleText } from '#src/strings/rules.ts';
import { wizard } from '#src/strings/wizard.ts';
import { candidatesOf, isTyped } from '#src/wizard/draft/candidates.ts';
import { draftChange, draftChoices } from '#src/wizard/draft/draft-change.ts';
import { TARGET_NOT_ASKED } from '#src/wizard/draft/reads.ts';
import type { Ground } from '#src/wizard/draft/reason.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { withChoices } from '#src/wizard/draft/transitions.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';

/** What can be chosen in place of what a rule refuses. */
export interface Nearest {
  readonly label: string;
  readonly change: Partial<DraftChoices>;
  /** The field that it changes, the one that leads to the others last. */
  readonly field: string;
}

/** An entry that was asked about, as its field and value. */
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
export function nearestOf(
  view: DraftView,
  rules: readonly CatalogueRule[],
  ground: Ground,
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

type Offer = Pick<Nearest, 'label' | 'change'>;

/** Lazy: a list may be long, and the first that helps is enough. */
function* offered(view: DraftView, rule: CatalogueRule, ground: Ground): Generator<Offer> {
  const fields = fieldsOf(rule);
  const typed = rule.kind === 'block' ? fields.filter(isTyped) : [];
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
function namedBy(view: DraftView, rule: CatalogueRule, { facts, choices }: Ground): Offer[] {
  const label = ruleText(rule.id).instead;
  const alternative = alternativeOf(rule, facts, choices);
  if (label === undefined || alternative === null) return [];
  const sets = draftChange(alternative);
  if (alternative.choose === null) return sets === null ? [] : [{ label, change: sets }];
  return candidatesOf(view, alternative.choose).map(({ name, change }) => ({
    label: wizard.explain.choose(label, name),
    change: { ...sets, ...change },
  }));
}

function othersOf(view: DraftView, field: FieldName): Offer[] {
  return candidatesOf(view, field).map(({ name, change }) => ({
    label: wizard.explain.choose(constraints.fields[field], name),
    change,
  }));
}

/** Whether a change silences a rule, is not refused itself, and brings up no block that was silent. */
function helps(view: DraftView, rule: CatalogueRule, change: Offer['change']): boolean {
  const { verdicts } = changedView(view, change).settled;
  return (
    !verdicts.some((verdict) => verdict.rule === rule) &&
    newBlocks(view, verdicts).length === 0 &&
    !blocking(verdicts).some((block) => fieldsOf(block).some((field) => field in change))
  );
}

/** Fields whose entries bring no facts of their own: what is known of the draft judges them. */
const WITHOUT_FACTS: readonly ChoiceField[] = ['group', 'option', 'zone', 'identity', 'diskAccess'];

/** Whether an entry that a rule had closed would be open to that rule, and closed by another. */
function isHalfOpen(after: DraftView, rule: CatalogueRule, entry: Entry | undefined): boolean {
  if (entry === undefined || !WITHOUT_FACTS.includes(entry.field)) return false;
  if (valueOf(after.choices, entry.field) === entry.value) return false;
  const verdicts = optionVerdicts(after.facts, after.choices, entry.field, entry.value);
  const closing = blocking(verdicts);
  return closing.length > 0 && !closing.includes(rule);
}

/** What a field holds that a change no longer allows, and that can be left out: it was hidden before. */
const LEFT_OUT = {
  subscription: null,
  zone: null,
  identity: 'none',
  identityId: null,
  staging: null,
  vnet: null,
  restoreAsManaged: null,
  diskEncryptionSet: null,
  diskAccessId: null,
} as const satisfies Partial<DraftChoices>;

/** Choices of before that a change would bring up again and a block refuse: they are left out with it. */
function leftOvers(view: DraftView, change: Offer['change']): Partial<DraftChoices> {
  const { verdicts } = changedView(view, change).settled;
  const fields = new Set<string>(newBlocks(view, verdicts).flatMap((rule) => fieldsOf(rule)));
  const entries = Object.entries(LEFT_OUT).filter(([field]) => fields.has(field));
  return draftChoices.parse(Object.fromEntries(entries));
}

function newBlocks(view: DraftView, verdicts: readonly Verdict[]): CatalogueRule[] {
  const before = new Set(blocking(view.settled.verdicts));
  return blocking(verdicts).filter((rule) => !before.has(rule));
}

/** A view as it would be after a change. Of another subscription nothing was read yet. */
function changedView(view: DraftView, change: Partial<DraftChoices>): DraftView {
  const draft = withChoices(view.draft, change, view.draft.changedAt);
  const isSame = sameId(draft.choices.subscription, view.draft.choices.subscription);
  return viewOf(draft, isSame ? view.reads : { ...view.reads, ...TARGET_NOT_ASKED });
}

function blocking(verdicts: readonly Verdict[]): CatalogueRule[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'block' ? [rule] : [],
  );
}

/** The last field set is the one that the person asked about; the others lead up to it. */
function lastOf(change: Partial<DraftChoices>): string {
  return Object.keys(change).at(-1) ?? '';
}

/** The kinds of restore, each as a change. */
const KINDS = ['createVm', 'restoreDisks', 'replaceDisks'] as const;
/** Points that are tried before it is given up: of the thousands of a machine the newest tell enough. */
const MOST_POINTS = 60;

/**
 * The first other kind of restore, subscription or point with which a field that rules take away is
 * there, and that no block refuses anew. Null where there is none. Pure.
 */
export function revealing(view: DraftView, field: FieldName): Nearest | null {
  const { option, subscription, point } = constraints.fields;
  const offers: Offer[] = [
    ...KINDS.map((kind) => ({
      label: wizard.explain.choose(option, wizard.configuration[kind]),
      change: { option: kind },
    })),
    {
      label: wizard.explain.choose(subscription, wizard.explain.own),
      change: { subscription: null },
    },
    ...candidatesOf(view, 'point')
      .slice(0, MOST_POINTS)
      .map(({ name, change }) => ({ label: wizard.explain.choose(point, name), change })),
  ];
  return withOneOf(view, field, offers);
}

/** The first of some changes with which a field is there, and that no block refuses anew. Pure. */
export function withOneOf(
  view: DraftView,
  field: FieldName,
  offers: readonly Offer[],
): Nearest | null {
  const found = offers.find(({ change }) => {
    const { hidden, settled } = changedView(view, change);
    return !hidden.has(field) && newBlocks(view, settled.verdicts).length === 0;
  });
  return found === undefined ? null : { ...found, field };
}
