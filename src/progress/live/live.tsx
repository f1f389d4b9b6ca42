import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { pastJobsQuery } from '#src/api/queries/job-lists.ts';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import { allowanceNamed, allowanceOf, onJobReads } from '#src/api/recovery-services/job-reads.ts';
import { timeText } from '#src/lib/format.ts';
import { refusedUntil } from '#src/lib/poll-schedule.ts';
import { invariant } from '#src/lib/result.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Observations } from '#src/progress/observe.ts';
import type { PastRestore } from '#src/progress/past.ts';
import { type Progress, type ProgressFacts, progressOf } from '#src/progress/progress.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { useNow } from '#src/ui/hooks.ts';

/** How often a job is read. */
const READ_EVERY_MS = 15_000;

/**
 * The moment that a job is judged at: its latest read, and while no other comes the moments at which one was
 * due. So places that look at the clock at different times show the same.
 */
export function jobMoment(observations: Observations | null, now: Instant): Instant {
  if (observations === null) return now;
  const { at } = observations.latest;
  return instant(at + Math.max(0, Math.floor((now - at) / READ_EVERY_MS)) * READ_EVERY_MS);
}

/** Between two looks at the clock: times left go on without a read. */
const EVERY_MS = 5000;

/** A job at a moment, by all its reads and by past jobs. */
export interface JobAtMoment {
  readonly job: JobDetails;
  readonly progress: Progress;
  /** What its progress was taken from. */
  readonly facts: ProgressFacts;
  readonly at: Instant;
}

/** `follow`: keeps reading the jobs. `listen`: takes what others read. */
type JobReads = 'follow' | 'listen';

/**
 * Jobs at this moment: null for one that couldn't be read, undefined while no read has come. All that
 * show the same job share its reads, the past jobs that it is compared with, and the moment.
 */
export function useJobsNow(
  ids: readonly ResourceId[],
  reads: JobReads,
): readonly (JobAtMoment | null | undefined)[] {
  const enabled = reads === 'follow';
  const jobs = useQueries({ queries: ids.map((id) => ({ ...jobQuery(id), enabled })) });
  const now = useReadJobsNow(
    ids,
    jobs.map(({ data }) => data),
  );
  return jobs.map(({ error }, index) => now[index] ?? (error === null ? undefined : null));
}

/** The same of one job. */
export function useJobNow(id: ResourceId, reads: JobReads): JobAtMoment | null | undefined {
  return useJobsNow([id], reads)[0];
}

/** One job that was read, at this moment. */
export function useProgressNow(id: ResourceId, job: JobDetails): JobAtMoment {
  const [now] = useReadJobsNow([id], [job]);
  invariant(now, 'a job that was read has its progress');
  return now;
}

/** The same of several; undefined for one that wasn't read. */
function useReadJobsNow(
  ids: readonly ResourceId[],
  jobs: readonly (JobDetails | undefined)[],
): readonly (JobAtMoment | undefined)[] {
  const seen = useQueries({ queries: ids.map((id) => seenJobQuery(id)) });
  const past = useQueries({ queries: ids.map((id, index) => pastJobsQuery(id, jobs[index])) });
  const now = useNow(EVERY_MS);
  return jobs.map((job, index) => {
    if (job === undefined) return undefined;
    const observations = seen[index]?.data?.observations ?? null;
    const at = jobMoment(observations, now);
    const facts = { observations, past: pastIn(past[index]), sizeBytes: null };
    return { job, progress: progressOf(job, facts, at), facts, at };
  });
}

/** Past jobs that were read, none where no read is wanted; null: on their way, or not to be had. */
function pastIn(query: UseQueryResult<readonly PastRestore[]> | undefined) {
  if (query === undefined || (query.isPending && query.fetchStatus === 'idle')) return [];
  return query.data ?? null;
}

/** The last end of what Azure asked to wait for at a moment, of all that these jobs are read by; null: nothing is held. */
function heldUntil(ids: readonly ResourceId[], at: Instant): number | null {
  const names = new Set(ids.flatMap((id) => allowanceOf(id) ?? []));
  const ends = [...names].flatMap((name) => refusedUntil(allowanceNamed(name), at) ?? []);
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Until when jobs aren't read by themselves, because Azure asked to wait; nothing while they are. */
export function HeldReads({ ids }: { readonly ids: readonly ResourceId[] }) {
  const at = useNow(EVERY_MS);
  const until = useSyncExternalStore(onJobReads, () => heldUntil(ids, at));
  return (
    <span role="status">{until !== null && pages.job.readsHeld(timeText(instant(until)))}</span>
  );
}

const OWN_COLORS = '@media (forced-colors: active)';

const useBarStyles = makeStyles({
  // With an edge around it the empty part is seen as well, and it is tall enough for the edge.
  track: {
    width: '100%',
    height: '4px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    [OWN_COLORS]: {
      boxSizing: 'border-box',
      height: '10px',
      border: '1px solid CanvasText',
      backgroundColor: 'Canvas',
    },
  },
  // The line at its end is seen even where a person has chosen one color for both parts.
  filled: {
    height: '100%',
    borderRadius: 'inherit',
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: 'width',
    transitionDuration: tokens.durationSlow,
    [OWN_COLORS]: {
      boxSizing: 'border-box',
      borderRight: '2px solid CanvasText',
      backgroundColor: 'Highlight',
    },
  },
  // Dashes instead of a line: a stalled job is recognizable without any color.
  stalled: {
    backgroundColor: 'transparent',
    backgroundImage: `repeating-linear-gradient(90deg, ${tokens.colorStatusWarningForeground1} 0 6px, transparent 6px 10px)`,
    [OWN_COLORS]: {
      backgroundColor: 'Canvas',
      // Text and page differ most of what a person has chosen.
      backgroundImage: 'repeating-linear-gradient(90deg, CanvasText 0 6px, Canvas 6px 10px)',
      // Else the browser leaves gradients out.
      forcedColorAdjust: 'none',
    },
  },
});

interface JobProgressBarProps {
  /** What is measured, for screen readers. */
  readonly label: string;
  /** From 0 to 100. */
  readonly percent: number;
  /** The job makes no progress. */
  readonly isStalled: boolean;
  readonly className?: string;
}

/** How far a job is: a line while it goes on, dashes while it makes no progress. */
export function JobProgressBar({ label, percent, isStalled, className }: JobProgressBarProps) {
  const styles = useBarStyles();
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={percent / 100}
      aria-valuetext={pages.job.percent(percent)}
      className={mergeClasses(styles.track, className)}
    >
      <div
        className={mergeClasses(styles.filled, isStalled && styles.stalled)}
        style={{ width: `${String(percent)}%` }}
      />
    </div>
  );
}

const useRowStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    whiteSpace: 'nowrap',
  },
});

interface RowProgressProps {
  /** What is measured, for screen readers. */
  readonly label: string;
  readonly progress: Pick<Progress, 'percent' | 'stall'>;
  /** The width of the bar. */
  readonly className: string;
}

/** How far a job is, in a row of a table: the bar and the figure. */
export function RowProgress({ label, progress: { percent, stall }, className }: RowProgressProps) {
  const styles = useRowStyles();
  if (percent === null) return common.absence.notReported;
  return (
    <span className={styles.root}>
      <JobProgressBar
        className={className}
        label={label}
        percent={percent.value}
        isStalled={stall !== null}
      />
      {pages.job.percent(percent.value)}
    </span>
  );
}
