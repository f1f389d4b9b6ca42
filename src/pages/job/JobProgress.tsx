import { makeStyles, tokens } from '@fluentui/react-components';
import { timeText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { Percent } from '#src/progress/progress.ts';
import type { Phase } from '#src/progress/phases.ts';
import { JobAnswer } from '#src/pages/job/JobAnswer.tsx';
import { JobStall } from '#src/pages/job/JobStall.tsx';
import type { JobOfPage } from '#src/pages/job/use-job.ts';
import { pages } from '#src/strings/pages.ts';
import { progress as figures } from '#src/strings/progress.ts';
import { JobProgressBar } from '#src/progress/live/live.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { basesText, clockText, setbackLine } from '#src/progress/live/progress-text.ts';

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
});

interface JobProgressProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

/** How far a running job is, each figure named as not reported where it is not. */
export function JobProgress({ job, now }: JobProgressProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { progress, at, service } = now;
  const { percent, phase, eta, stall, setback } = progress;
  const notes = [
    eta.kind === 'unknown'
      ? null
      : [words.clockTime(clockText(eta, at)), basesText(service, progress) ?? ''].join(' '),
    percentNote(percent, service),
    phaseNote(service, job, phase),
    setback === null ? null : setbackLine(service, setback),
  ].filter((note) => note !== null);
  return (
    <section aria-label={words.progress} className={styles.root}>
      <div className={styles.head}>
        {percent !== null && <span className={styles.percent}>{words.percent(percent.value)}</span>}
        <span>
          {job.status === 'inProgress'
            ? (phase?.name ?? job.ownWord)
            : (job.ownWord ?? pages.jobStatus[job.status])}
        </span>
      </div>
      {percent !== null && (
        <JobProgressBar label={words.progress} percent={percent.value} isStalled={stall !== null} />
      )}
      <JobAnswer job={job} now={now} />
      {notes.map((note) => (
        <span key={note} className={shared.second}>
          {note}
        </span>
      ))}
      {stall !== null && <JobStall stall={stall} service={service} />}
    </section>
  );
}

function percentNote(percent: Percent | null, service: string): string | null {
  if (percent === null) return words.noPercent(service);
  return percent.isCurrent
    ? null
    : figures.percentAsOf(service, words.percent(percent.value), timeText(percent.at));
}

/** Why there are no bytes of the subtask in progress. */
function phaseNote(
  service: string,
  { restoreKind }: JobDetails,
  phase: Phase | null,
): string | null {
  if (restoreKind === null || phase === null) return null;
  if (phase.bytes === 'none') return figures.phase.noBytes;
  return phase.bytes === 'notReported' ? figures.phase.bytesNotReported(service) : null;
}
