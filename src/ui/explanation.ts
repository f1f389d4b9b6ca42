import type { Unknown } from '#src/ui/unknown.ts';

/** A fact that a reason is based on: its value, and where that was read, answered or selected. */
export interface ExplainedFact {
  readonly text: string;
  /** "Read from the vault, 3 min ago."; null if the value is unknown. */
  readonly from: string | null;
  /** What to do about an unknown value; null if it is known, or nothing can be done. */
  readonly way: Unknown['way'];
}

/** One rule that stands in the way: what it says, on which facts, and who says so. */
export interface Reason {
  /** The rule's id, by which its own page is found; null for a reason that is no rule. */
  readonly id: string | null;
  readonly rule: string;
  readonly facts: readonly ExplainedFact[];
  readonly sources: readonly string[];
}

/** Why something cannot be chosen, all reasons of it, and one way out. */
export interface Explanation {
  /** None where it is plain: a field that is empty. */
  readonly reasons: readonly Reason[];
  readonly instead: {
    readonly label: string;
    readonly apply: () => void;
    /** The field that it changes, which takes the focus. */
    readonly field: string;
  } | null;
}
