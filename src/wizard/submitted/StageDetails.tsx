import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import type { Attempt, Operation } from '#src/wizard/draft/submission.ts';
import { LostSearch } from '#src/wizard/submitted/LostSearch.tsx';
import { OnItsWay } from '#src/wizard/submitted/OnItsWay.tsx';
import { UnseenSearch } from '#src/wizard/submitted/UnseenSearch.tsx';
import { WaitsForJob } from '#src/wizard/submitted/WaitsForJob.tsx';

export interface SubmissionProps {
  readonly draft: Draft;
  readonly onJob: (jobId: string) => void;
  /** The look for the job of a press. */
  readonly searchFor: (attempt: Attempt) => LostSearchQuery;
  /** What is shown while Azure makes the job. */
  readonly renderAccepted: (operation: Operation) => ReactNode;
}

export interface StageDetailsProps extends SubmissionProps {
  /** No tab sends the draft any more. */
  readonly isSenderGone: boolean;
}

/** What goes on with the clock at a stage, what is looked for, and what can be done. */
export function StageDetails(props: StageDetailsProps) {
  const { draft, searchFor, renderAccepted, onJob, isSenderGone } = props;
  const { id, submission: sent } = draft;
  switch (sent.state) {
    case 'sending':
      return isSenderGone ? (
        <LostSearch draftId={id} attempt={sent} search={searchFor(sent)} />
      ) : (
        <OnItsWay draftId={id} attempt={sent} search={searchFor(sent)} />
      );
    case 'accepted':
      return sent.operation === null ? (
        <UnseenSearch draftId={id} attempt={sent} search={searchFor(sent)} />
      ) : (
        <WaitsForJob draftId={id} attempt={sent} search={searchFor(sent)}>
          {renderAccepted(sent.operation)}
        </WaitsForJob>
      );
    case 'lost':
      return <LostSearch draftId={id} attempt={sent} search={searchFor(sent)} />;
    case 'job':
      return (
        <Button appearance="primary" onClick={() => onJob(sent.jobId)}>
          {submission.done.open}
        </Button>
      );
    case 'preparing':
    case 'none':
    case 'refused':
    case 'notSent':
      return null;
  }
}
