import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import { gib } from '#src/lib/bytes.ts';
import { timeText } from '#src/lib/format.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import { type Progress, progressByReads } from '#src/model/progress/progress.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { progress as told, stalled } from '#src/strings/progress.ts';
import { JobProgressBar } from '#src/ui/JobProgressBar.tsx';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { rangeText } from '#src/ui/progress-text.ts';
import { useNow } from '#src/ui/use-now.ts';

const words = pages.jobs;

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: { width: '72px' },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Times left go on without a read. */
const EVERY_MS = 15_000;

interface CellProps {
  /** Not over, as far as the list knows. */
  readonly job: Job;
}

/** The state of a job that ran when the list was read: the job itself may know better. */
export function RunningStatus({ job }: CellProps) {
  const details = useOwnRead(job);
  const isLater = details !== undefined && details.status !== 'inProgress';
  const { status, statusWord } = isLater ? details : job;
  return <JobStatusBadge status={status} word={statusWord} />;
}

/** How far a running job is, read from the job itself: lists do not hold it. */
export function RunningProgress({ job }: CellProps) {
  const styles = useStyles();
  const running = useRunning(job);
  if (running === null) return null;
  if (running === undefined) return common.notRead;
  const { percent, stall } = running.progress;
  if (percent === null) return common.notReported;
  return (
    <span className={styles.progress}>
      <JobProgressBar
        className={styles.bar}
        label={words.progressOf(job.itemName)}
        percent={percent.value}
        isStalled={stall !== null}
      />
      {pages.job.percent(percent.value)}
    </span>
  );
}

/** How much longer a running job takes, or since when it stands; and how much of its bytes is there. */
export function RunningTimeLeft({ job }: CellProps) {
  const styles = useStyles();
  const running = useRunning(job);
  if (running === null) return null;
  if (running === undefined) return common.notRead;
  const { bytes, restoreKind } = running.details;
  return (
    <>
      <div>{leftText(running.progress)}</div>
      {restoreKind !== null && (
        <div className={styles.second}>
          {bytes === null
            ? common.notReported
            : pages.job.bytesOf(gib(bytes.transferred), gib(bytes.total))}
        </div>
      )}
    </>
  );
}

/** In a row there is room for the time alone: the job's own page says what it is taken from. */
function leftText({ stall, eta }: Progress): string {
  if (stall !== null) return stalled.title(timeText(stall.since));
  if (eta.kind === 'range') return rangeText(eta);
  return eta.why === 'nothing' ? common.notReported : told.notKnown;
}

interface Running {
  readonly details: JobDetails;
  readonly progress: Progress;
}

/** What was last read of the job itself; rows in view are read by the page, not by their cells. */
function useOwnRead({ id }: Job): JobDetails | undefined {
  return useQuery({ ...jobQuery(id), enabled: false }).data;
}

/** How a job runs; null when it does not, undefined when it was not read. */
function useRunning(job: Job): Running | null | undefined {
  const details = useOwnRead(job);
  const { data: seen } = useQuery({ ...seenJobQuery(job.id), enabled: details !== undefined });
  const at = useNow(EVERY_MS);
  if (job.status !== 'inProgress') return null;
  if (details === undefined) return undefined;
  if (details.status !== 'inProgress') return null;
  return { details, progress: progressByReads(details, seen?.observations, at) };
}
