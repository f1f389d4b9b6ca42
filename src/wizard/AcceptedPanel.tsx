import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { operationQuery } from '#src/api/queries/restores.ts';
import { submission } from '#src/strings/submission.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Submission } from '#src/wizard/draft/schema.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
  },
});

export interface AcceptedPanelProps {
  readonly operation: Extract<Submission, { state: 'accepted' }>['operation'];
}

/** While Azure makes the job of a machine's restore. */
export function AcceptedPanel({ operation }: AcceptedPanelProps) {
  const { error, refetch } = useQuery(operationQuery(operation));
  return <AcceptedState error={error} onRetry={() => void refetch()} />;
}

export interface AcceptedStateProps {
  /** What went wrong as the operation was asked about; null: nothing. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** While Azure makes the job. What follows accepted restores on every page hands over to the job. */
export function AcceptedState({ error, onRetry }: AcceptedStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <Status tone="running">{submission.accepted.title}</Status>
      <span>{submission.accepted.body}</span>
      <span>{submission.safeToClose}</span>
      {error !== null && (
        <ProblemState
          problem={problemOf(error)}
          what={submission.accepted.what}
          onRetry={onRetry}
        />
      )}
    </div>
  );
}
