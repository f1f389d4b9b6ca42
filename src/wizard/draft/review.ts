import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { factsRead } from '#src/rules/facts-read.ts';
import type { Choices } from '#src/rules/choices.ts';
import type { Verdict } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { type Settled, settle } from '#src/rules/settle.ts';
import { FACT_SOURCES } from '#src/wizard/draft/fact-sources.ts';

/** What stands at Review, sorted by what it asks of the person. */
export interface Findings {
  /** Rules that refuse the restore as it is chosen. */
  readonly refused: readonly Verdict[];
  /** Rules that warn of something particular to this restore. */
  readonly warned: readonly Verdict[];
  /** Rules whose fact could not be read, so that nobody knows. */
  readonly notChecked: readonly NotChecked[];
  /** Warnings that hang on a question nobody has answered: none has to be. */
  readonly unanswered: readonly NotChecked[];
}

export type NotChecked = Extract<Verdict, { state: 'not checked' }>;

/** Sorts what the rules say about a settled draft. */
export function findingsOf(settled: Settled): Findings {
  const { verdicts } = settled;
  const open = verdicts.filter((one) => one.state === 'not checked');
  return {
    refused: askedOnce(verdicts.filter(isRefusal)),
    warned: verdicts.filter(
      ({ rule, state }) => state === 'speaks' && rule.kind === 'warn' && !canRefuse(rule),
    ),
    notChecked: open.filter(({ rule }) => canRefuse(rule)),
    unanswered: open.filter(
      ({ rule, fact }) => rule.kind === 'warn' && FACT_SOURCES[fact].from === 'operator',
    ),
  };
}

/** Whether nothing refuses, nothing warns and nothing waits for a fact. */
export function isSilent({ refused, warned, notChecked }: Findings): boolean {
  return refused.length + warned.length + notChecked.length === 0;
}

/** What the answers about the machine bring up besides: what to know, and what to do afterwards. */
export function notesOf(facts: Facts, { verdicts, choices }: Settled): CatalogueRule[] {
  return verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' &&
    (rule.kind === 'info' || rule.kind === 'checklist') &&
    factsRead(rule, facts, choices).some(({ name }) => FACT_SOURCES[name].from === 'operator')
      ? [rule]
      : [],
  );
}

/** Two rules may ask for one empty field, each in its own words: one of them is enough. */
function askedOnce(refused: readonly Verdict[]): Verdict[] {
  const asked = new Set<string>();
  return refused.filter(({ rule }) => {
    if (rule.kind !== 'require-field') return true;
    const fields = fieldsOf(rule).join(' ');
    if (asked.has(fields)) return false;
    asked.add(fields);
    return true;
  });
}

/**
 * How many findings the person has to have read before Restore. A warning that is true of every
 * restore of its kind is shown, but nobody is asked to tick that it was read.
 */
export function warningCount(findings: Findings): number {
  return rulesToRead(findings).length;
}

/** The rules of these findings. */
export function rulesToRead({ warned, notChecked }: Findings): readonly CatalogueRule[] {
  return [...warned.filter(isParticular), ...notChecked].map(({ rule }) => rule);
}

/** Whether a warning is about this restore, and not true of every one of its kind. */
export function isParticular({ rule }: Verdict): boolean {
  return !('always' in rule) || rule.always !== true;
}

/**
 * The rules once more, as they stand when Restore is pressed: they count what the form found.
 * Empty when nothing stands in the way.
 */
export function refusedAtSubmit(facts: Facts, choices: Choices): Verdict[] {
  const findings = findingsOf(settle(facts, choices));
  const form = { errors: findings.refused.length, warnings: warningCount(findings) };
  return settle({ ...facts, form }, { ...choices, action: 'submit' }).verdicts.filter(isRefusal);
}

/** Whether a verdict keeps the form from going on. */
export function isRefusal({ rule, state }: Verdict): boolean {
  return state === 'speaks' && canRefuse(rule);
}

/**
 * Warnings of the documents that refuse here. Azure would take the name of a group that exists, and
 * restore into that group: no new one is created then, as the plan promises.
 */
const REFUSED_HERE: readonly CatalogueRule['id'][] = ['create-vm.rg.new-unique'];

/** Whether a rule keeps the form from going on when it speaks: by its kind, or as one refused here. */
export function canRefuse({ id, kind }: CatalogueRule): boolean {
  return kind === 'block' || kind === 'require-field' || REFUSED_HERE.includes(id);
}
