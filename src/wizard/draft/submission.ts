import * as z from 'zod/mini';

/** What the task needs to follow an accepted request: only its own code reads it. */
const operation = z.looseObject({});

/** One press of Restore. */
const pressed = {
  /** Marks all requests of a draft until the outcome of each is known; Azure promises no more for it. */
  clientRequestId: z.string(),
  /** When Restore was pressed, by this machine's clock. */
  sentAt: z.number(),
  /** Where its job is, if not in the vault's own region. */
  secondaryRegion: z.optional(z.string()),
  /** The restore jobs that the vault had at the press; absent where they could not be read. */
  before: z.optional(z.array(z.string())),
  /** Jobs that the person has said are not of this restore. */
  notOurs: z.optional(z.array(z.string())),
  /** The resource group that was made for it. */
  groupMade: z.optional(z.string()),
};
export const attempt = z.object(pressed);
export type Attempt = z.infer<typeof attempt>;

/** Why no restore was started by the latest press. */
const reason = {
  code: z.nullable(z.string()),
  message: z.string(),
  requestId: z.nullable(z.string()),
  /** Azure no longer accepts the sign-in: signing in again fixes it. */
  isSignedOut: z.optional(z.boolean()),
  /** When the sign-in was missing, by this machine's clock; absent in drafts of before. */
  signedOutAt: z.optional(z.number()),
  /** The resource group that was made for it and stays. */
  groupMade: z.optional(z.string()),
};

/** Why this page sent nothing: the content has changed since, or couldn't be verified. */
const heldBack = z.enum(['jobsUnread', 'changed', 'closed', 'sameTarget', 'begunSince']);

/** A restore to the same target that started after Review was shown. */
const begunRestore = z.object({
  id: z.string(),
  /** What it restores. */
  machine: z.string(),
  /** When it started; null: its job doesn't report that. */
  since: z.nullable(z.number()),
});
export type BegunRestore = z.infer<typeof begunRestore>;

/**
 * How far the latest press has come. `preparing` is stored before anything leaves, `sending` before
 * the request that starts the restore does, so that a reload finds the truth; nothing here ever leads
 * to a second request by itself.
 */
export const submission = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  /** Nothing that starts a restore has left. */
  z.object({
    state: z.literal('preparing'),
    ...pressed,
    step: z.enum(['reads', 'group', 'right']),
  }),
  /** The request may have left. */
  z.object({ state: z.literal('sending'), ...pressed }),
  /** Azure has accepted it; null: the answer did not say where to follow it. */
  z.object({ state: z.literal('accepted'), ...pressed, operation: z.nullable(operation) }),
  /** It is unknown whether Azure has received it. */
  z.object({ state: z.literal('lost'), ...pressed }),
  /** Azure refused it before it had accepted anything. */
  z.object({ state: z.literal('refused'), ...reason }),
  /** It certainly never left this page; where it is not prepared, what has to be there before could not be made. */
  z.object({
    state: z.literal('notSent'),
    ...reason,
    isPrepared: z.boolean(),
    heldBack: z.optional(heldBack),
    begunSince: z.optional(z.array(begunRestore)),
  }),
  /** The disks of its restore point can be mounted. What the answer held is in the memory of one tab. */
  z.object({ state: z.literal('mounted'), ...pressed }),
  z.object({
    state: z.literal('job'),
    jobId: z.string(),
    /** Found in the vault's list, and not named by an answer. */
    isAdopted: z.boolean(),
    /** The press that it came of; absent in drafts of before. */
    attempt: z.optional(attempt),
  }),
]);
export type Submission = z.infer<typeof submission>;
/** An accepted request, and where it is followed. */
export type Operation = z.infer<typeof operation>;
export type HeldBack = z.infer<typeof heldBack>;

/** A request that might have been sent and whose outcome is unknown. */
export type OpenSubmission = Extract<Submission, { state: 'sending' | 'accepted' | 'lost' }>;

export function isOpen(sent: Submission): sent is OpenSubmission {
  return sent.state === 'sending' || sent.state === 'accepted' || sent.state === 'lost';
}

/** Whether a draft is closed to changes and to another press: from the press until nothing came of it. */
export function isSent({ state }: Submission): boolean {
  return state !== 'none' && state !== 'refused' && state !== 'notSent';
}

/** What is known of the press that a submission came of. */
export function attemptOf(sent: Submission): Attempt | null {
  if (sent.state === 'job') return sent.attempt ?? null;
  const known = attempt.safeParse(sent);
  return known.success ? known.data : null;
}
