import { makeStyles, tokens } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { gib } from '#src/lib/bytes.ts';
import { timeText } from '#src/lib/format.ts';
import { isTerminal, type Job, propertyOf, secondaryJobOf } from '#src/model/jobs.ts';
import { clockText, leftText } from '#src/progress/live/progress-text.ts';
import { type JobAtMoment, RowProgress, useJobNow } from '#src/progress/live/live.tsx';
import { common } from '#src/strings/common.ts';
import { overview } from '#src/strings/overview.ts';
import { pages } from '#src/strings/pages.ts';
import { NameLink } from '#src/ui/links.tsx';
import { Status } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const words = overview.running;

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  bar: { width: '168px', maxWidth: '40vw' },
});

/** The cells of a row share one read of its job. */
interface CellProps {
  readonly job: Job;
}

/** What is restored to what, and how. */
export function RunningName({ job }: CellProps) {
  const styles = useStyles();
  const details = useRunning(job)?.job;
  const target = details && propertyOf(details, 'Target VM Name');
  const kind = details?.restoreKind ?? null;
  // Not every service's lists name what is restored.
  const name = details?.itemName ?? job.itemName;
  return (
    <TwoLines
      first={
        <NameLink className={styles.name} to="/jobs/$jobId" params={{ jobId: jobAddress(job.id) }}>
          {target ? words.toMachine(name, target) : name}
        </NameLink>
      }
      second={words.kindIn(
        kind === null ? words.kindUnknown : words.kind[kind],
        job.vaultName,
        secondaryJobOf(job.id)?.place.region ?? null,
      )}
    />
  );
}

/** How far it is. */
export function RunningProgress({ job }: CellProps) {
  const styles = useStyles();
  const running = useRunning(job);
  if (!running) return unread(running);
  const { status, ownWord } = running.job;
  if (isTerminal(status)) return ownWord ?? pages.jobStatus[status];
  return (
    <RowProgress
      className={styles.bar}
      label={words.progressOf(job.itemName)}
      progress={running.progress}
    />
  );
}

/** How many of its bytes are there. */
export function RunningTransfer({ job }: CellProps) {
  const running = useRunning(job);
  if (!running) return unread(running);
  const { bytes } = running.progress;
  return bytes === null
    ? common.notReported
    : pages.job.bytesOf(gib(bytes.transferred), gib(bytes.total));
}

/** In what time it will be ready, or since when it stands still. */
export function RunningReady({ job }: CellProps) {
  const running = useRunning(job);
  if (!running) return unread(running);
  const { progress, at } = running;
  const { eta, stall } = progress;
  if (isTerminal(running.job.status)) return null;
  if (stall !== null) {
    return (
      <TwoLines
        first={<Status tone="warning">{words.noProgress(timeText(stall.since))}</Status>}
        second={words.watched}
      />
    );
  }
  if (eta.kind === 'unknown') return leftText(eta);
  return <TwoLines first={leftText(eta)} second={words.clockTime(clockText(eta, at))} />;
}

const useRunning = ({ id }: Job): JobAtMoment | null | undefined => useJobNow(id, 'follow');

/** Nothing while it is read for the first time. */
const unread = (running: null | undefined): string | null =>
  running === null ? common.notRead : null;
