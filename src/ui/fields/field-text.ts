import type { Explanation } from '#src/ui/explanation.tsx';

/** What a field says besides its label: how to fill it, or what is wrong with it. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Turns the code of an error (a rule's id) into a sentence. */
  readonly errorText: (code: string) => string;
  /**
   * The same with its facts, its source and an alternative, computed only on request; left out if there is
   * none.
   */
  readonly explainError?: ((code: string) => (() => Explanation) | undefined) | undefined;
}
