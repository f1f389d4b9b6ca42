import * as z from 'zod/mini';
import { WAY_ON_KINDS } from '#src/model/problem.ts';

/** What the task needs to follow an accepted request: only its own code reads it. */
const operation = z.looseObject({});

/** What tells one press from another. */
const one = {
  /** By which the job of its request is known; drafts of before had the same for each press. */
  clientRequestId: z.string(),
  /** When Restore was pressed. */
  sentAt: z.number(),
  /** Whose clock that is by; absent: this computer's. */
  clock: z.optional(z.literal('service')),
};

/** One press of Restore. */
const pressed = {
  ...one,
  /** Earlier presses of the draft whose outcome is unknown, the latest first. */
  earlier: z.optional(z.array(z.object(one))),
  /** Where its job is, if not in the vault's own region. */
  secondaryRegion: z.optional(z.string()),
  /** The restore jobs that the vault had at the press; absent where they could not be read. */
  before: z.optional(z.array(z.string())),
  /** Jobs that the person has said are not of this restore. */
  notOurs: z.optional(z.array(z.string())),
  /** Only in drafts of before, which keep here the name of the resource group that was made. */
  groupMade: z.optional(z.string()),
};
export const attempt = z.object(pressed);
export type Attempt = z.infer<typeof attempt>;

/**
 * How a job was found for a press: it has the press's own request ID, or that of an earlier press; it was the
 * only new one that names the target; or the person picked it.
 */
const foundBy = z.enum(['id', 'earlierId', 'target', 'hand']);
export type FoundBy = z.infer<typeof foundBy>;

/** Why no restore was started by the latest press. */
const reason = {
  code: z.nullable(z.string()),
  message: z.string(),
  requestId: z.nullable(z.string()),
  /** What can be done about it; absent in drafts of before, and where the code alone tells. */
  way: z.optional(z.enum(WAY_ON_KINDS)),
  /** Azure no longer accepts the sign-in: signing in again fixes it. */
  isSignedOut: z.optional(z.boolean()),
  /** When the sign-in was missing, by this machine's clock; absent in drafts of before. */
  signedOutAt: z.optional(z.number()),
  /** Only in drafts of before: the resource group that was made for it and stays. */
  groupMade: z.optional(z.string()),
};

/** Why this page sent nothing: the content has changed since, or couldn't be verified. */
const heldBack = z.enum([
  'jobsUnread',
  'changed',
  'closed',
  'sameTarget',
  'calledOff',
  'begunSince',
]);

/** A restore in progress to the same target that Review had not shown. */
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
    /** How it was found there; absent in drafts of before, and where it was named. */
    foundBy: z.optional(foundBy),
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

/** Whether a job is certainly of its draft: an answer named it, or it has a request ID of the draft. */
export const isCertain = (job: Extract<Submission, { state: 'job' }>): boolean =>
  !job.isAdopted || job.foundBy === 'id' || job.foundBy === 'earlierId';

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
