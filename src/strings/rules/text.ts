/** Texts of one rule. */
export type RuleText = {
  /** Why, and what to do. Complete sentences. */
  say: string;
  /** Label of the alternative, for a button or link. */
  instead?: string;
  /** A few words beside an option that this rule disables. */
  short?: string;
};

/** How the texts of some rules are read; `Id` is the ids that have one, so that another is a type error. */
export interface RuleTexts<Id extends string> {
  /** The text of a rule. */
  readonly ruleText: (id: Id) => RuleText;
  /** The text of what may be a rule; an id of none is all there is to say of it. */
  readonly textOf: (rule: { readonly id: string }) => RuleText;
  /** The sentence of a rule, by the id that a form's error carries. */
  readonly sayRule: (id: string) => string;
  /** Whether a name is the id of a rule that has a text. */
  readonly isRuleText: (name: string) => name is Id;
}

/** Reads the texts of some rules by their ids. */
export function ruleTexts<Id extends string>(texts: Readonly<Record<Id, RuleText>>): RuleTexts<Id> {
  const isRuleText = (name: string): name is Id => Object.hasOwn(texts, name);
  const textOf = ({ id }: { readonly id: string }): RuleText =>
    isRuleText(id) ? texts[id] : { say: id };
  return { ruleText: (id) => texts[id], textOf, sayRule: (id) => textOf({ id }).say, isRuleText };
}
