import type { FactName, Facts } from './facts.ts';
import { type ChoiceField, type Choices, isChoiceField } from './fields.ts';
import { ask, guarded, type GuardedView } from './known.ts';
import { fieldsOf, type Rule, type RuleKind } from './rule.ts';

/** What else of a restore point matters to a disk. */
const DISK_POINTS = ['point.required', 'platform.point.expires-soon'];

const diskGroups = new Set<Rule['group']>(['datasource', 'instance', 'disk', 'review', 'jobs']);

/**
 * Whether a rule belongs to the product and flow at hand (rules.md §1, "Product scope", "Flow
 * scope"): Commvault rows only for Commvault; for a disk the disk flow's groups and what its points need.
 */
export function inScope(
  rule: Pick<Rule, 'id' | 'group'>,
  choices: Pick<Choices, 'product' | 'datasource'>,
): boolean {
  if (productOf(rule) !== choices.product) return false;
  if (choices.product === 'commvault') return true;
  if (choices.datasource !== 'azure-disk') return rule.group !== 'disk';
  return DISK_POINTS.includes(rule.id) || diskGroups.has(rule.group);
}

export function productOf({ group }: Pick<Rule, 'group'>): Choices['product'] {
  return group === 'commvault' ? 'commvault' : 'azure-backup';
}

/** What one rule says: it speaks, or a fact it needs is not known. Silent rules have no verdict. */
export type RuleVerdict =
  | { rule: Rule; state: 'speaks' }
  | { rule: Rule; state: 'not checked'; fact: FactName };

/** The verdict of one rule on a guarded view, or null when it is silent. */
export function ruleVerdictOf(rule: Rule, view: GuardedView): RuleVerdict | null {
  const fires = ask(() => rule.when(view.facts, view.c));
  if (fires.state === 'not known') return { rule, state: 'not checked', fact: fires.fact };
  return fires.state === 'known' && fires.value ? { rule, state: 'speaks' } : null;
}

/**
 * One pass of some rules over facts and choices as given, nothing cleared or filled in: those that
 * speak or could not be checked, in their order. Pure; never throws for missing facts.
 */
export function verdictsAmong(
  rules: readonly Rule[],
  facts: Facts,
  choices: Choices,
): RuleVerdict[] {
  const view = guarded(facts, choices);
  const verdicts: RuleVerdict[] = [];
  for (const rule of rules) {
    if (!inScope(rule, choices)) continue;
    const verdict = ruleVerdictOf(rule, view);
    if (verdict !== null) verdicts.push(verdict);
  }
  return verdicts;
}

/** The rules that judge one kind of backup, sorted once as settling and lists of values read them. */
export interface RuleSet<Id extends string = string> {
  readonly all: readonly Rule<Id>[];
  readonly byId: ReadonlyMap<string, Rule<Id>>;
  readonly hiders: readonly Rule[];
  readonly defaults: readonly Rule[];
  readonly blocks: ReadonlyMap<ChoiceField, readonly Rule[]>;
}

export function ruleSet<Id extends string>(all: readonly Rule<Id>[]): RuleSet<Id> {
  const blocks = new Map<ChoiceField, Rule[]>();
  for (const rule of all.filter(({ kind }) => kind === 'block')) {
    for (const field of fieldsOf(rule).filter(isChoiceField)) {
      blocks.set(field, [...(blocks.get(field) ?? []), rule]);
    }
  }
  return {
    all,
    byId: new Map(all.map((rule) => [rule.id, rule])),
    hiders: all.filter(({ kind }) => kind === 'hide-field'),
    defaults: all.filter(({ kind }) => kind === 'default'),
    blocks,
  };
}

/** The rule of an id, which the compiler looks up. */
export function ruleNamed<Id extends string>(
  { byId }: Pick<RuleSet<Id>, 'byId'>,
  id: NoInfer<Id>,
): Rule<Id> {
  const rule = byId.get(id);
  if (rule === undefined) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** Under which name a kind is listed, here and in worked examples. */
export const LIST_OF = {
  block: 'blocked',
  warn: 'warned',
  'hide-field': 'hidden',
  'require-field': 'required',
  default: 'defaulted',
  info: 'info',
  checklist: 'checklist',
} as const satisfies Record<RuleKind, string>;

export type ListName = (typeof LIST_OF)[RuleKind];

/** Ids of the rules that speak, by what they do; `unknown`: those that a missing fact kept silent. */
export type VerdictLists = Record<ListName | 'unknown', string[]>;

/** Verdicts as lists of ids, each list in the catalogue's order. */
export function verdictLists(verdicts: readonly RuleVerdict[]): VerdictLists {
  const lists: VerdictLists = {
    blocked: [],
    warned: [],
    hidden: [],
    required: [],
    defaulted: [],
    info: [],
    checklist: [],
    unknown: [],
  };
  for (const { rule, state } of verdicts) {
    lists[state === 'speaks' ? LIST_OF[rule.kind] : 'unknown'].push(rule.id);
  }
  return lists;
}
