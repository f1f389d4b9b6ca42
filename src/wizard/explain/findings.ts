import type { FitCell, FitLine } from '#src/datasources/datasource.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { RuleSet, RuleVerdict } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import type { ChoiceField, Choices, ChoiceValue, FieldName } from '#src/rules/fields.ts';
import { choicesRead, factsRead } from '#src/rules/known.ts';
import { fieldsOf, isRuleOf, type Rule } from '#src/rules/rule.ts';
import { settle, settleChoices, type Settled } from '#src/rules/settle.ts';
import { choiceSentence } from '#src/strings/choices.ts';
import { common } from '#src/strings/common.ts';
import { factFrom as fromWords } from '#src/strings/not-known.ts';
import { vendorFit as words } from '#src/strings/vendor-fit.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ExplainedFact, Explanation, Reason } from '#src/ui/explanation.tsx';
import type { FieldTexts } from '#src/ui/fields/FieldRow.tsx';
import type { Blocked, Judgement } from '#src/ui/fields/option.tsx';
import { changeChoices } from '#src/wizard/draft/store.ts';
import {
  againOf,
  factOrigin,
  type ListEntry,
  type Nearest,
  nearestOf,
  uncheckedBy,
  unknownLine,
  whyUnknown,
  withOneOf,
} from '#src/wizard/explain/unknown.ts';
import {
  type Candidate,
  changedDraft,
  choicesWith,
  factTextIn,
  type NotChecked,
  type RuleGround,
  valueVerdicts,
  type View,
  type ViewModel,
  viewOf,
} from '#src/wizard/explain/view.ts';
import type { Read } from '#src/wizard/read.ts';
import { fieldPlaceOf } from '#src/wizard/steps/task-steps.ts';

/** The id of the heading of what stands against a restore at Review: what names an issue leads there. */
export const FINDINGS_ID = 'findings';

/** What stands at Review, sorted by what it asks of the person. */
export interface Findings {
  /** Rules that refuse the restore as it is chosen. */
  readonly refused: readonly RuleVerdict[];
  /** Rules that warn of something particular to this restore. */
  readonly warned: readonly RuleVerdict[];
  /** Rules whose fact could not be read. */
  readonly notChecked: readonly NotChecked[];
}

/** Sorts what the rules say about a settled draft. */
export function findingsOf(settled: Settled): Findings {
  const { verdicts } = settled;
  const open = verdicts.filter((one) => one.state === 'not checked');
  return {
    refused: oncePerField(verdicts.filter(isRefusing)),
    warned: verdicts.filter(
      ({ rule, state }) => state === 'speaks' && rule.kind === 'warn' && !canRefuse(rule),
    ),
    notChecked: open.filter(({ rule }) => canRefuse(rule)),
  };
}

/** What the rules say that the form can settle: without what is settled at Review. */
export function formFindings<Reads>({
  settled,
  model,
}: Pick<View<Reads>, 'settled' | 'model'>): Findings {
  return findingsOf({
    ...settled,
    verdicts: settled.verdicts.filter(({ rule }) => !model.isForReview(rule)),
  });
}

/** Whether nothing refuses, nothing warns and nothing waits for a fact. */
export function isSilent({ refused, warned, notChecked }: Findings): boolean {
  return refused.length + warned.length + notChecked.length === 0;
}

/** What the answers about the machine bring up besides: what to know, and what to do afterwards. */
export function notesOfAnswers<Reads>({ facts, settled, model }: Answered<Reads>): Rule[] {
  const { verdicts, choices } = settled;
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' &&
    (rule.kind === 'info' || rule.kind === 'checklist') &&
    factsRead(rule, facts, choices).some(({ name }) => model.sourceOf(name).from === 'operator')
      ? [rule]
      : [],
  );
}

/** Warnings that depend on a question that has no answer: none has to have one. */
export function unansweredIn<Reads>({ settled, model }: Answered<Reads>): NotChecked[] {
  return settled.verdicts.filter(
    (verdict): verdict is NotChecked =>
      verdict.state === 'not checked' &&
      verdict.rule.kind === 'warn' &&
      model.sourceOf(verdict.fact).from === 'operator',
  );
}

type Answered<Reads> = Pick<RuleGround<Reads>, 'facts' | 'model'> & { readonly settled: Settled };

/** Two rules may require one empty field, each in its own words: one of them is enough. */
function oncePerField(refused: readonly RuleVerdict[]): RuleVerdict[] {
  const seen = new Set<string>();
  return refused.filter(({ rule }) => {
    if (rule.kind !== 'require-field') return true;
    const fields = fieldsOf(rule).join(' ');
    if (seen.has(fields)) return false;
    seen.add(fields);
    return true;
  });
}

/**
 * How many findings require a confirmation before Restore. A warning that is true of every restore of its
 * kind is shown without one.
 */
export function warningCount(findings: Findings): number {
  return rulesToRead(findings).length;
}

function rulesToRead({ warned, notChecked }: Findings): readonly Rule[] {
  return [...warned.filter(isParticular), ...notChecked].map(({ rule }) => rule);
}

/** Whether something is to be read before Restore that wasn't there when it was selected. */
export function warnsAnew(before: Judged, latest: Judged): boolean {
  const read = new Set(rulesToRead(findingsOf(before.settled)));
  return rulesToRead(findingsOf(latest.settled)).some((rule) => !read.has(rule));
}

interface Judged {
  readonly settled: Settled;
}

/** Whether a warning is about this restore, and not true of every one of its kind. */
export function isParticular({ rule }: RuleVerdict): boolean {
  return rule.kind !== 'warn' || rule.always !== true;
}

/**
 * The rules once more, as they stand when Restore is pressed: they count what the form found.
 * Empty when nothing stands in the way. `set` is the rules that judge.
 */
export function refusedAtSubmit(facts: Facts, choices: Choices, set: RuleSet): RuleVerdict[] {
  const findings = findingsOf(settle(facts, choices, set));
  const form = { errors: findings.refused.length, warnings: warningCount(findings) };
  return settle({ ...facts, form }, { ...choices, action: 'submit' }, set).verdicts.filter(
    isRefusing,
  );
}

export function isRefusing({ rule, state }: RuleVerdict): boolean {
  return state === 'speaks' && canRefuse(rule);
}

/** Whether a rule keeps the form from going on when it speaks: by its kind, or as a warning that refuses. */
export function canRefuse(rule: Rule): boolean {
  if (rule.kind === 'warn') return rule.refuses === true;
  return rule.kind === 'block' || rule.kind === 'require-field';
}

/** What the rules say by Azure's latest answers, after a press that started nothing. */
interface AfterPress {
  readonly refused: readonly RuleVerdict[];
  /** Told only where nothing refuses, and something changed since Review was read. */
  readonly warned: readonly Rule[];
}

/** What appears again after a selection of Restore that started nothing; null after any other. Pure. */
export function afterPress({
  draft: { submission },
  settled,
}: Pick<View<never>, 'draft' | 'settled'>): AfterPress | null {
  if (submission.state !== 'refused' && submission.state !== 'notSent') return null;
  const findings = findingsOf(settled);
  const hasChanged = submission.state === 'notSent' && submission.heldBack === 'changed';
  return {
    refused: findings.refused,
    warned: hasChanged && findings.refused.length === 0 ? rulesToRead(findings) : [],
  };
}

/** A rule with what it read, why one of that is not known, and who says so. */
export function reasonOf<Reads>(rule: Rule, ground: RuleGround<Reads>): Reason {
  const facts = factsOf(rule, ground);
  return {
    id: rule.id,
    rule: sayOf(rule),
    // A rule about choices alone stands on what was chosen.
    facts: facts.length > 0 ? facts : choicesOf(rule, ground),
    sources: rule.source.map(sourceLine),
  };
}

function factsOf<Reads>(rule: Rule, ground: RuleGround<Reads>): ExplainedFact[] {
  return factsRead(rule, ground.facts, ground.choices).map(({ name, value }) =>
    value === undefined
      ? { text: unknownLine(name, ground), from: null, way: againOf(name, ground) }
      : {
          text: factTextIn(ground.model, name, ground.model.valueName(value, ground.reads)),
          from: factOrigin(name, ground),
          way: null,
        },
  );
}

function choicesOf<Reads>(rule: Rule, ground: RuleGround<Reads>): ExplainedFact[] {
  return choicesRead(rule, ground.facts, ground.choices).map(({ name, value }) => ({
    text: choiceSentence(name, ground.model.valueName(value, ground.reads)),
    from: fromWords.chosen,
    way: null,
  }));
}

/** The rule that refuses what a field holds; undefined where none does. */
export function refusedBy(
  { settled }: Pick<View<never>, 'settled'>,
  field: ChoiceField,
): string | undefined {
  const found = settled.verdicts.find(
    ({ rule, state }) => state === 'speaks' && rule.kind === 'block' && fieldsOf(rule)[0] === field,
  );
  return found?.rule.id;
}

/** What an explanation says of a rule: its sentence and where it comes from. */
export function explain(rule: Rule): { readonly rule: string; readonly sources: string[] } {
  return { rule: sayOf(rule), sources: rule.source.map(sourceLine) };
}

/** Explains the rules that apply to a draft in its current state, with one alternative. */
export function explainRules<Reads>(view: View<Reads>, rules: readonly Rule[]): Explanation {
  return explanationOf(view, rules, { ...view, choices: view.settled.choices });
}

type ErrorWords = Required<Pick<FieldTexts, 'errorText' | 'explainError'>>;

/** What a field says of the rules that refuse it: their sentences, and all of it for who asks. */
export function errorWords<Reads>(view: View<Reads>): ErrorWords {
  return {
    errorText: (id) => {
      const rules = refusingWith(view, id);
      return rules.length === 0
        ? (view.model.rejecting?.codeText(id) ?? id)
        : rules.map(sayOf).join(' ');
    },
    explainError: (id) => {
      const rules = refusingWith(view, id);
      if (rules.length === 0) return undefined;
      const isEmpty = rules.every(({ kind }) => kind === 'require-field');
      // That a field is empty needs no reasons; what could stand there is still offered.
      return () => ({
        ...explainOnce(view, id, rules),
        ...(isEmpty && { reasons: [] }),
      });
    },
  };
}

const explained = new WeakMap<object, Map<string, Explanation>>();

/** The summary and the field both ask, and each time they are drawn: of one view it is worked out once. */
function explainOnce<Reads>(view: View<Reads>, id: string, rules: readonly Rule[]): Explanation {
  const known = explained.get(view) ?? new Map<string, Explanation>();
  explained.set(view, known);
  const found = known.get(id) ?? explainRules(view, rules);
  known.set(id, found);
  return found;
}

/** The rule that a form's error carries, and the blocks that refuse the same field beside it. */
function refusingWith<Reads>({ settled, model }: View<Reads>, id: string): Rule[] {
  const rule = model.rules.byId.get(id);
  if (rule === undefined) return [];
  const { steps } = model;
  const field = fieldPlaceOf(steps, rule)?.field;
  const beside = settled.verdicts.flatMap((verdict) =>
    verdict.state === 'speaks' && verdict.rule.kind === 'block' ? [verdict.rule] : [],
  );
  const same = beside.filter(
    (one) => field !== undefined && fieldPlaceOf(steps, one)?.field === field,
  );
  return rule.kind === 'block' ? [...new Set([rule, ...same])] : [rule];
}

/** Explains rules that are judged on given choices, with one alternative. */
export function explanationOf<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  ground: RuleGround<Reads>,
  entry?: ListEntry,
): Explanation {
  return {
    reasons: rules.map((rule) => reasonOf(rule, ground)),
    instead: wayOut(view, nearestOf(view, rules, ground, entry)),
  };
}

export function wayOut<Reads>(
  { draft, model }: View<Reads>,
  nearest: Nearest | null,
): Explanation['instead'] {
  return (
    nearest && {
      label: nearest.label,
      field: nearest.field,
      apply: () => changeChoices(model.transitions, draft.id, nearest.change),
    }
  );
}

/**
 * What the rules say of a value of a field: why it can't be selected, or else which fact is missing to
 * judge it. Nothing where every block is judged and none refuses it. `wanted` is the value as a change of
 * the draft: what is offered instead keeps it.
 */
export function judgeValue<Reads, Field extends ChoiceField>(
  view: View<Reads>,
  field: Field,
  value: ChoiceValue<Field>,
  wanted?: Candidate,
): Judgement {
  const verdicts = valueVerdicts(view, field, value);
  const rules = verdicts.flatMap((verdict) => (verdict.state === 'speaks' ? [verdict.rule] : []));
  const [first] = rules;
  return first === undefined
    ? {
        unchecked: uncheckedBy(verdicts, {
          ...view,
          choices: choicesWith(view, field, value),
        }),
      }
    : { blocked: blockedBy([first, ...rules.slice(1)], view, { field, value, wanted }) };
}

interface Refused<Field extends ChoiceField> {
  readonly field: Field;
  readonly value: ChoiceValue<Field>;
  readonly wanted: Candidate | undefined;
}

/** In the few words of a list, and with every rule, fact and document for who asks. */
function blockedBy<Reads, Field extends ChoiceField>(
  rules: readonly [Rule, ...Rule[]],
  view: View<Reads>,
  { field, value, wanted }: Refused<Field>,
): Blocked {
  const shorts = new Set(rules.flatMap(({ short }) => short ?? []));
  return {
    short: shorts.size === 0 ? wizard.explain.notPossibleShort : [...shorts].join('; '),
    explain: () => {
      // The rules are evaluated as if the value were selected.
      const chosen = choicesWith(view, field, value);
      const { choices } = settleChoices(view.facts, chosen, view.model.rules, field);
      const explanation = explanationOf(view, rules, { ...view, choices }, { field, value });
      const keeping = wanted === undefined ? null : nearestKeeping(view, rules, wanted);
      return keeping === null ? explanation : { ...explanation, instead: wayOut(view, keeping) };
    },
  };
}

/** Why a field is not there: the clauses that take it away, and with what it would be there. */
export function explainHidden<Reads>(
  view: View<Reads>,
  field: FieldName,
  rules: readonly Rule[],
): Explanation {
  const ground = { ...view, choices: view.settled.choices };
  const { hiding } = view.model;
  const nearest = hiding ? withOneOf(view, field, hiding.revealing(view)) : null;
  return { reasons: rules.map((rule) => reasonOf(rule, ground)), instead: wayOut(view, nearest) };
}

/**
 * A change of another field with which the wanted change is possible. Null where there is none. Pure.
 */
function nearestKeeping<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  wanted: Candidate,
): Nearest | null {
  const { model } = view;
  const chosen = viewOf(model, changedDraft(view, wanted.change), view.reads);
  const nearest = nearestOf(chosen, rules, { ...chosen, choices: chosen.settled.choices });
  if (nearest === null || Object.keys(wanted.change).some((field) => field in nearest.change)) {
    return null;
  }
  return {
    label: wizard.explain.keeping(nearest.label, wanted.name),
    field: nearest.field,
    change: { ...wanted.change, ...nearest.change },
  };
}

/** A field that a step does not show, and the rules that take it away. */
interface HiddenField {
  readonly field: FieldName;
  readonly rules: readonly Rule[];
}

/** The fields of a step that rules take away, in the order of the step. */
export function hiddenInStep<Reads>(view: View<Reads>, step: string): HiddenField[] {
  const { fields = [] } = view.model.steps.find(({ id }) => id === step) ?? {};
  return [...view.hidden]
    .filter(
      (field) => fields.includes(field) && view.model.hiding?.isShownFixed(view, field) !== true,
    )
    .toSorted((a, b) => fields.indexOf(a) - fields.indexOf(b))
    .map((field) => ({ field, rules: hidersOf(view, field) }));
}

export function hidersOf({ settled }: { readonly settled: Settled }, field: FieldName): Rule[] {
  return settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'hide-field' && fieldsOf(rule).includes(field)
      ? [rule]
      : [],
  );
}

/** The rules that apply in a step, errors first. Rules that hide a field of the step appear at the field. */
const IN_ORDER = [
  'block',
  'require-field',
  'warn',
  'default',
  'hide-field',
  'info',
  'checklist',
] as const;

/** What Review says besides its own: what comes once Restore was pressed. */
const AT_REVIEW: readonly string[] = ['review', 'jobs', 'afterwards'];

/** The rules that speak about a draft and have their place in a step. */
export function notesOfStep<Reads>(view: View<Reads>, step: string): Rule[] {
  const withField = new Set(hiddenInStep(view, step).flatMap(({ rules }) => rules));
  return spokenIn(view, step).filter((rule) => !withField.has(rule));
}

/** The rules that speak and have their place in a step, also those that hide a field there. */
function spokenIn<Reads>({ settled, model }: View<Reads>, step: string): Rule[] {
  const { verdicts, changes } = settled;
  const spoken = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
  // A default falls silent as soon as it has filled its field in.
  const filling = changes.flatMap(({ kind, rule }) => (kind === 'filled in' ? [rule] : []));
  const here = [...new Set([...spoken, ...filling])].filter((rule) => isOf(model, rule, step));
  return IN_ORDER.flatMap((kind) => here.filter((rule) => rule.kind === kind));
}

function isOf({ stepOf }: Pick<ViewModel<never>, 'stepOf'>, rule: Rule, step: string): boolean {
  const at = stepOf(rule);
  return step === 'review' ? AT_REVIEW.includes(at) : at === step;
}

/** The possible errors of a step that couldn't be checked because Azure didn't report a fact. */
export function uncheckedOfStep<Reads>(view: View<Reads>, step: string): NotChecked[] {
  return view.settled.verdicts.filter(
    (verdict): verdict is NotChecked =>
      verdict.state === 'not checked' &&
      canRefuse(verdict.rule) &&
      isOf(view.model, verdict.rule, step) &&
      ['forbidden', 'failed', 'nobody', 'notReported', 'cut'].includes(
        whyUnknown(verdict.fact, view).kind,
      ),
  );
}

/** A way to restore, judged by the rules. */
interface JudgedOption<Reads> {
  readonly name: string;
  readonly view: View<Reads>;
}

/** What the rules say of all ways to restore a VM. */
export interface JudgedCells {
  readonly cannot: readonly FitLine[];
  readonly needs: readonly FitLine[];
}

/** Rules that are no refusal and no warning, and have a place of their own in the comparison. */
interface FitRules {
  /** Shown with what the restore destroys. */
  readonly destroys: string;
  /** Left to do afterwards, for the restore can't do it. */
  readonly limits: readonly string[];
}

/** What the rules refuse or warn of, and what they ask for: each rule once, with the ways to restore that it is about. */
export function judgedCells<Reads>(
  options: readonly JudgedOption<Reads>[],
  { destroys, limits }: FitRules,
): JudgedCells {
  const linesOf = (isMeant: (rule: Rule) => boolean): readonly FitLine[] => {
    const found = new Map<string, { readonly text: string; readonly names: readonly string[] }>();
    for (const { name, view } of options) {
      for (const { rule, state } of view.settled.verdicts) {
        if (state !== 'speaks' || rule.id === destroys || !isMeant(rule)) continue;
        const names = [...(found.get(rule.id)?.names ?? []), name];
        found.set(rule.id, { text: sayOf(rule), names });
      }
    }
    return [...found].map(([rule, { text, names }]) =>
      names.length === options.length ? { text, rule } : { text, rule, options: names },
    );
  };
  const unknown = options.flatMap(({ view }) => view.settled.verdicts.filter(isUnknown));
  const notChecked = new Set(unknown.map(({ rule }) => rule.id)).size;
  const refused = linesOf((rule) => refuses(rule) || isRuleOf(rule, limits));
  return {
    cannot: [
      ...(refused.length === 0 && notChecked === 0 ? [{ text: words.noRefusal }] : refused),
      ...(notChecked === 0 ? [] : [{ text: words.notChecked(notChecked) }]),
    ],
    needs: linesOf(asks),
  };
}

/** The newest restore point; `at` is null where there is none. */
export function newestCell({ state }: Pick<Read<unknown>, 'state'>, at: Instant | null): FitCell {
  if (at !== null) return [{ text: dateTimeText(at) }];
  if (state === 'loading' || state === 'not asked') return null;
  return [{ text: state === 'known' ? words.none : common.absence.notRead }];
}

/** What an action at Review puts right refuses nothing beforehand. */
const isPutRight = (rule: Rule): boolean => fieldsOf(rule).includes('powerState');

const refuses = (rule: Rule): boolean =>
  (rule.kind === 'block' && !isPutRight(rule)) || (rule.kind === 'warn' && !('always' in rule));

const asks = (rule: Rule): boolean =>
  rule.kind === 'require-field' || (rule.kind === 'block' && isPutRight(rule));

/** What depends on the target is checked when that is chosen. */
const isUnknown = (verdict: RuleVerdict): boolean =>
  verdict.state === 'not checked' &&
  verdict.rule.kind === 'block' &&
  /^(vm|point|vault|commvault)\./.test(verdict.fact);
