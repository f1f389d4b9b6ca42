import * as z from 'zod/mini';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import { type TargetPart, targetsMeet } from '#src/model/lost-restore.ts';
import { wizardId } from '#src/model/restore-option.ts';
import type { Draft, DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  draftIds,
  draftsHere,
  draftState,
  type DraftTrouble,
  rewriteDraft,
} from '#src/wizard/draft/store.ts';
import {
  type BegunRestore,
  isOpen,
  isSent,
  type Submission,
  submission,
} from '#src/wizard/draft/submission.ts';
import { nameBefore } from '#src/wizard/draft/name-before.ts';
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

/** The choices that a draft's restore was sent with, or else its current choices. */
export const sentChoicesOf = ({ asked, choices }: Draft): DraftChoices => asked ?? choices;

/** What a draft was sent with in a field that has a text; null: nothing. */
export function sentText(draft: Draft | null, field: string): string | null {
  const value = draft === null ? null : sentChoicesOf(draft)[field];
  return typeof value === 'string' ? value : null;
}

/** The draft whose restore became a job; null if another browser started it. */
export function draftOfJob(jobId: string): Draft | null {
  const begun = draftsHere().find(
    ({ submission: sent }) => sent.state === 'job' && sameId(sent.jobId, jobId),
  );
  return begun ?? null;
}

/** The jobs that drafts of this browser led to. */
export const jobsOfDrafts = (): string[] =>
  draftsHere().flatMap(({ submission: sent }) => (sent.state === 'job' ? [sent.jobId] : []));

/**
 * Other drafts, of any datasource, with a request for the same target whose outcome is unknown. A second request
 * could be one too many. A draft of before doesn't have its target, and is compared by the same task alone.
 */
export function openAttemptsOn(
  id: string,
  choices: DraftChoices,
  targetOf: TargetOf,
  target = targetOf(choices),
): Draft[] {
  const { draft: own } = draftState(id);
  const task = own.ok ? own.value.task : undefined;
  const isSameTask = (draft: Draft): boolean =>
    draft.task === task && datasourceIn(sentChoicesOf(draft)) === datasourceIn(choices);
  const sentTarget = (draft: Draft): readonly TargetPart[] =>
    draft.target ?? (isSameTask(draft) ? targetOf(sentChoicesOf(draft)) : []);
  return draftsHere().filter(
    (draft) =>
      draft.id !== id &&
      (isOpen(draft.submission) || draft.earlier !== undefined) &&
      targetsMeet(target, sentTarget(draft)),
  );
}

/** The restores to the same target that held back the latest press of a draft. */
export const heldBackBy = ({ submission: sent }: Draft): readonly BegunRestore[] =>
  (sent.state === 'notSent' ? sent.begunSince : undefined) ?? [];

/** More jobs of drafts are not read by themselves: lists have all but the newest. */
const MOST_JOBS = 10;

/** The jobs that drafts to a target led to, the latest first. */
export const jobsOn = (target: readonly TargetPart[]): ResourceId[] =>
  draftsHere()
    .flatMap(({ submission: sent, target: other = [] }) =>
      sent.state === 'job' && targetsMeet(target, other) ? [sent] : [],
    )
    .toSorted((a, b) => (b.attempt?.sentAt ?? 0) - (a.attempt?.sentAt ?? 0))
    .slice(0, MOST_JOBS)
    .map(({ jobId }) => resourceId(jobId));

/** What a task makes or changes; empty while that is not chosen. */
export type TargetOf = (choices: DraftChoices) => readonly TargetPart[];

/** The name of what a draft restores; undefined where nothing is chosen. */
export function nameOfDraft({
  name,
  choices,
}: Pick<Draft, 'name' | 'choices'>): string | undefined {
  return (name === undefined ? nameBefore(choices) : name) ?? undefined;
}

/** A draft of another version, or a damaged one, whose request has left. */
export interface UnreadableSent {
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
const sentShape = z.looseObject({ submission });

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
