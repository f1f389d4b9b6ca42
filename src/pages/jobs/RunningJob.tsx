import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { gib } from '#src/lib/bytes.ts';
import { durationText } from '#src/lib/format.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';

const words = pages.jobs;

const useStyles = makeStyles({
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: { width: '80px' },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** How far a running job is, read from the job itself: lists do not hold it. */
export function JobProgressCell({ job }: { readonly job: Job }) {
  const styles = useStyles();
  const details = useRunning(job);
  if (job.status !== 'inProgress') return null;
  if (details === undefined) return common.notRead;
  const { percent } = details;
  if (percent === null) return common.notReported;
  return (
    <span className={styles.progress}>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        value={percent / 100}
        aria-label={words.progressOf(job.itemName)}
      />
      {pages.job.percent(percent)}
    </span>
  );
}

/** How much longer a running job takes, and how much of its bytes is there. */
export function JobRemainingCell({ job }: { readonly job: Job }) {
  const styles = useStyles();
  const details = useRunning(job);
  if (job.status !== 'inProgress') return null;
  if (details === undefined) return common.notRead;
  const { remainingMs, bytes, restoreKind } = details;
  return (
    <>
      <div>{remainingMs === null ? common.notReported : durationText(remainingMs)}</div>
      {restoreKind === 'createVm' && (
        <div className={styles.second}>
          {bytes === null
            ? common.notReported
            : pages.job.bytesOf(gib(bytes.transferred), gib(bytes.total))}
        </div>
      )}
    </>
  );
}

/** The job itself, asked only while it runs. Both cells of a row share one read. */
function useRunning(job: Job): JobDetails | undefined {
  return useQuery({ ...jobQuery(job.id), enabled: job.status === 'inProgress' }).data;
}
