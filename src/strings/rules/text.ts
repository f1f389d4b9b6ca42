import { dayText } from '#src/lib/format.ts';
import { newerTextsCount } from '#src/lib/newer-texts.ts';

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

/** A rule's text with what the build says of its document, which is of this date where a newer one differs. */
export function asOf(date: string | null, text: RuleText): RuleText {
  if (date === null || !newerTextsCount()) return text;
  return { ...text, say: `${text.say} ${newerText(date)}` };
}

const newerText = (date: string): string =>
  `By the document of ${dayText(date)}. A newer text differs: check before you rely on it.`;

/** Reads the texts of some rules by their ids. `olderDate` is the date that {@link asOf} goes by. */
export function ruleTexts<Id extends string>(
  texts: Readonly<Record<Id, RuleText>>,
  olderDate: (id: string) => string | null = () => null,
): RuleTexts<Id> {
  const ruleText = (id: Id): RuleText => asOf(olderDate(id), texts[id]);
  const isRuleText = (name: string): name is Id => Object.hasOwn(texts, name);
  const textOf = ({ id }: { readonly id: string }): RuleText =>
    isRuleText(id) ? ruleText(id) : { say: id };
  return { ruleText, textOf, sayRule: (id) => textOf({ id }).say, isRuleText };
}
