import { makeStyles } from '@fluentui/react-components';
import { gib } from '#src/lib/bytes.ts';
import { timeText } from '#src/lib/format.ts';
import type { Job } from '#src/model/jobs.ts';
import { leftText } from '#src/progress/live/progress-text.ts';
import { type JobAtMoment, RowProgress, useJobNow } from '#src/progress/live/live.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { stalled } from '#src/strings/progress.ts';
import { JobStatusBadge } from '#src/ui/Status.tsx';

const words = pages.jobs;

const useStyles = makeStyles({
  bar: { width: '72px' },
});

interface CellProps {
  /** Not over, as far as the list knows. */
  readonly job: Job;
}

/** The state of a job that ran when the list was read: the job itself may know better. */
export function RunningStatus({ job }: CellProps) {
  const read = useJobNow(job.id, 'listen')?.job ?? job;
  const { status, statusWord, ownWord } = read.status === 'inProgress' ? job : read;
  return <JobStatusBadge status={status} word={statusWord} own={ownWord} />;
}

/** How far a running job is, read from the job itself: lists do not hold it. */
export function RunningJobProgress({ job }: CellProps) {
  const styles = useStyles();
  const running = useRunning(job);
  if (running === null) return null;
  if (running === undefined) return common.notRead;
  return (
    <RowProgress
      className={styles.bar}
      label={words.progressOf(job.itemName)}
      progress={running.progress}
    />
  );
}

/** How much longer a running job takes, or since when it stands. */
export function RunningTimeLeft({ job }: CellProps) {
  const running = useRunning(job);
  if (running === null) return null;
  if (running === undefined) return common.notRead;
  const { operation } = running.job;
  const { stall, eta } = running.progress;
  // Only restores are compared with past ones.
  const left =
    eta.kind === 'range' || /restore/i.test(operation) ? leftText(eta) : common.notReported;
  return stall === null ? left : stalled.title(timeText(stall.since));
}

/** How much of the bytes of a running restore is there. */
export function RunningBytes({ job }: CellProps) {
  const running = useRunning(job);
  if (running === null || running?.job.restoreKind === null) return null;
  if (running === undefined) return common.notRead;
  const { bytes } = running.job;
  return bytes === null
    ? common.notReported
    : pages.job.bytesOf(gib(bytes.transferred), gib(bytes.total));
}

/** The job as it runs; null when it does not, undefined when it was not read. */
function useRunning(job: Job): JobAtMoment | null | undefined {
  const now = useJobNow(job.id, 'listen') ?? undefined;
  if (job.status !== 'inProgress') return null;
  return now !== undefined && now.job.status !== 'inProgress' ? null : now;
}
