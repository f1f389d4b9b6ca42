import { makeStyles, tokens } from '@fluentui/react-components';
import { gib } from '#src/lib/bytes.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { Percent } from '#src/progress/progress.ts';
import type { Phase } from '#src/progress/phase-list.ts';
import { JobStall } from '#src/pages/job/JobStall.tsx';
import type { JobNow } from '#src/pages/job/use-job.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { progress as figures } from '#src/strings/progress.ts';
import { JobProgressBar } from '#src/progress/live/JobProgressBar.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import {
  basesText,
  clockText,
  readyInText,
  setbackLine,
} from '#src/progress/live/progress-text.ts';

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
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface JobProgressProps {
  readonly job: JobDetails;
  readonly now: JobNow;
}

/** How far a running job is, each figure named as not reported where it is not. */
export function JobProgress({ job, now }: JobProgressProps) {
  const styles = useStyles();
  const { progress, service } = now;
  const { percent, phase, stall, setback } = progress;
  const basis = basesText(service, progress);
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
      <span className={styles.small}>{percentNote(percent, service)}</span>
      {percent !== null && (
        <JobProgressBar label={words.progress} percent={percent.value} isStalled={stall !== null} />
      )}
      <span className={styles.small}>{phaseNote(service, job, phase)}</span>
      {setback !== null && <span className={styles.small}>{setbackLine(service, setback)}</span>}
      <KeyFacts facts={facts(job, now)} />
      {basis !== null && <span className={styles.small}>{basis}</span>}
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

/** Why there are no bytes of the sub-task that runs. */
function phaseNote(
  service: string,
  { restoreKind }: JobDetails,
  phase: Phase | null,
): string | null {
  if (restoreKind === null || phase === null) return null;
  if (phase.bytes === 'none') return figures.phase.noBytes;
  return phase.bytes === 'notReported' ? figures.phase.bytesNotReported(service) : null;
}

function facts(job: JobDetails, { progress, at, service }: JobNow): [string, string][] {
  const { eta, ageMs } = progress;
  return [
    [words.readyIn, readyInText(service, eta)],
    ...(eta.kind === 'unknown' ? [] : [[words.clockTime, clockText(eta, at)] as [string, string]]),
    [words.elapsed, ageMs === null ? common.notReported : durationText(ageMs)],
    ...transferred(job),
  ];
}

/** How much of how much: a restore says so where Azure does not tell it; other jobs have none to tell. */
export function transferred({ restoreKind, bytes }: JobDetails): [string, string][] {
  if (bytes !== null)
    return [[words.transferred, words.bytesOf(gib(bytes.transferred), gib(bytes.total))]];
  return restoreKind === null ? [] : [[words.transferred, common.notReported]];
}
