import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery, notableJobsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import { isTerminal, type Job, type JobWithErrors } from '#src/model/jobs.ts';
import { lastDayOf } from '#src/pages/overview/day.ts';
import { PartHeading } from '#src/pages/overview/PartHeading.tsx';
import {
  RunningName,
  RunningProgress,
  RunningReady,
  RunningTransfer,
} from '#src/pages/overview/RunningCells.tsx';
import {
  type JobsLeftOut,
  allCounts,
  allNotable,
  useJobsElsewhere,
} from '#src/progress/live/all-jobs.ts';
import { useJobsNow } from '#src/progress/live/live.tsx';
import { overview } from '#src/strings/overview.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';

const words = overview.running;

/** The list of jobs that holds them: it names those of other regions and services, and leads there. */
const RUNNING = { operation: 'Restore', status: 'inProgress,cancelling', range: '7d' };

/** Each row asks for its own job, so only the newest are shown. */
const MOST = 5;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { margin: 0 },
});

const columns: Column<Job>[] = [
  { head: words.heads.restore, cell: (job) => <RunningName job={job} /> },
  { head: words.heads.progress, cell: (job) => <RunningProgress job={job} /> },
  {
    head: words.heads.transferred,
    isNumber: true,
    isFirstToLeave: true,
    cell: (job) => <RunningTransfer job={job} />,
  },
  { head: words.heads.readyIn, cell: (job) => <RunningReady job={job} /> },
];

/** Those of the running restores that are shown. */
const shownOf = (jobs: readonly JobWithErrors[], elsewhere: JobsLeftOut): readonly Job[] =>
  allNotable(jobs, elsewhere, now())
    .filter(({ status }) => !isTerminal(status))
    .slice(0, MOST);

/** Whether something is still being read that adds a row, or makes one higher. */
export function useAreRowsRead(): boolean {
  const jobs = useQuery(notableJobsQuery());
  const elsewhere = useJobsElsewhere();
  const shown = shownOf(jobs.data ?? [], elsewhere);
  const details = useJobsNow(
    shown.map(({ id }) => id),
    'follow',
  );
  return !jobs.isPending && !elsewhere.isReading && !details.includes(undefined);
}

/** The restores that run in any region, each read from its own job. */
export function RunningRestores() {
  const styles = useStyles();
  const jobs = useQuery(notableJobsQuery());
  const counts = useQuery(jobCountsQuery()).data;
  const elsewhere = useJobsElsewhere();
  const running =
    counts === undefined
      ? undefined
      : lastDayOf(allCounts(counts, elsewhere), now()).runningRestores;
  const { unread, isReading } = elsewhere;
  return (
    <section className={styles.root} aria-label={words.title}>
      <PartHeading
        title={words.title}
        remark={running === undefined ? undefined : countText(running)}
      >
        <RouterLink to="/jobs" search={RUNNING}>
          {words.all}
        </RouterLink>
      </PartHeading>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={3}>
        {(all) => {
          const shown = shownOf(all, elsewhere);
          if (shown.length === 0 && isReading) return <SkeletonRows what={words.what} rows={1} />;
          return shown.length === 0 ? (
            <p className={styles.line}>{unread.length === 0 ? words.none : words.noneRead}</p>
          ) : (
            <>
              <DataTable
                label={words.title}
                columns={columns}
                rows={shown}
                rowKey={({ id }) => id}
              />
              {running !== undefined && running > shown.length && (
                <p className={styles.line}>{words.more(countText(running - shown.length))}</p>
              )}
            </>
          );
        }}
      </Loaded>
      {unread.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
    </section>
  );
}
