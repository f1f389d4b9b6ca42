import { Button, Checkbox } from '@fluentui/react-components';
import { type ReactNode, use } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { serviceOf } from '#src/datasources/registry.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { withCode } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { SignInAgain, SignInContext, TryAgain } from '#src/ui/states.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { earlierText, requestWords } from '#src/wizard/draft/draft-text.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';
import {
  type BegunRestore,
  type DecidedWithout,
  type Draft,
  type HeldBack,
  isSent,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { madeGroupsOf } from '#src/wizard/draft/sent.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import { ONCE_MORE, unreadTexts } from '#src/wizard/review/check.ts';
import { lookForEarlier } from '#src/wizard/submit/follow.ts';

/** Restores that might be running already, and whether the person confirmed one more. */
export interface OpenAttempts {
  readonly others: readonly Draft[];
  /** Restores in progress that Review had not shown, and that held the latest press back. */
  readonly begun: readonly BegunRestore[];
  readonly isMeant: boolean;
  readonly setMeant: (isMeant: boolean) => void;
  /** Why Restore is closed; null when it is not. */
  readonly reason: string | null;
}

interface ReviewNotesProps extends Omit<RefusalProps, 'draft'> {
  readonly draft: Draft;
  readonly open: OpenAttempts;
  /** Below the reason why the last press started nothing. */
  readonly children: ReactNode;
}

/**
 * What stands above Review: why the latest press started nothing, what an earlier one may have started, and what may run already.
 * It is loaded when Review opens, before anything can be pressed.
 */
export function ReviewNotes({ draft, open, children, ...press }: ReviewNotesProps) {
  return (
    <>
      <Refusal draft={draft} {...press} />
      {children}
      <EarlierNote draft={draft} />
      {open.others.length + open.begun.length > 0 && <SameTargetNote asking={draft} {...open} />}
    </>
  );
}

interface NoteWords {
  readonly title: string;
  readonly body: string;
}

function EarlierNote({ draft }: { readonly draft: Draft }) {
  const words = earlierWords(draft);
  if (words === null) return null;
  const { search } = requestWords(draft).earlier;
  return (
    <Notice
      intent="warning"
      title={words.title}
      actions={<Button onClick={() => lookForEarlier(draft.id)}>{search}</Button>}
    >
      {words.body}
    </Notice>
  );
}

/** What an earlier request of a draft may have done; null: none is open. */
export function earlierWords(
  draft: Pick<Draft, 'task' | 'earlier' | 'submission'>,
): NoteWords | null {
  const { earlier, submission: sent } = draft;
  if (earlier === undefined || isSent(sent)) return null;
  const { title, body, unlooked } = requestWords(draft).earlier;
  return {
    title: title(dateTimeText(instant(earlier.sentAt))),
    body: earlier.isUnlooked === true ? unlooked : body(earlier.notOurs?.length ?? 0),
  };
}

interface SameTargetProps extends OpenAttempts {
  readonly asking: Draft;
}

function SameTargetNote({ asking, others, begun, isMeant, setMeant }: SameTargetProps) {
  const { sameTarget: words } = requestWords(asking);
  const { title, body } = sameTargetWords(asking, others);
  return (
    <Notice intent="warning" title={title}>
      {body}{' '}
      {begun.map(({ id, machine, since }) => (
        <RouterLink key={id} to="/jobs/$jobId" params={{ jobId: jobAddress(resourceId(id)) }}>
          {submission.begunSince.job(machine, since === null ? null : dateTimeText(instant(since)))}
        </RouterLink>
      ))}
      {others.map((draft) => (
        <DraftLink key={draft.id} id={draft.id}>
          {words.open(nameOfDraft(draft) ?? draft.id)}
        </DraftLink>
      ))}
      <Checkbox
        id={ONCE_MORE}
        checked={isMeant}
        onChange={(_, { checked }) => setMeant(checked === true)}
        label={words.onceMore}
      />
    </Notice>
  );
}

/** The words for restores that may have the same target: other drafts come before those that started since. */
export const sameTargetWords = (asking: Pick<Draft, 'task'>, others: readonly Draft[]): NoteWords =>
  others.length > 0 ? requestWords(asking).sameTarget : submission.begunSince;

export type NothingStarted = Extract<Submission, { state: 'refused' | 'notSent' }>;

interface RefusalProps {
  readonly draft: Draft;
  /** Whether something holds Restore back, which says why beside its button. */
  readonly isHeld: boolean;
  /** Sends without what could not be read. */
  readonly onAnyway: (without: DecidedWithout) => void;
}

/** What held a press back that a person can go without. */
const UNREAD: Readonly<Partial<Record<HeldBack, DecidedWithout>>> = {
  jobsUnread: { withoutJobs: true, withoutUnread: true },
  jobsLate: { withoutJobs: true, withoutUnread: true },
  changesLate: { unchecked: true },
  othersUnread: { withoutUnread: true },
};

/** What a person decides by Restore anyway, with what they have decided before; null: it isn't offered. */
export function anywayOf(sent: NothingStarted): DecidedWithout | null {
  if (sent.state !== 'notSent' || sent.heldBack === undefined) return null;
  const without = UNREAD[sent.heldBack];
  return without === undefined ? null : { ...sent.without, ...without };
}

/** Why the latest press of Restore started nothing; nothing where that is not so. */
function Refusal({ draft, isHeld, onAnyway }: RefusalProps) {
  const sent = draft.submission;
  if (sent.state !== 'refused' && sent.state !== 'notSent') return null;
  const isSignedIn = use(SignInContext)?.isDoneSince(sent.signedOutAt) === true;
  const { title, lines } = refusalWords(sent, draft, isSignedIn);
  const text = lines.join(' ');
  if (isSignedIn) return <Notice title={title}>{text}</Notice>;
  const anyway = anywayOf(sent);
  return (
    <Notice
      intent="error"
      role="alert"
      layout="auto"
      title={title}
      actions={
        anyway !== null ? (
          <Button disabledFocusable={isHeld} onClick={() => onAnyway(anyway)}>
            {requestWords(draft).anyway}
          </Button>
        ) : sent.isSignedOut === true ? (
          <SignInAgain />
        ) : sent.way === 'token' ? (
          <TryAgain way={sent.way} />
        ) : undefined
      }
    >
      {text}
      {sent.requestId !== null && (
        <div>
          <CopyText label={common.requestId} text={sent.requestId} />
        </div>
      )}
    </Notice>
  );
}

/** Who refused, why, what is there now, and what to do. `isSignedIn`: again, since the sign-in was missing. */
export function refusalWords(
  sent: NothingStarted,
  draft: Draft,
  isSignedIn: boolean,
): { readonly title: string; readonly lines: readonly string[] } {
  if (isSignedIn) {
    return { title: common.signedInAgain, lines: afterwards(draft, submission.signedOut) };
  }
  const words = wordsOf(sent, draft);
  const before = sent.state === 'notSent' && !sent.isPrepared ? submission.notSent.notPrepared : '';
  const lines = [
    before,
    reasonIn(sent, draft),
    ...afterwards(draft, words),
    ...adviceOn(sent, draft),
  ];
  return { title: words.title, lines: lines.filter((line) => line !== '') };
}

/** Azure's own words, or this page's where it held the request back. */
function reasonIn(sent: NothingStarted, { task }: Draft): string {
  if (sent.state !== 'notSent' || sent.heldBack === undefined)
    return textInSentence(withCode(sent.message, sent.code));
  const texts = {
    ...submission.heldBack,
    ...(task === 'recoverFiles' && submission.script.heldBack),
  };
  const unread = sent.unread ?? [];
  // What says that the jobs of the vault couldn't be read names the vault's list.
  const isOfJobs = sent.heldBack === 'jobsUnread' || sent.heldBack === 'jobsLate';
  const others = isOfJobs ? unread.filter(({ kind }) => kind !== 'vault') : unread;
  return [texts[sent.heldBack], ...unreadTexts(others)].join(' ');
}

/** What to do about a refusal: by its code where that tells more, else by what can be done at all. */
function adviceOn({ code, way }: NothingStarted, draft: Draft): string[] {
  const { press, wayOn } = requestWords(draft);
  const known = Object.entries(submission.refusedByAzure.advice);
  const byCode = known.flatMap(([one, advice]) => (one === code ? [advice(press)] : []));
  return byCode.length > 0 || way === undefined ? byCode : [wayOn[way]];
}

/** What is there now: nothing was started only where nothing left and no earlier request may have arrived. */
function afterwards(draft: Draft, { body, kept }: StateWords): string[] {
  const { stays, mayStay } = submission.groupMade;
  const made = madeGroupsOf(draft).map(({ name, at, isSure }) =>
    (isSure ? stays : mayStay)(name, at === null ? null : dateTimeText(instant(at))),
  );
  const open = earlierText(draft);
  const { submission: sent } = draft;
  if (sent.state !== 'refused') return [...made, ...(open === null ? [body] : [open, kept])];
  return [...made, lookedText(sent, draft), open ?? '', kept];
}

/** What was looked at since a request was refused; empty for one of before, until its page has looked. */
function lookedText(sent: Extract<Submission, { state: 'refused' }>, draft: Draft): string {
  const { lookedAt, notLooked } = requestWords(draft).refusal;
  if (sent.lookedAt !== undefined) return lookedAt(timeText(instant(sent.lookedAt)));
  return sent.attempt === undefined ? '' : notLooked;
}

/** The title, what is so where nothing left, and what stays. */
type StateWords = Readonly<
  Record<'title' | 'body' | keyof Pick<typeof submission.notSent, 'kept'>, string>
>;

function wordsOf(sent: NothingStarted, draft: Draft): StateWords {
  if (sent.isSignedOut === true) return submission.signedOut;
  const { refusedByAzure, notSent } = requestWords(draft);
  if (sent.state === 'notSent') return notSent;
  const { title, kept } = refusedByAzure;
  return { title: title(serviceOf(datasourceIn(draft.choices))), body: '', kept };
}
