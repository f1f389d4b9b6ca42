/** What a field says besides its label: how to fill it, or what is wrong with it. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Turns the code of an error (a rule's id) into a sentence. */
  readonly errorText: (code: string) => string;
}
