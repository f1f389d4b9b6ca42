import type { Instant } from '#src/lib/time.ts';

/** A pause that Azure asked for: until its end nothing is sent by itself to that address. */
export interface Pause {
  readonly address: string;
  readonly until: Instant;
}

/** Why something could not be read or done, in a form that a screen can say. */
export interface Problem {
  readonly kind:
    | 'signedOut'
    | 'forbidden'
    | 'notFound'
    | 'notSent'
    | 'lost'
    | 'unreadable'
    | 'notLoaded'
    | 'refused'
    | 'unexpected';
  readonly message: string;
  readonly code: string | null;
  readonly requestId: string | null;
  readonly missingAction: string | null;
  /** The raw answer, for a person who wants to see it. */
  readonly body: string;
  /** Only where Azure asks for a pause. */
  readonly pause?: Pause | undefined;
  /** The service that it is of, where that isn't Azure's. */
  readonly service?: string | undefined;
}
