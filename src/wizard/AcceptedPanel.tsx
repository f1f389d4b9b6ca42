import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemOf } from '#src/api/queries/problem.ts';
import { operationQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Submission } from '#src/wizard/draft/schema.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface AcceptedPanelProps {
  readonly view: DraftView;
  readonly operation: Extract<Submission, { state: 'accepted' }>['operation'];
}

/** While Azure makes the job: follows the operation, then hands over to the job. */
export function AcceptedPanel({ view, operation }: AcceptedPanelProps) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(operationQuery(operation));
  const { id } = view.draft;
  // Synchronises the stored draft with what Azure says of the operation.
  useEffect(() => operationEnded(id, data, error), [id, data, error]);
  return (
    <div className={styles.root} role="status">
      <Status tone="running">{submission.accepted.title}</Status>
      <span>{submission.accepted.body}</span>
      <span>{submission.safeToClose}</span>
      {error !== null && (
        <ProblemState
          problem={problemOf(error)}
          what={submission.accepted.what}
          onRetry={() => void refetch()}
        />
      )}
    </div>
  );
}
