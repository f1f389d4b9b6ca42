import { makeStyles, tokens } from '@fluentui/react-components';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { canceling as words } from '#src/strings/progress.ts';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

interface CancelStateProps {
  readonly reasonId: string;
  /** The service that runs the job, by its name. */
  readonly service: string;
  /** Until when it can be canceled, or why it can't be. */
  readonly text: string;
  readonly job: JobDetails;
  readonly request: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: Error | null;
  };
}

/** Until when a job can be canceled or why it can't be, and the answer to a request to cancel it. */
export function CancelState({ reasonId, service, text, job, request }: CancelStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span id={reasonId}>{text}</span>{' '}
      <span role="status" aria-label={words.heading}>
        {isTerminal(job.status)
          ? ''
          : cancelRequestText(service, { ...request, failure: failureOf(request.error) })}
      </span>
    </div>
  );
}

const failureOf = (error: Error | null): CancelRequest['failure'] =>
  error && { message: problemOf(error).message, mayBeDone: mayBeDone(error) };

/** How far a request to cancel has come. */
export interface CancelRequest {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  /** Why it failed, and whether Azure may still have received it; null: it hasn't. */
  readonly failure: { readonly message: string; readonly mayBeDone: boolean } | null;
}

/** What came of a request to cancel a job that hasn't ended, by its last read. */
export function cancelRequestText(
  service: string,
  { isPending, isSuccess, failure }: CancelRequest,
): string {
  if (isPending) return words.asking;
  if (isSuccess) return words.asked(service);
  if (failure === null) return '';
  return failure.mayBeDone ? words.lost(service) : words.refused(failure.message);
}
