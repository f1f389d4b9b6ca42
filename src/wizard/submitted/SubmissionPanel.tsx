import { useIsMutating, useQuery } from '@tanstack/react-query';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { closedEarly } from '#src/wizard/submit/send.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import { SentFacts, type SentPlan } from '#src/wizard/submitted/SentFacts.tsx';
import { stageOf } from '#src/wizard/submitted/stage-of.ts';
import { Stage } from '#src/wizard/submitted/Stage.tsx';
import { StageDetails, type SubmissionProps } from '#src/wizard/submitted/StageDetails.tsx';

export interface SubmissionPanelProps extends SubmissionProps {
  /** What was sent, in words; null while what it is made of is being read. */
  readonly plan: SentPlan | null;
}

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({ plan, ...props }: SubmissionPanelProps) {
  const { submission } = props.draft;
  const isSenderGone = useIsSenderGone(props.draft);
  const stage = stageOf(submission, isSenderGone);
  if (stage === null) return null;
  const attempt = attemptOf(submission);
  return (
    <Stage {...stage}>
      {attempt !== null && <SentFacts plan={plan} attempt={attempt} />}
      <StageDetails {...props} isSenderGone={isSenderGone} />
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
