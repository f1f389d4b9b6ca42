import { serviceOf } from '#src/datasources/registry.ts';
import { type Attempt, attemptOf } from '#src/wizard/draft/schema.ts';
import { Elapsed } from '#src/wizard/submitted/Elapsed.tsx';
import { Stage } from '#src/wizard/submitted/Stage.tsx';
import { stageOf } from '#src/wizard/submitted/stage-of.ts';
import { useIsSenderGone } from '#src/wizard/submitted/use-sender-gone.ts';
import { StageDetails, type SubmissionProps } from '#src/wizard/submitted/StageDetails.tsx';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import type { ReactNode } from 'react';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { submission as submissionWords } from '#src/strings/submission.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

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
    [
      words.pressed,
      attempt.clock === undefined ? common.byComputer(dateTimeText(sentAt)) : dateTimeText(sentAt),
    ],
    [words.elapsed, <Elapsed key="elapsed" since={sentAt} />],
  ];
  return (
    <section aria-label={words.title}>
      <KeyFacts facts={facts} />
      <CopyText label={words.request} text={attempt.clientRequestId} />
    </section>
  );
}
