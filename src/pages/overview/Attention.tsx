import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { Name } from '#src/ui/text.tsx';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { notableJobsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import { isRestore, isTerminal, type JobDetails, type JobWithErrors } from '#src/model/jobs.ts';
import { PartHeading } from '#src/pages/overview/parts.tsx';
import { allNotable, noneIn, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { useJobsNow } from '#src/progress/live/live.tsx';
import { namesApart, outlineOfJob, restoreNamed } from '#src/progress/live/restore-names.ts';
import { overview } from '#src/strings/overview.ts';
import { running } from '#src/strings/progress.ts';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { JobStatusBadge, Status } from '#src/ui/Status.tsx';
import { hasMachineSince } from '#src/wizard/next-steps/marks.ts';

const words = overview.attention;
const NARROW = '@media (max-width: 639px)';

/** Lines that are shown; the list of jobs has the others. */
const MOST = 5;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** What failed, ended with warnings or stands still: what happened, and where to see what to do. */
export function Attention() {
  const styles = useStyles();
  const jobs = useQuery(notableJobsQuery());
  const elsewhere = useJobsElsewhere();
  return (
    <section className={styles.root} aria-label={words.title}>
      <PartHeading title={words.title}>
        <RouterLink
          to="/jobs"
          search={{ status: 'failed,completedWithWarnings' }}
          aria-label={words.allFailed}
        >
          {words.all}
        </RouterLink>
      </PartHeading>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={2}>
        {(all) => (
          <AttentionLines
            jobs={allNotable(all, elsewhere, now())}
            none={noneIn(words, elsewhere)}
          />
        )}
      </Loaded>
    </section>
  );
}

interface AttentionLinesProps {
  readonly jobs: readonly JobWithErrors[];
  /** Shown where no line is. */
  readonly none: string;
}

function AttentionLines({ jobs, none }: AttentionLinesProps) {
  const styles = useStyles();
  const open = jobs.filter(({ status }) => !isTerminal(status)).slice(0, MOST);
  // The same reads as those of the running restores above.
  const watched = useJobsNow(
    open.map(({ id }) => id),
    'follow',
  );
  const stalled = open.flatMap((job, index) => {
    const since = watched[index]?.progress.stall?.since ?? null;
    return since === null ? [] : [{ job, since }];
  });
  const ended = jobs.filter(({ status }) => isTerminal(status)).slice(0, MOST - stalled.length);
  const shown = [...stalled.map(({ job }) => job), ...ended];
  // Not every service's lists name what a job is of, where it goes, or what went wrong.
  const reads = useQueries({
    queries: shown.map((job) => ({
      ...jobQuery(job.id),
      staleTime: Number.POSITIVE_INFINITY,
      enabled: isTerminal(job.status) && (job.errors.length === 0 || isRestore(job)),
    })),
  });
  const names = namesApart(
    shown.map(({ id, operation, itemName, startedAt }, index) => {
      const read = reads[index]?.data;
      const item = restoreNamed(read?.itemName ?? itemName, outlineOfJob(id, read));
      return { name: pages.jobs.jobOf(operation, item), startedAt };
    }),
    running.started,
  );
  if (stalled.length + ended.length === 0) return <p className={styles.line}>{none}</p>;
  return (
    <ul className={styles.list}>
      {shown.map((job, index) => {
        const since = stalled[index]?.since;
        const read = reads[index];
        return (
          <AttentionLine
            key={job.id}
            job={job}
            name={names[index] ?? job.itemName}
            read={read?.data}
            {...(since === undefined
              ? {
                  state: <JobStatusBadge status={job.status} own={job.ownWord} />,
                  happened: (
                    <ErrorLine errors={job.errors} data={read?.data} error={read?.error ?? null} />
                  ),
                }
              : {
                  state: <Status tone="warning">{words.stalled}</Status>,
                  happened: words.stalledSince(timeText(since)),
                })}
          />
        );
      })}
    </ul>
  );
}

const useLineStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '176px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: tokens.spacingVerticalXS,
      paddingBlock: tokens.spacingVerticalXS,
    },
  },
  words: { minWidth: 0 },
  // In one line: where it goes is read later than the rest, and nothing moves for it.
  name: {
    display: 'block',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  happened: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [NARROW]: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  button: { [NARROW]: { justifySelf: 'start' } },
});

interface AttentionLineProps {
  readonly job: JobWithErrors;
  /** Its operation, with what it is of and where it goes; where another line has the same, also when it started. */
  readonly name: string;
  /** The job itself; undefined: not read. */
  readonly read: JobDetails | undefined;
  /** How it stands. */
  readonly state: ReactNode;
  readonly happened: ReactNode;
}

/** One job to look at: how it stands, what happened in one line, and one button. */
function AttentionLine({ job, name, read, state, happened }: AttentionLineProps) {
  const styles = useLineStyles();
  const params = { jobId: jobAddress(job.id) };
  return (
    <li className={styles.root}>
      {state}
      <div className={styles.words}>
        <RouterLink className={styles.name} to="/jobs/$jobId" params={params}>
          {name}
        </RouterLink>
        <div className={styles.happened}>
          {happened}
          {read !== undefined && hasMachineSince(job.id) && (
            <Part what={words.built}>
              <BuiltSince job={read} />
            </Part>
          )}
        </div>
      </div>
      <RouterButton
        className={styles.button}
        size="small"
        to="/jobs/$jobId"
        params={params}
        aria-label={words.showWhatToDo(name)}
      >
        {words.show}
      </RouterButton>
    </li>
  );
}

// The actions after a job are fetched where there is one.
const BuiltSince = lazyPart(
  () => import('#src/wizard/next-steps/afterwards.tsx'),
  (code) => code.BuiltSince,
);

interface ErrorLineProps {
  /** As a list has them; empty: the job itself is read. */
  readonly errors: JobWithErrors['errors'];
  readonly data: JobDetails | undefined;
  readonly error: Error | null;
}

/** What went wrong, in its service's words. */
function ErrorLine({ errors, data, error }: ErrorLineProps) {
  const found = errors.length > 0 ? errors : data?.errors;
  if (found === undefined)
    return error === null ? common.reading(pages.job.what) : common.absence.notRead;
  const [first] = found;
  return <Name isName>{first === undefined ? words.noReason : first.message}</Name>;
}
