import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import {
  type AcceptedRestoreQuery,
  restoreMutationKey,
  senderGoneQuery,
} from '#src/api/queries/restores.ts';
import { durationText } from '#src/lib/format.ts';
import { LIMITS } from '#src/lib/limits.ts';
import type { Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { withCode } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useIsLate, useNow } from '#src/ui/hooks.ts';
import { ProblemState } from '#src/ui/states.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import {
  type Draft,
  isRefusedAnswer,
  type LostAnswer,
  type Submission,
} from '#src/wizard/draft/schema.ts';
import { callOff, closedEarly } from '#src/wizard/submit/under-way.ts';

/** How far a press of Restore has come, in words. */
export interface StageWords {
  readonly tone: 'running' | 'warning' | 'done';
  readonly title: string;
  readonly lines: readonly string[];
}

/** The stage to show for a submission; null if nothing was sent. One whose tab was closed might have arrived. */
export function stageOf(
  sent: Submission,
  isSenderGone: boolean,
  service: string,
): StageWords | null {
  switch (sent.state) {
    case 'preparing': {
      const { title, step } = submission.preparing;
      return { tone: 'running', title, lines: [step[sent.step]] };
    }
    case 'sending': {
      const { title, body } = submission.sending;
      return isSenderGone
        ? unknownOutcome(service)
        : { tone: 'running', title, lines: [body(service)] };
    }
    case 'accepted': {
      const { title, body, unseen } = submission.accepted;
      const known = sent.operation === null ? unseen(service) : body;
      return { tone: 'running', title, lines: [known, submission.safeToClose] };
    }
    case 'lost':
      return isRefusedAnswer(sent.answer)
        ? refusedStage(service, sent.answer)
        : unknownOutcome(service, sent.answer);
    case 'job':
      return { tone: 'done', title: submission.done.title, lines: [submission.done.body] };
    case 'mounted':
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}

function unknownOutcome(service: string, answer?: LostAnswer): StageWords {
  const { title, body, instead } = submission.noAnswer;
  const status = String(answer?.status ?? '');
  switch (answer?.kind) {
    case undefined:
      return { tone: 'warning', title, lines: [body(service)] };
    case 'error':
    case 'foreign':
      return { tone: 'warning', title, lines: [instead[answer.kind](service, status)] };
    default:
      return { tone: 'warning', title, lines: [instead.unreadable] };
  }
}

function refusedStage(service: string, { kind }: LostAnswer): StageWords {
  const { title, failed, body } = submission.refusal;
  return {
    tone: 'warning',
    title: kind === 'failure' ? failed(service) : title(service),
    lines: [body],
  };
}

/** What a service or something before it answered, in its words, with what support knows it by. */
export function AnswerFacts({ answer }: { readonly answer: LostAnswer }) {
  const { message, code, requestId } = answer;
  return (
    <>
      {message !== '' && <span>{textInSentence(withCode(message, code))}</span>}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
    </>
  );
}

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

interface StageProps extends StageWords {
  /** What changes with the clock, and what can be done: not read out. */
  readonly children: ReactNode;
}

/**
 * How far a press of Restore has come. One element from the press to the job: its heading, which takes
 * the focus of the button that is gone, keeps it. What is over in a moment is not read out.
 */
export function Stage({ tone, title, lines, children }: StageProps) {
  const styles = useStyles();
  const { column } = useCommonStyles();
  return (
    <div className={column}>
      <h2 className={styles.title} tabIndex={-1} data-arrival>
        <Status tone={tone}>{title}</Status>
      </h2>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <Spoken text={`${title}. ${lines.join(' ')}`} />
      {children}
    </div>
  );
}

/** Whether no tab sends the draft any more: answered, or its tab is gone. */
export function useIsSenderGone({ id, submission: { state } }: Draft): boolean {
  const isOnItsWay = useIsMutating({ mutationKey: restoreMutationKey(id) }) > 0;
  const { data } = useQuery({
    ...senderGoneQuery(id, closedEarly),
    enabled: state === 'preparing' || state === 'sending',
  });
  return !isOnItsWay && data === true;
}

interface AcceptedTroubleProps {
  readonly query: AcceptedRestoreQuery;
  /** What Restore Center reads, as in "Reading the state of the operation". */
  readonly what: string;
}

/** What goes wrong while an accepted request is under way; every page follows it to its end. */
export function AcceptedTrouble({ query, what }: AcceptedTroubleProps) {
  const { error, refetch } = useQuery(query);
  if (error === null) return null;
  return <ProblemState problem={problemOf(error)} what={what} onRetry={() => void refetch()} />;
}

const words = submission.preparing;

/**
 * What comes before a request can hang. Nothing that starts anything has left, so that a person can call the
 * press off, in whichever tab.
 */
export function CallOff({ draftId }: { readonly draftId: string }) {
  const isLate = useIsLate(LIMITS.lateMs);
  return (
    <>
      {/* There from the start, so that what comes into it is read out. */}
      <div role="status">{preparingText(isLate)}</div>
      {isLate && <Button onClick={() => callOff(draftId)}>{words.callOff}</Button>}
    </>
  );
}

/** What a preparation shows, which sends nothing that starts anything; null: nothing yet. */
export const preparingText = (isLate: boolean): string | null => (isLate ? words.late : null);

const EVERY_MS = 1000;

/** How long something takes so far. It changes every second, and is not read out. */
export function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{durationText(Math.max(0, useNow(EVERY_MS) - since))}</span>;
}
