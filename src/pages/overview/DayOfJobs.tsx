import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import { type JobCount, secondaryVaults } from '#src/model/jobs.ts';
import { lastDayOf } from '#src/pages/overview/day.ts';
import { DayChart } from '#src/pages/overview/DayChart.tsx';
import { DayTable } from '#src/pages/overview/DayTable.tsx';
import { Operations } from '#src/pages/overview/Operations.tsx';
import { PartHeading } from '#src/pages/overview/parts.tsx';
import { allCounts, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { overview } from '#src/strings/overview.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { TIGHT } from '#src/ui/styles.ts';

const words = overview.day;

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 272px',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXL,
    [TIGHT]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  line: { margin: 0 },
});

/** The jobs of the last 24 hours: by the hour in a picture and a table, and by operation. */
export function DayOfJobs() {
  const styles = useStyles();
  const counts = useQuery(jobCountsQuery());
  const elsewhere = useJobsElsewhere();
  const dayNow = (all: readonly JobCount[]) => lastDayOf(allCounts(all, elsewhere), now());
  const total = counts.data === undefined ? undefined : dayNow(counts.data).total;
  return (
    <div className={styles.root}>
      <section className={styles.part} aria-label={words.title}>
        <PartHeading
          title={words.title}
          remark={total === undefined ? undefined : countText(total)}
        >
          <RouterLink to="/jobs" search={{ range: '24h' }}>
            {words.allJobs}
          </RouterLink>
        </PartHeading>
        <Loaded query={counts} problemOf={problemOf} what={words.what} rows={5}>
          {(all) => {
            const day = dayNow(all);
            return day.total === 0 ? (
              <p className={styles.line}>{words.none}</p>
            ) : (
              <>
                <DayChart day={day} />
                <DayTable day={day} />
              </>
            );
          }}
        </Loaded>
      </section>
      {counts.data !== undefined && (
        <section className={styles.part} aria-label={overview.operations.title}>
          <PartHeading title={overview.operations.title} />
          <Operations
            operations={dayNow(counts.data).operations}
            secondaryVaults={secondaryVaults(elsewhere.secondary ?? [])}
          />
        </section>
      )}
    </div>
  );
}
