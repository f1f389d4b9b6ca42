import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { watchedJobQuery } from '#src/api/queries/overview.ts';
import { gib } from '#src/lib/bytes.ts';
import { now } from '#src/lib/clock.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { isTerminal, type Job, propertyOf } from '#src/model/job.ts';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { pages } from '#src/strings/pages.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { Status } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = overview.running;

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  progress: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  bar: { width: '168px', maxWidth: '40vw' },
});

/** The cells of a row share one read of its job. */
interface CellProps {
  readonly job: Job;
}

/** What is restored to what, and how. */
export function RunningName({ job }: CellProps) {
  const styles = useStyles();
  const details = useQuery(watchedJobQuery(job.id)).data?.job;
  const target = details && propertyOf(details, 'Target VM Name');
  const kind = details?.restoreKind ?? null;
  return (
    <TwoLines
      first={
        <RouterLink
          className={styles.name}
          to="/jobs/$jobId"
          params={{ jobId: jobAddress(job.id) }}
        >
          {target ? words.toMachine(job.itemName, target) : job.itemName}
        </RouterLink>
      }
      second={words.kindIn(kind === null ? words.kindUnknown : words.kind[kind], job.vaultName)}
    />
  );
}

/** How far it is. */
export function RunningProgress({ job }: CellProps) {
  const styles = useStyles();
  const { data: watched, error } = useQuery(watchedJobQuery(job.id));
  if (watched === undefined) return error === null ? null : common.notRead;
  const { percent, status } = watched.job;
  if (isTerminal(status)) return pages.jobStatus[status];
  if (percent === null) return common.notReported;
  return (
    <span className={styles.progress}>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        value={percent / 100}
        color={watched.stalledSince === null ? 'brand' : 'warning'}
        aria-label={words.progressOf(job.itemName)}
      />
      {pages.job.percent(percent)}
    </span>
  );
}

/** How many of its bytes are there; Azure reports them for new machines only. */
export function RunningTransfer({ job }: CellProps) {
  const { data: watched, error } = useQuery(watchedJobQuery(job.id));
  if (watched === undefined) return error === null ? null : common.notRead;
  const { bytes } = watched.job;
  return bytes === null
    ? common.notReported
    : pages.job.bytesOf(gib(bytes.transferred), gib(bytes.total));
}

/** When it will be ready by Azure's own estimate, or since when it stands still. */
export function RunningReady({ job }: CellProps) {
  const { data: watched, error } = useQuery(watchedJobQuery(job.id));
  if (watched === undefined) return error === null ? null : common.notRead;
  const { remainingMs, status } = watched.job;
  if (isTerminal(status)) return null;
  if (watched.stalledSince !== null) {
    return (
      <TwoLines
        first={<Status tone="warning">{words.noProgress(timeText(watched.stalledSince))}</Status>}
        second={words.watched}
      />
    );
  }
  if (remainingMs === null) return common.notReported;
  return (
    <TwoLines
      first={durationText(remainingMs)}
      second={words.clockTime(timeText(instant(now() + remainingMs)))}
    />
  );
}
