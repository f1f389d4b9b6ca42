import { DATASOURCES, serviceOf } from '#src/datasources/registry.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { mayRunText } from '#src/wizard/draft/draft-text.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Tone } from '#src/ui/Status.tsx';
import {
  allDrafts,
  mayHaveStarted,
  nameOfDraft,
  type UnreadableDraft,
  unreadableDrafts,
} from '#src/wizard/draft/drafts.ts';
import { sentChoicesOf, sentText } from '#src/wizard/draft/sent.ts';
import { type Draft, isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';

/** A draft as its page lists it. Null: not selected, or not known. */
export interface DraftRow {
  readonly id: string;
  readonly name: string;
  /** Whether this version can read what was selected. */
  readonly isRead: boolean;
  readonly kind: string | null;
  readonly datasource: string | null;
  readonly point: DraftPoint | null;
  /** The id of the step that the person was at last. */
  readonly step: string | null;
  readonly changedAt: Instant | null;
  readonly status: { readonly tone: Tone; readonly text: string };
  readonly jobId: string | null;
  /** Whether the wizard can go on with it. */
  readonly isOpen: boolean;
  /** What discarding it may hide; undefined: it can't be discarded. */
  readonly mayRun: string | null | undefined;
}

/** A restore point as a draft stores it. */
export interface DraftPoint {
  readonly instance: string;
  readonly name: string;
  /** As Review showed it when the restore was sent; null: it wasn't sent. */
  readonly shown: string | null;
}

/** All drafts of this account in this browser, the last changed first; those without a time come last. */
export function draftRows(): DraftRow[] {
  return [...allDrafts().map(rowOf), ...unreadableDrafts().map(unreadableRow)].toSorted(
    (a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0),
  );
}

function rowOf(draft: Draft): DraftRow {
  const { id, submission, changedAt } = draft;
  const datasource = DATASOURCES.get(datasourceIn(draft.choices))?.name ?? null;
  const isGone = isSent(submission);
  return {
    id,
    name: nameOfDraft(draft) ?? words.noInstance,
    isRead: true,
    kind: kindOf(draft),
    datasource,
    point: pointOf(draft),
    step: stepOf(draft),
    changedAt: instant(changedAt),
    status:
      datasource === null
        ? { tone: 'unknown', text: words.status.noDatasource }
        : draftStatusOf(draft),
    jobId: jobOf(submission),
    isOpen: datasource !== null && !isGone,
    mayRun: isGone ? undefined : mayHaveStarted(id) ? mayRunText(draft) : null,
  };
}

function unreadableRow({ id, name, reason, submission, changedAt }: UnreadableDraft): DraftRow {
  const jobId = submission && jobOf(submission);
  return {
    id,
    name: name ?? words.unreadable,
    isRead: false,
    kind: null,
    datasource: null,
    point: null,
    step: null,
    changedAt: changedAt === null ? null : instant(changedAt),
    status: { tone: 'unknown', text: words.status[reason] },
    jobId,
    isOpen: false,
    mayRun: jobId !== null ? undefined : mayHaveStarted(id) ? mayRunText({}) : null,
  };
}

const jobOf = (sent: Submission): string | null => (sent.state === 'job' ? sent.jobId : null);

const TONES: Readonly<Record<Submission['state'], Tone>> = {
  none: 'waiting',
  refused: 'failed',
  notSent: 'waiting',
  preparing: 'running',
  sending: 'unknown',
  lost: 'unknown',
  accepted: 'running',
  mounted: 'done',
  job: 'done',
};

/** What became of the request of a draft. */
export function draftStatusOf({
  submission,
  earlier,
  choices,
}: Pick<Draft, 'submission' | 'earlier' | 'choices'>): DraftRow['status'] {
  const { state } = submission;
  if (earlier !== undefined && !isSent(submission)) {
    return { tone: 'unknown', text: words.status.earlier };
  }
  const tone = TONES[state];
  if (state === 'refused') {
    return { tone, text: words.status.refused(serviceOf(datasourceIn(choices))) };
  }
  return { tone, text: words.status[state === 'notSent' ? 'none' : state] };
}

/** By the names of the fields alone: what the fields are besides is the wizard's, and heavy. */
function kindOf(draft: Draft): string | null {
  const { kinds } = words;
  if (draft.task !== undefined) return kinds[draft.task];
  const datasource = datasourceIn(sentChoicesOf(draft));
  if (datasource === 'azure-disk') return kinds.newDisk;
  const chosen = sentText(draft, datasource === 'commvault-vm' ? 'cv' : 'option') ?? '';
  return Object.entries(kinds).find(([kind]) => kind === chosen)?.[1] ?? null;
}

function pointOf(draft: Draft): DraftPoint | null {
  const name = sentText(draft, 'point');
  const instance = sentText(draft, 'instance');
  if (name === null || instance === null) return null;
  const shown = draft.reviewed?.chosen.find(([label]) => label === wizard.point.label)?.[1] ?? null;
  return { instance, name, shown };
}

/** Where the person was last. A draft of before tells the steps that were left, or what is selected. */
function stepOf({ at, visited, submission, choices }: Draft): string {
  if (isSent(submission)) return LAST_STEP;
  return at ?? visited?.at(-1) ?? (choices.instance === null ? FIRST_STEP : 'restore-point');
}
