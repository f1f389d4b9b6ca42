import { factsRead } from '#src/rules/known.ts';
import type { Choices } from '#src/rules/fields.ts';
import type { RuleSet, Verdict } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settle, type Settled } from '#src/rules/settle.ts';
import type { View } from '#src/wizard/explain/view.ts';
import type { Ground } from '#src/wizard/explain/model.ts';

/** What stands at Review, sorted by what it asks of the person. */
export interface Findings {
  /** Rules that refuse the restore as it is chosen. */
  readonly refused: readonly Verdict[];
  /** Rules that warn of something particular to this restore. */
  readonly warned: readonly Verdict[];
  /** Rules whose fact could not be read. */
  readonly notChecked: readonly NotChecked[];
}

export type NotChecked = Extract<Verdict, { state: 'not checked' }>;

/** Sorts what the rules say about a settled draft. */
export function findingsOf(settled: Settled): Findings {
  const { verdicts } = settled;
  const open = verdicts.filter((one) => one.state === 'not checked');
  return {
    refused: oncePerField(verdicts.filter(isRefusal)),
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
export function notesOf<Reads>({ facts, settled, model }: Answered<Reads>): Rule[] {
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

type Answered<Reads> = Pick<Ground<Reads>, 'facts' | 'model'> & { readonly settled: Settled };

/** Two rules may require one empty field, each in its own words: one of them is enough. */
function oncePerField(refused: readonly Verdict[]): Verdict[] {
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

/** The rules of these findings. */
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
export function isParticular({ rule }: Verdict): boolean {
  return rule.kind !== 'warn' || rule.always !== true;
}

/**
 * The rules once more, as they stand when Restore is pressed: they count what the form found.
 * Empty when nothing stands in the way. `set` is the rules that judge.
 */
export function refusedAtSubmit(facts: Facts, choices: Choices, set: RuleSet): Verdict[] {
  const findings = findingsOf(settle(facts, choices, set));
  const form = { errors: findings.refused.length, warnings: warningCount(findings) };
  return settle({ ...facts, form }, { ...choices, action: 'submit' }, set).verdicts.filter(
    isRefusal,
  );
}

/** Whether a verdict keeps the form from going on. */
export function isRefusal({ rule, state }: Verdict): boolean {
  return state === 'speaks' && canRefuse(rule);
}

/** Whether a rule keeps the form from going on when it speaks: by its kind, or as a warning that refuses. */
export function canRefuse(rule: Rule): boolean {
  if (rule.kind === 'warn') return rule.refuses === true;
  return rule.kind === 'block' || rule.kind === 'require-field';
}

/** What the rules say by Azure's latest answers, after a press that started nothing. */
export interface AfterPress {
  readonly refused: readonly Verdict[];
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
