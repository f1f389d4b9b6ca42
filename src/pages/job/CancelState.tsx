import { makeStyles, tokens } from '@fluentui/react-components';
import { problemOf } from '#src/api/queries/problem.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import type { Cancel } from '#src/model/progress/cancel.ts';
import { cancelText } from '#src/pages/job/cancel-text.ts';
import { cancelling as words } from '#src/strings/progress.ts';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

export interface CancelStateProps {
  readonly reasonId: string;
  readonly cancel: Cancel;
  readonly job: JobDetails;
  readonly asking: {
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: Error | null;
  };
}

/** Until when a job can be cancelled or why it cannot be, and what Azure said when it was asked. */
export function CancelState({ reasonId, cancel, job, asking }: CancelStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span id={reasonId}>{cancelText(cancel)}</span>{' '}
      <span role="status" aria-label={words.heading}>
        {isTerminal(job.status) ? '' : askedText(asking)}
      </span>
    </div>
  );
}

function askedText({ isPending, isSuccess, error }: CancelStateProps['asking']): string {
  if (isPending) return words.asking;
  if (isSuccess) return words.asked;
  if (error === null) return '';
  const { kind, message } = problemOf(error);
  return kind === 'lost' ? words.lost : words.refused(message);
}
