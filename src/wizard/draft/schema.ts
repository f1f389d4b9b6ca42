import * as z from 'zod/mini';
import { NO_MOUNT } from '#src/model/file-recovery.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';
import { OTHER_TASKS, scenarioIds } from '#src/model/restore-option.ts';

/**
 * A session of file recovery that a draft led to: from the answer with the script until the disks are
 * unmounted. No password: that is in no storage.
 */
const mountSession = z.object({
  /** Full id of the recovery point. */
  pointId: z.string(),
  /** When the answer with the script came. */
  since: z.number(),
  /** When the service ends it, by the answer; null: the answer does not say. */
  expiresAt: z.nullable(z.number()),
  /** Why the answer can't be used, where it had no script or no password: another one would be like it. */
  lacks: z.optional(z.enum(NO_MOUNT)),
  /** When Azure reported that the point is not mounted any more. */
  endedAt: z.optional(z.number()),
  /** When the person said that nothing is left of it. */
  handledAt: z.optional(z.number()),
});
export type MountSession = z.infer<typeof mountSession>;

/** What Review showed when Restore was selected, as it was shown: what it was read from may be gone later. */
const reviewed = z.object({
  /** Everything chosen: its label, and its value in words. */
  chosen: z.array(z.tuple([z.string(), z.string()])),
  /** The warnings that had to be read. */
  warnings: z.array(z.string()),
  checks: z.array(
    z.object({
      name: z.string(),
      /** In words, such as "Passed". */
      state: z.string(),
      found: z.string(),
      /** When it was checked, epoch milliseconds; null: it wasn't. */
      at: z.nullable(z.number()),
    }),
  ),
});
export type Reviewed = z.infer<typeof reviewed>;

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
  /** It was refused, and its job couldn’t be looked for since: the next press looks first. */
  isUnlooked: z.optional(z.boolean()),
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

/**
 * An answer that doesn't say what came of a request:
 * - `refusal`: the service refused it, perhaps as a second copy; `conflict`: by a code that says that something is there
 *   already or under way; `failure`: the operation that it had accepted failed
 * - `error`: the service reports an error of its own
 * - `foreign`: something between the page and the service answered
 * - `unreadable`: it says nothing of the request
 */
const lostAnswer = z.object({
  kind: z.enum(['refusal', 'conflict', 'failure', 'error', 'foreign', 'unreadable']),
  /** Null: it is of an operation. */
  status: z.nullable(z.number()),
  ...reason,
});
export type LostAnswer = z.infer<typeof lostAnswer>;

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
export const submissionSchema = z.discriminatedUnion('state', [
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
  /** It is unknown what came of it; `answer`: what came in place of an answer that says so, absent where none came. */
  z.object({ state: z.literal('lost'), ...pressed, answer: z.optional(lostAnswer) }),
  /** The service refused it, and nothing of it was found since. */
  z.object({
    state: z.literal('refused'),
    ...reason,
    /** The press; absent in drafts of before. */
    attempt: z.optional(z.object(pressed)),
    /** When it was looked for last, and wasn't found; absent where it couldn't be, and in drafts of before. */
    lookedAt: z.optional(z.number()),
  }),
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
    /** The answer refused the request, and its job was found. */
    isRefused: z.optional(z.boolean()),
    /** The press that it came of; absent in drafts of before. */
    attempt: z.optional(attempt),
  }),
]);
export type Submission = z.infer<typeof submissionSchema>;
/** An accepted request, and where it is followed. */
export type DraftOperation = z.infer<typeof operation>;
export type HeldBack = z.infer<typeof heldBack>;

/** A request that might have been sent and whose outcome is unknown. */
type OpenSubmission = Extract<Submission, { state: 'sending' | 'accepted' | 'lost' }>;

export function isOpen(sent: Submission): sent is OpenSubmission {
  return sent.state === 'sending' || sent.state === 'accepted' || sent.state === 'lost';
}

/** Whether a job is certainly of its draft: an answer named it, or it has a request ID of the draft. */
export const isCertain = (job: Extract<Submission, { state: 'job' }>): boolean =>
  !job.isAdopted || job.foundBy === 'id' || job.foundBy === 'earlierId';

/** Whether a service has refused it, and what came of it is looked for. */
export const isRefusedAnswer = (
  answer: LostAnswer | undefined,
): answer is LostAnswer & { readonly kind: 'refusal' | 'conflict' | 'failure' } =>
  answer?.kind === 'refusal' || answer?.kind === 'conflict' || answer?.kind === 'failure';

/** Whether a draft is closed to changes and to another press: from the press until nothing came of it. */
export function isSent({ state }: Submission): boolean {
  return state !== 'none' && state !== 'refused' && state !== 'notSent';
}

/** What is known of the press that a submission came of. */
export function attemptOf(sent: Submission): Attempt | null {
  if (sent.state === 'job' || sent.state === 'refused') return sent.attempt ?? null;
  const known = attempt.safeParse(sent);
  return known.success ? known.data : null;
}

/** Raised whenever a stored draft of before could not be read any more. */
export const DRAFT_VERSION = 6;

/** The versions that are brought into today's. */
export const OLDER_VERSIONS: readonly unknown[] = [1, 2, 3, 4, 5];

/**
 * Brings a stored draft of an older version into today's form; null when that version is not known.
 * Each version had fewer fields than the next: what a task's fields are without them, its own schema says.
 */
export function migrated(stored: object): object | null {
  const isOlder = 'version' in stored && OLDER_VERSIONS.includes(stored.version);
  return isOlder ? { ...stored, version: DRAFT_VERSION } : null;
}

/** What a field holds. */
const choice = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Choice = z.infer<typeof choice>;

/** Whether a field can hold a value. */
export const isChoice = (value: unknown): value is Choice => choice.safeParse(value).success;

/**
 * What the operator has chosen, by field; null is "not chosen". Each task has fields of its own, which it
 * reads by its own schema; these two all have.
 */
const choices = z.catchall(
  z.object({
    datasource: z.nullable(z.string()),
    /** Id of the backup instance. */
    instance: z.nullable(z.string()),
  }),
  choice,
);
export type DraftChoices = z.infer<typeof choices>;

/** Some fields of a draft with what they become; one that is undefined stays. */
export type DraftChange = Readonly<Record<string, Choice | undefined>>;

/** What the person has said has happened, and until when the machine was good. */
const cause = z.object({ scenario: z.enum(scenarioIds), before: z.nullable(z.number()) });
export type DraftCause = z.infer<typeof cause>;

/** A choice that an earlier one cleared; it appears once, at its field. */
const takenBack = z.object({
  field: z.string(),
  because: z.enum(['datasource', 'instance', 'region', 'subscription', 'network']),
  /** What was chosen; absent in a draft of before. */
  was: z.optional(z.string()),
  /** The choices whose change took it back, as they were. */
  undo: z.optional(z.record(z.string(), choice)),
});
export type ClearedField = z.infer<typeof takenBack>;

/** A resource group that a press asked Azure to create, because there was none by its name. */
const madeGroup = z.object({
  subscriptionId: z.string(),
  name: z.string(),
  /** When, by this machine's clock; null in drafts of before. */
  at: z.nullable(z.number()),
  /** Azure has answered that it is created; false while no answer reports that. */
  isSure: z.boolean(),
});
export type MadeGroup = z.infer<typeof madeGroup>;

const text = z.nullable(z.string());
const targetPart = z.object({
  kind: z.enum(['vm', 'disk', 'disksOf', 'other']),
  name: text,
  group: text,
  subscriptionId: text,
  replaces: z.optional(z.enum(['disks', 'all', 'ifThere'])),
  isGuess: z.optional(z.boolean()),
});

export const draftSchema = z.object({
  id: z.string(),
  version: z.literal(DRAFT_VERSION),
  createdAt: z.number(),
  changedAt: z.number(),
  /** What is restored, by its name; absent in drafts of before, null where nothing is chosen. */
  name: z.optional(z.nullable(z.string())),
  choices,
  takenBack: z.array(takenBack),
  /** Ids of the steps that the person was at; absent until one was left. */
  visited: z.optional(z.array(z.string())),
  /** The step that the person was at last; absent in drafts of before. */
  at: z.optional(z.string()),
  /** What was suggested, by field; absent in a draft of a version that suggested nothing. */
  suggested: z.optional(z.record(z.string(), choice)),
  /** Whether the kind of restore was named at the start: Next leads past steps that need no decision. */
  isNamed: z.optional(z.boolean()),
  /** The restore point that its step suggested last (null: Next confirmed it), and its backup instance. */
  suggestedPoint: z.optional(z.object({ instance: z.string(), point: z.nullable(z.string()) })),
  /** What it is for; absent: a restore. */
  task: z.optional(z.enum(OTHER_TASKS)),
  /** Why this restore was started; absent without an answer. */
  cause: z.optional(cause),
  submission: submissionSchema,
  /** What the latest press was to create or replace; absent in drafts of before. */
  target: z.optional(z.array(targetPart)),
  /** The choices as they were confirmed at the latest press: every record of the restore reads these. */
  asked: z.optional(choices),
  /** IDs of the rules that applied then to the steps after the restore: their facts aren't read later. */
  nextSteps: z.optional(z.array(z.string())),
  /** The restore as it was confirmed then, as the text that its hash is of; absent where its task writes none. */
  plan: z.optional(z.string()),
  /** What was known then of what is restored, as its task reads it: later that may be gone. */
  source: z.optional(z.string()),
  /** What Review showed then; absent in drafts of before. */
  reviewed: z.optional(reviewed),
  /** The picture of the restore as it was then, as its own file reads it; absent in drafts of before. */
  picture: z.optional(z.string()),
  /** An earlier request that the person stopped waiting for; its outcome is unknown. */
  earlier: z.optional(attempt),
  /** The latest session of file recovery that it led to. */
  session: z.optional(mountSession),
  /** The resource groups that its presses asked Azure to create; absent where none did. */
  madeGroups: z.optional(z.array(madeGroup)),
});

/** A draft, with its choices as a task has them. */
export type Draft<Choices extends DraftChoices = DraftChoices> = Omit<
  z.infer<typeof draftSchema>,
  'choices' | 'asked'
> & { readonly choices: Choices } & Partial<Readonly<Record<'asked', Choices | undefined>>>;

/** An empty draft. `at` in epoch milliseconds. */
export const newDraft = <Choices extends DraftChoices>(
  id: string,
  at: number,
  given: Choices,
): Draft<Choices> => ({
  id,
  version: DRAFT_VERSION,
  createdAt: at,
  changedAt: at,
  choices: given,
  takenBack: [],
  submission: { state: 'none' },
});
