import type { Explanation } from '#src/ui/explanation.ts';

/** Why an entry cannot be chosen: a few words for the list, and all of it for who asks. */
export interface Blocked {
  readonly short: string;
  readonly explanation: Explanation;
}

/** An entry of a list. One that cannot be chosen stays readable and says why. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly remark?: string | undefined;
  readonly blocked?: Blocked | undefined;
}
