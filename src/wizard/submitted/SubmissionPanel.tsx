import { useIsMutating, useQuery } from '@tanstack/react-query';
import { restoreMutationKey, senderGoneQuery } from '#src/api/queries/restores.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { closedEarly } from '#src/wizard/submit/send.ts';
import { stageOf } from '#src/wizard/submitted/stage-of.ts';
import { Stage } from '#src/wizard/submitted/Stage.tsx';
import { StageDetails, type SubmissionProps } from '#src/wizard/submitted/StageDetails.tsx';

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel(props: SubmissionProps) {
  const { submission } = props.draft;
  const isSenderGone = useIsSenderGone(props.draft);
  const stage = stageOf(submission, isSenderGone);
  if (stage === null) return null;
  return (
    <Stage {...stage}>
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
