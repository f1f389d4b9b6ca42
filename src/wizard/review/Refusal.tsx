import { Button } from '@fluentui/react-components';
import { use } from 'react';
import { serviceOf } from '#src/datasources/registry.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { withCode } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { SignInAgain, SignInContext, TryAgain } from '#src/ui/states.tsx';
import { earlierText } from '#src/wizard/draft/draft-text.ts';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';
import { madeGroupsOf } from '#src/wizard/draft/sent.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';

export type NothingStarted = Extract<Submission, { state: 'refused' | 'notSent' }>;

interface RefusalProps {
  readonly draft: Draft;
  /** Whether something holds Restore back, which says why beside its button. */
  readonly isHeld: boolean;
  /** Sends although the jobs of the vault could not be read. */
  readonly onWithoutJobs: () => void;
}

/** Why the latest press of Restore started nothing; nothing where that is not so. */
export function Refusal({ draft, isHeld, onWithoutJobs }: RefusalProps) {
  const sent = draft.submission;
  if (sent.state !== 'refused' && sent.state !== 'notSent') return null;
  const isSignedIn = use(SignInContext)?.isDoneSince(sent.signedOutAt) === true;
  const { title, lines } = refusalWords(sent, draft, isSignedIn);
  const text = lines.join(' ');
  if (isSignedIn) return <Notice title={title}>{text}</Notice>;
  const isUnread = sent.state === 'notSent' && sent.heldBack === 'jobsUnread';
  return (
    <Notice
      intent="error"
      role="alert"
      layout="auto"
      title={title}
      actions={
        isUnread ? (
          <Button disabledFocusable={isHeld} onClick={onWithoutJobs}>
            {submission.withoutJobs}
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
  const lines = [before, reasonIn(sent, draft), ...afterwards(draft, words), ...adviceOn(sent)];
  return { title: words.title, lines: lines.filter((line) => line !== '') };
}

/** Azure's own words, or this page's where it held the request back. */
function reasonIn(sent: NothingStarted, { task }: Draft): string {
  if (sent.state !== 'notSent' || sent.heldBack === undefined)
    return textInSentence(withCode(sent.message, sent.code));
  return task === 'recoverFiles' && sent.heldBack === 'sameTarget'
    ? submission.script.heldBack
    : submission.heldBack[sent.heldBack];
}

/** What to do about a refusal: by its code where that tells more, else by what can be done at all. */
function adviceOn({ code, way }: NothingStarted): string[] {
  const known = Object.entries(submission.refusedByAzure.advice);
  const byCode = known.flatMap(([one, advice]) => (one === code ? [advice] : []));
  return byCode.length > 0 || way === undefined ? byCode : [submission.wayOn[way]];
}

/** What is there now: nothing was started only where no earlier request may have arrived. */
function afterwards(draft: Draft, { body, kept }: ReturnType<typeof wordsOf>): string[] {
  const { stays, mayStay } = submission.groupMade;
  const made = madeGroupsOf(draft).map(({ name, at, isSure }) =>
    (isSure ? stays : mayStay)(name, at === null ? null : dateTimeText(instant(at))),
  );
  const open = earlierText(draft);
  return [...made, ...(open === null ? [body] : [open, kept])];
}

function wordsOf(sent: NothingStarted, { task, choices }: Draft) {
  if (sent.isSignedOut === true) return submission.signedOut;
  const { refusedByAzure, notSent } = task === 'recoverFiles' ? submission.script : submission;
  if (sent.state === 'notSent') return notSent;
  const { title, body, kept } = refusedByAzure;
  return { title: title(serviceOf(datasourceIn(choices))), body, kept };
}
