/** A fact that is not known: which, why, and the one thing that can be done about it. */
export interface Unknown {
  readonly fact: string;
  readonly why: string;
  readonly way: {
    readonly label: string;
    readonly go: () => void;
  } | null;
}
