import { useQuery } from '@tanstack/react-query';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobCountsQuery, notableJobsQuery } from '#src/api/queries/overview.ts';
import { now } from '#src/lib/clock.ts';
import { durationText, timeText } from '#src/lib/format.ts';
import { isTerminal, type Job, secondaryJobOf } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { allCounts, allNotable, runningIn, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { clockRangeText, rangeText } from '#src/progress/live/progress-text.ts';
import {
  listedName,
  namesApart,
  outlineOfJob,
  placeOf,
  restoreNamed,
} from '#src/progress/live/restore-names.ts';
import type { ReadJob } from '#src/progress/live/running.ts';
import { jobs as jobWords } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { running as words } from '#src/strings/progress.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { NameLink } from '#src/ui/links.tsx';
import { Status } from '#src/ui/Status.tsx';
import { TwoLines } from '#src/ui/text.tsx';

/** The restores that run in any region and with any service, and what each place that shows them says alike. */

/** The list of jobs that holds them: it names those of other regions and services, and leads there. */
export const RUNNING = {
  operation: 'Restore',
  status: 'inProgress,cancelling',
  range: '7d',
} as const;

/** Restores as the lists have them, the newest first. */
export function useListedRestores() {
  const jobs = useQuery(notableJobsQuery());
  const elsewhere = useJobsElsewhere();
  const listed = allNotable(jobs.data ?? [], elsewhere, now()).filter(
    ({ status }) => !isTerminal(status),
  );
  return { jobs, elsewhere, listed };
}

/** The same, with how many run, also those of which a list has only a count. */
export function useRunningRestores() {
  const { jobs, elsewhere, listed } = useListedRestores();
  const counts = useQuery(jobCountsQuery()).data;
  const counted = counts === undefined ? 0 : runningIn(allCounts(counts, elsewhere));
  return { jobs, elsewhere, listed, all: Math.max(counted, listed.length) };
}

/** What each is called, apart from the others. */
export function titlesOf(shown: readonly Job[], reads: readonly ReadJob[]): readonly string[] {
  return namesApart(
    shown.map((job, index) => ({
      name: restoreNamed(
        reads[index]?.job.itemName ?? listedName(job),
        outlineOfJob(job.id, reads[index]?.job),
      ),
      startedAt: job.startedAt,
    })),
    words.started,
  );
}

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  wraps: { whiteSpace: 'normal', display: 'inline-block', textAlign: 'start' },
});

/** What wasn't read: a list below lacks it, too. */
export function UnreadLine({ text }: { readonly text: string }) {
  const styles = useStyles();
  useCaveat(text);
  return <p className={styles.line}>{text}</p>;
}

interface RestoreNameProps {
  readonly job: Job;
  readonly title: string;
  /** What it restores to; null: not known. */
  readonly outline: RestoreOutline | null;
  readonly hasVault: boolean;
  /** The name alone. */
  readonly isOneLine?: boolean;
  /** Its row is opened by Enter: the link is for the mouse, and for those who read by links. */
  readonly isInRow?: boolean;
}

/** What is restored to what, and how. */
export function RestoreName(props: RestoreNameProps) {
  const { job, title, outline, hasVault, isOneLine, isInRow } = props;
  const styles = useStyles();
  return (
    <TwoLines
      first={
        <NameLink
          className={styles.strong}
          tabIndex={isInRow === true ? -1 : undefined}
          to="/jobs/$jobId"
          params={{ jobId: jobAddress(job.id) }}
        >
          {title}
        </NameLink>
      }
      second={isOneLine === true ? undefined : kindText(job, outline, hasVault)}
    />
  );
}

/** How it is restored, by which vault or service, and in which region where that is the secondary one. */
export function kindText(job: Job, outline: RestoreOutline | null, hasVault: boolean): string {
  const kind = outline?.kind ?? null;
  return words.kindIn(
    kind === null ? words.kindUnknown : jobWords.kinds[kind],
    hasVault ? placeOf(job) : '',
    secondaryJobOf(job.id)?.place.region ?? null,
  );
}

/** Of a restore whose job isn't read yet: what its list says. */
export function unreadText({ status, ownWord, startedAt }: Job): string {
  const word = ownWord ?? pages.jobStatus[status];
  return startedAt === null ? word : words.statusFor(word, durationText(now() - startedAt));
}

/** At what time it will be ready, or since when it stands still. */
export function ReadyText({ job, progress: { eta, stall }, at }: JobAtMoment) {
  const styles = useStyles();
  if (isTerminal(job.status)) return null;
  const small = mergeClasses(styles.small, styles.wraps);
  if (stall !== null) {
    return (
      <span className={small}>
        <Status tone="warning">{words.noProgress(timeText(stall.since))}</Status>
      </span>
    );
  }
  if (eta.kind === 'unknown') return <span className={small}>{words.noEstimate}</span>;
  return <span title={rangeText(eta)}>{clockRangeText(eta, at)}</span>;
}
