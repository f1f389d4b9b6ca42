import { makeStyles } from '@fluentui/react-components';
import type { JobStatus, TaskStatus } from '#src/model/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const JOB_TONES: Readonly<Record<JobStatus, Tone>> = {
  inProgress: 'running',
  completed: 'done',
  completedWithWarnings: 'warning',
  failed: 'failed',
  cancelling: 'running',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

const TASK_TONES: Readonly<Record<TaskStatus, Tone>> = {
  notStarted: 'waiting',
  inProgress: 'running',
  completed: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

const useStyles = makeStyles({
  // A table breaks the long names of things anywhere; a state is one word, and stays it where there is room.
  word: { '@media (min-width: 640px)': { overflowWrap: 'normal' } },
});

export interface JobStatusBadgeProps {
  readonly status: JobStatus;
  /** Azure's own word, shown if the status is an unrecognized one. */
  readonly word?: string | null;
  /** The service's word, shown in place of ours. */
  readonly own?: string | undefined;
}

/** The state of a job. */
export function JobStatusBadge({ status, word, own }: JobStatusBadgeProps) {
  const text = own ?? ((status === 'unknown' && word) || pages.jobStatus[status]);
  return <Status tone={JOB_TONES[status]}>{text}</Status>;
}

export interface TaskStatusBadgeProps {
  readonly status: TaskStatus;
  /** The service's word, shown in place of ours. */
  readonly own?: string | undefined;
}

/** The state of a job's subtask. */
export function TaskStatusBadge({ status, own }: TaskStatusBadgeProps) {
  const styles = useStyles();
  return (
    <Status tone={TASK_TONES[status]}>
      <span className={styles.word}>{own ?? pages.taskStatus[status]}</span>
    </Status>
  );
}
