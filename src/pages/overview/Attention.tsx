import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { notableJobsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { timeText } from '#src/lib/format.ts';
import { isTerminal, type JobWithErrors } from '#src/model/jobs.ts';
import { AttentionLine } from '#src/pages/overview/AttentionLine.tsx';
import { PartHeading } from '#src/pages/overview/parts.tsx';
import { allNotable, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { useJobsNow } from '#src/progress/live/live.tsx';
import { overview } from '#src/strings/overview.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { Status } from '#src/ui/Status.tsx';

const words = overview.attention;

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
      <PartHeading title={words.title} remark={words.window}>
        <RouterLink to="/jobs" search={{ status: 'failed,completedWithWarnings' }}>
          {words.allFailed}
        </RouterLink>
      </PartHeading>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={2}>
        {(all) => <AttentionLines jobs={allNotable(all, elsewhere, now())} />}
      </Loaded>
    </section>
  );
}

function AttentionLines({ jobs }: { readonly jobs: readonly JobWithErrors[] }) {
  const styles = useStyles();
  const running = jobs.filter(({ status }) => !isTerminal(status)).slice(0, MOST);
  // The same reads as those of the running restores above.
  const watched = useJobsNow(
    running.map(({ id }) => id),
    'follow',
  );
  const stalled = running.flatMap((job, index) => {
    const since = watched[index]?.progress.stall?.since ?? null;
    return since === null ? [] : [{ job, since }];
  });
  const ended = jobs.filter(({ status }) => isTerminal(status)).slice(0, MOST - stalled.length);
  if (stalled.length + ended.length === 0) return <p className={styles.line}>{words.none}</p>;
  return (
    <ul className={styles.list}>
      {stalled.map(({ job, since }) => (
        <AttentionLine
          key={job.id}
          job={job}
          state={<Status tone="warning">{words.stalled}</Status>}
          happened={words.stalledSince(timeText(since))}
        />
      ))}
      {ended.map((job) => (
        <AttentionLine key={job.id} job={job} />
      ))}
    </ul>
  );
}
