import { type ChoiceField, isChoiceField } from './choices.ts';
import { fieldsOf, type Rule } from './rule.ts';

/** The rules that judge one kind of backup, sorted once as settling and lists of values read them. */
export interface RuleSet {
  readonly all: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  readonly hiders: readonly Rule[];
  readonly defaults: readonly Rule[];
  /** The blocks about each field that some block is about. */
  readonly blocks: ReadonlyMap<ChoiceField, readonly Rule[]>;
}

/** Sorts rules. */
export function ruleSet(all: readonly Rule[]): RuleSet {
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
