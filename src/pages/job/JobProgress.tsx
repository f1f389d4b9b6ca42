import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { now } from '#src/lib/clock.ts';
import { gib } from '#src/lib/bytes.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/job.ts';
import { pages } from '#src/strings/pages.ts';
import { common } from '#src/strings/common.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

const words = pages.job;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalM,
  },
  percent: {
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  basis: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/**
 * How far a job is: the percentage and the time that Azure reports, each named as not reported
 * where it is not. Changes are announced.
 */
export function JobProgress({ job }: { readonly job: JobDetails }) {
  const styles = useStyles();
  const isOver = isTerminal(job.status);
  const phase = job.tasks.find(({ status }) => status === 'inProgress')?.name ?? '';
  const percent = job.percent === null ? null : words.percent(job.percent);
  return (
    <section aria-label={words.progress} className={styles.root}>
      <div className={styles.head} role="status">
        {!isOver && percent !== null && <span className={styles.percent}>{percent}</span>}
        <span>{isOver ? pages.jobStatus[job.status] : phase}</span>
      </div>
      {!isOver && job.percent === null && <span className={styles.basis}>{words.noPercent}</span>}
      {!isOver && job.percent !== null && (
        <ProgressBar aria-label={words.progress} value={job.percent / 100} thickness="large" />
      )}
      <KeyFacts facts={isOver ? pastFacts(job) : runningFacts(job)} />
      {!isOver && job.remainingMs !== null && (
        <span className={styles.basis}>{words.readyBasis}</span>
      )}
    </section>
  );
}

function runningFacts(job: JobDetails): [string, string][] {
  const { remainingMs } = job;
  return [
    [words.readyIn, remainingMs === null ? common.notReported : durationText(remainingMs)],
    [
      words.clockTime,
      remainingMs === null ? common.notReported : timeText(instant(now() + remainingMs)),
    ],
    [words.elapsed, elapsed(job)],
    ...transferred(job),
  ];
}

/** Azure reports bytes for new machines only (document 000, Track the restore operation). */
function transferred({ restoreKind, bytes }: JobDetails): [string, string][] {
  if (restoreKind !== 'createVm') return [];
  return [
    [
      words.transferred,
      bytes === null ? common.notReported : words.bytesOf(gib(bytes.transferred), gib(bytes.total)),
    ],
  ];
}

function pastFacts(job: JobDetails): [string, string][] {
  return [[words.took, elapsed(job)], ...transferred(job)];
}

function elapsed({ durationMs }: JobDetails): string {
  return durationMs === null ? common.notReported : durationText(durationMs);
}
