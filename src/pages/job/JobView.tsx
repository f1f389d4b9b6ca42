import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import { JobErrors } from '#src/pages/job/JobErrors.tsx';
import { JobProgress } from '#src/pages/job/JobProgress.tsx';
import { JobProperties } from '#src/pages/job/JobProperties.tsx';
import { JobTasks } from '#src/pages/job/JobTasks.tsx';
import { pages } from '#src/strings/pages.ts';

const words = pages.job;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'stretch',
    flex: '1 1 auto',
    '@media (max-width: 1023px)': { flexDirection: 'column' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flex: '1 1 auto',
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

export interface JobViewProps {
  readonly job: JobDetails;
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
}

/** How a job stands, its sub-tasks, and what it is about. */
export function JobView({ job, stale }: JobViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.main}>
        {stale !== null && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.stale(stale)}</MessageBarBody>
          </MessageBar>
        )}
        <JobProgress job={job} />
        {!isTerminal(job.status) && (
          <MessageBar>
            <MessageBarBody>{words.close}</MessageBarBody>
          </MessageBar>
        )}
        {job.errors.length > 0 && <JobErrors errors={job.errors} />}
        <JobTasks tasks={job.tasks} />
      </div>
      <JobProperties job={job} />
    </div>
  );
}
