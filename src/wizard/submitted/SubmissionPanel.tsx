import { useIsMutating, useQuery } from '@tanstack/react-query';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import { serviceOf } from '#src/datasources/registry.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { closedEarly } from '#src/wizard/submit/send.ts';
import { type Attempt, attemptOf } from '#src/wizard/draft/submission.ts';
import { stageOf, type StageWords } from '#src/wizard/submitted/stage-of.ts';
import { StageDetails, type SubmissionProps } from '#src/wizard/submitted/StageDetails.tsx';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status } from '#src/ui/Status.tsx';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { submission as submissionWords } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { useNow } from '#src/ui/use-now.ts';

const words = submissionWords.sentFacts;

export interface SubmissionPanelProps extends Omit<SubmissionProps, 'service'> {
  /** What was sent, in words; null while what it is made of is being read. */
  readonly plan: SentPlan | null;
}

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({ plan, ...props }: SubmissionPanelProps) {
  const { submission } = props.draft;
  const isSenderGone = useIsSenderGone(props.draft);
  const service = serviceOf(datasourceIn(props.draft.choices));
  const stage = stageOf(submission, isSenderGone, service);
  if (stage === null) return null;
  const attempt = attemptOf(submission);
  return (
    <Stage {...stage}>
      {attempt !== null && <SentFacts plan={plan} attempt={attempt} />}
      <StageDetails {...props} service={service} isSenderGone={isSenderGone} />
    </Stage>
  );
}

/** Whether no tab sends the draft any more: answered, or its tab is gone. */
function useIsSenderGone({ id, submission: { state } }: Draft): boolean {
  const isOnItsWay = useIsMutating({ mutationKey: restoreMutationKey(id) }) > 0;
  const { data } = useQuery({
    ...senderGoneQuery(id, closedEarly),
    enabled: state === 'preparing' || state === 'sending',
  });
  return !isOnItsWay && data === true;
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
function Stage({ tone, title, lines, children }: StageProps) {
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

/** What was sent, in words; empty texts while what it is made of is being read. */
interface SentPlan {
  /** The restore in one sentence. */
  readonly sentence: string;
  /** Where it goes. */
  readonly target: string;
}

interface SentFactsProps {
  readonly plan: SentPlan | null;
  readonly attempt: Attempt;
}

/** What stays in view from the press to the job: the plan, where it goes, its request, and how long it takes. */
function SentFacts({ plan, attempt }: SentFactsProps) {
  const sentAt = instant(attempt.sentAt);
  const facts: [string, ReactNode][] = [
    ...Object.entries(
      plan === null ? {} : { [words.plan]: plan.sentence, [words.target]: plan.target },
    ),
    [words.pressed, dateTimeText(sentAt)],
    [words.elapsed, <Elapsed key="elapsed" since={sentAt} />],
  ];
  return (
    <section aria-label={words.title}>
      <KeyFacts facts={facts} />
      <CopyText label={words.request} text={attempt.clientRequestId} />
    </section>
  );
}

const EVERY_MS = 1000;

/** It changes every second, and is not read out. */
function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{durationText(Math.max(0, useNow(EVERY_MS) - since))}</span>;
}
