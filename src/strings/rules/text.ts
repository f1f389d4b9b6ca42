/** What a person reads of one rule. */
export type RuleText = {
  /** Why, and what to do. Complete sentences. */
  say: string;
  /** What the alternative is called, for a button or link. */
  instead?: string;
  /** A few words for an entry of a list that is greyed by this rule. */
  short?: string;
};
