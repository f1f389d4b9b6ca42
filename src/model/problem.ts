/** Why something could not be read or done, in a form that a screen can say. */
export interface Problem {
  readonly kind:
    | 'signedOut'
    | 'forbidden'
    | 'notFound'
    | 'notSent'
    | 'lost'
    | 'unreadable'
    | 'refused'
    | 'unexpected';
  readonly message: string;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly missingAction: string | null;
  /** The raw answer, for a person who wants to see it. */
  readonly body: string;
}
