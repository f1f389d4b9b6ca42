/** One rule that stands in the way: what it says, on which facts, and who says so. */
export interface Reason {
  /** The rule's id, by which its own page is found; null for a reason that is no rule. */
  readonly id: string | null;
  readonly rule: string;
  readonly facts: readonly string[];
  readonly sources: readonly string[];
}

/** Why something cannot be chosen, all reasons of it, and one way out. */
export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly instead: {
    readonly label: string;
    readonly apply: () => void;
    /** The field that it changes, which takes the focus. */
    readonly field: string;
  } | null;
}
