import * as z from 'zod/mini';
import { OTHER_TASKS, scenarioIds } from '#src/model/restore-option.ts';
import { reviewed } from '#src/wizard/draft/reviewed.ts';
import { mountSession } from '#src/wizard/draft/session.ts';
import { attempt, submission } from '#src/wizard/draft/submission.ts';

/** Raised whenever a stored draft of before could not be read any more; see `migrate.ts`. */
export const DRAFT_VERSION = 6;

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
export type Change = Readonly<Record<string, Choice | undefined>>;

/** What the person has said has happened, and until when the machine was good. */
const cause = z.object({ scenario: z.enum(scenarioIds), before: z.nullable(z.number()) });
export type Cause = z.infer<typeof cause>;

/** A choice that an earlier one cleared; it appears once, at its field. */
const takenBack = z.object({
  field: z.string(),
  because: z.enum(['datasource', 'instance', 'region', 'subscription', 'network']),
  /** What was chosen; absent in a draft of before. */
  was: z.optional(z.string()),
  /** The choices whose change took it back, as they were. */
  undo: z.optional(z.record(z.string(), choice)),
});
export type TakenBack = z.infer<typeof takenBack>;

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
  /** What was suggested, by field; absent where the person fills in all of it. */
  suggested: z.optional(z.record(z.string(), choice)),
  /** The restore point that its step suggested last (null: Next confirmed it), and its backup instance. */
  suggestedPoint: z.optional(z.object({ instance: z.string(), point: z.nullable(z.string()) })),
  /** What it is for; absent: a restore. */
  task: z.optional(z.enum(OTHER_TASKS)),
  /** Why this restore was started; absent without an answer. */
  cause: z.optional(cause),
  submission,
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
