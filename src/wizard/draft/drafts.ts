import * as z from 'zod/mini';
import { adoptEntries } from '#src/lib/storage.ts';
import { instanceName } from '#src/model/instances.ts';
import { sameId } from '#src/model/resource-id.ts';
import { wizardId } from '#src/model/restore-option.ts';
import {
  type Draft,
  type DraftChoices,
  isSent,
  submissionSchema,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import {
  draftIdOf,
  draftIds,
  draftsHere,
  draftState,
  type DraftTrouble,
  rewriteDraft,
} from '#src/wizard/draft/store.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';

/** Drafts in which something is chosen and that have no job yet, the last changed first. */
export const openDrafts = (): Draft[] =>
  allDrafts().filter(({ submission: sent }) => !hasEnded(sent));

/** All drafts in which something is chosen, the last changed first. */
export const allDrafts = (): Draft[] =>
  draftsHere()
    .filter((draft) => !isEmpty(draft))
    .toSorted((a, b) => b.changedAt - a.changedAt);

/** Whether a press has led to what it was for: a job, or mounted disks. */
const hasEnded = ({ state }: Submission): boolean => state === 'job' || state === 'mounted';

function isEmpty({ choices, changedAt, createdAt, submission: sent }: Draft): boolean {
  return changedAt === createdAt && sent.state === 'none' && choices.instance === null;
}

/** The wizard of a draft, by its datasource and its task; virtual machines until another one is chosen. */
export function wizardOfDraft(id: string): string {
  const { draft } = draftState(id);
  if (!draft.ok) return 'azure-vm';
  const { choices, task } = draft.value;
  return wizardId(datasourceIn(choices), task);
}

/** The draft whose restore became a job; null if another browser started it. */
export function draftOfJob(jobId: string): Draft | null {
  const begun = draftsHere().find(
    ({ submission: sent }) => sent.state === 'job' && sameId(sent.jobId, jobId),
  );
  return begun ?? null;
}

/** Drafts that an answer led to a job which couldn't be read: whose it is wasn't compared. */
export const uncomparedDrafts = () =>
  draftsHere().flatMap(({ id, choices, submission: sent }) =>
    sent.state === 'job' && sent.isUncompared === true && sent.attempt !== undefined
      ? [{ id, choices, jobId: sent.jobId, pressed: sent.attempt }]
      : [],
  );

/** The jobs that drafts of this browser led to. */
export const jobsOfDrafts = (): string[] =>
  draftsHere().flatMap(({ submission: sent }) => (sent.state === 'job' ? [sent.jobId] : []));

/** The name of what a draft restores; undefined where nothing is chosen. */
export function nameOfDraft({
  name,
  choices,
}: Pick<Draft, 'name' | 'choices'>): string | undefined {
  return (name === undefined ? nameBefore(choices) : name) ?? undefined;
}

/** The name of what is restored, for drafts that were stored before they held it. */
function nameBefore({ datasource, instance }: DraftChoices): string | null {
  if (instance === null) return null;
  if (datasource === 'azure-disk') return instanceName(instance);
  return instance.split(';').at(-1) ?? null;
}

/** A draft of another version, or a damaged one, whose request has left. */
interface UnreadableSent {
  readonly id: string;
  readonly submission: Submission;
  /** ID of the backup instance; empty if the draft has none. */
  readonly instance: string;
  readonly datasource: string;
}

/** Whether a draft, which perhaps can't be opened, has sent a request that may have started a restore. */
export function mayHaveStarted(id: string): boolean {
  const { draft } = draftState(id);
  return draft.ok
    ? isSent(draft.value.submission) || draft.value.earlier !== undefined
    : unreadableSent().some((sent) => sent.id === id);
}

/** Whether a stored draft that can't be opened has sent a request; null: its text doesn't tell. */
export function hasStarted(text: string): boolean | null {
  const parsed = parseSent(text);
  return parsed && (isSent(parsed.submission) || parsed['earlier'] !== undefined);
}

const begun = z.looseObject({
  instance: z.optional(z.nullable(z.string())),
  datasource: z.optional(z.nullable(z.string())),
});

const sentShape = z.looseObject({ submission: submissionSchema });

/** Drafts that can't be opened, but whose text shows that a restore request was sent. */
export function unreadableSent(): UnreadableSent[] {
  return draftIds().flatMap((id) => {
    const { draft } = draftState(id);
    if (draft.ok || draft.reason.kind === 'missing') return [];
    const parsed = parseSent(draft.reason.text);
    if (parsed === null || !isSent(parsed.submission) || parsed.submission.state === 'job')
      return [];
    // A shape that this version doesn't write yields nothing.
    const { instance, datasource } = begun.safeParse(parsed['choices']).data ?? {};
    return [
      {
        id,
        submission: parsed.submission,
        instance: instance ?? '',
        datasource: datasource ?? 'azure-vm',
      },
    ];
  });
}

/** A draft that this version can't open. Null: what is stored doesn't include it. */
export interface UnreadableDraft {
  readonly id: string;
  readonly reason: Exclude<DraftTrouble['kind'], 'missing'>;
  readonly submission: Submission | null;
  readonly name: string | null;
  readonly changedAt: number | null;
}

const shown = z.object({
  name: z.catch(z.nullable(z.string()), null),
  changedAt: z.catch(z.nullable(z.number()), null),
});

/** All drafts that can't be opened, whether they were sent or not. */
export function unreadableDrafts(): UnreadableDraft[] {
  return draftIds().flatMap((id) => {
    const { draft } = draftState(id);
    if (draft.ok || draft.reason.kind === 'missing') return [];
    const { kind, text } = draft.reason;
    const { name, changedAt } = shown.parse(parsedObject(text));
    const sent = parseSent(text)?.submission ?? null;
    return [{ id, reason: kind, submission: sent, name, changedAt }];
  });
}

/** Records the outcome of the request in a draft that can't be read; everything else in it stays. */
export function settleUnreadable(id: string, becomes: Submission): void {
  const { draft } = draftState(id);
  if (draft.ok || draft.reason.kind === 'missing') return;
  const parsed = parseSent(draft.reason.text);
  if (parsed !== null) rewriteDraft(id, JSON.stringify({ ...parsed, submission: becomes }));
}

const parseSent = (text: string): z.infer<typeof sentShape> | null =>
  sentShape.safeParse(parsedObject(text)).data ?? null;

/** What a text holds; empty where that is no object. */
function parsedObject(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}

/**
 * Gives the owner what was stored before drafts had one. Returns how many of the adopted drafts a person
 * can still work on.
 */
export function adoptDrafts(): number {
  const ids = new Set(adoptEntries().map(draftIdOf));
  return [...openDrafts(), ...unreadableSent()].filter(({ id }) => ids.has(id)).length;
}
