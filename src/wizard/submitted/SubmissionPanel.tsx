import { Button } from '@fluentui/react-components';
import { useIsMutating, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type LostSearchQuery,
  restoreMutationKey,
  senderGoneQuery,
} from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt, Operation } from '#src/wizard/draft/submission.ts';
import { closedEarly } from '#src/wizard/submit/send.ts';
import { LostStage } from '#src/wizard/submitted/LostStage.tsx';
import { OnItsWay } from '#src/wizard/submitted/OnItsWay.tsx';
import { Stage } from '#src/wizard/submitted/Stage.tsx';
import { UnseenStage } from '#src/wizard/submitted/UnseenStage.tsx';
import { WaitsForJob } from '#src/wizard/submitted/WaitsForJob.tsx';

export interface SubmissionPanelProps {
  readonly draft: Draft;
  readonly onJob: (jobId: string) => void;
  /** The look for the job of a press. */
  readonly searchFor: (attempt: Attempt) => LostSearchQuery;
  /** What is shown while Azure makes the job. */
  readonly renderAccepted: (operation: Operation) => ReactNode;
}

/** What the wizard shows once Restore was pressed: where the one request has come to. */
export function SubmissionPanel({ draft, onJob, searchFor, renderAccepted }: SubmissionPanelProps) {
  const { id, submission: sent } = draft;
  const isSenderGone = useIsSenderGone(draft);
  switch (sent.state) {
    case 'preparing': {
      const { title, step } = submission.preparing;
      return <Stage tone="running" title={title} lines={[step[sent.step]]} />;
    }
    case 'sending':
      return isSenderGone ? (
        <LostStage draftId={id} attempt={sent} search={searchFor(sent)} />
      ) : (
        <OnItsWay draftId={id} attempt={sent} search={searchFor(sent)} />
      );
    case 'accepted':
      return sent.operation === null ? (
        <UnseenStage draftId={id} attempt={sent} search={searchFor(sent)} />
      ) : (
        <WaitsForJob draftId={id} attempt={sent} search={searchFor(sent)}>
          {renderAccepted(sent.operation)}
        </WaitsForJob>
      );
    case 'lost':
      return <LostStage draftId={id} attempt={sent} search={searchFor(sent)} />;
    case 'job': {
      const { title, body, open } = submission.done;
      return (
        <Stage tone="done" title={title} lines={[body]}>
          <Button appearance="primary" onClick={() => onJob(sent.jobId)}>
            {open}
          </Button>
        </Stage>
      );
    }
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
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
