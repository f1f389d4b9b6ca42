import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import { spanAddress } from '#src/lib/time.ts';
import type { HourRange, JobCount } from '#src/model/jobs.ts';
import { Attention } from '#src/pages/overview/Attention.tsx';
import { FileSessions } from '#src/pages/overview/FileSessions.tsx';
import { OpenRestores } from '#src/pages/overview/OpenRestores.tsx';
import { MainLoading, PartHeading, usePartStyles } from '#src/pages/overview/parts.tsx';
import { ServiceIssues, useRegionIssues } from '#src/pages/overview/ServiceIssues.tsx';
import { loadOnce, MissingCodeError } from '#src/lib/load.ts';
import { allCounts, useBandTogether, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { sessions as files } from '#src/strings/files.ts';
import { overview } from '#src/strings/overview.ts';
import { running } from '#src/strings/progress.ts';
import { RouterAnchor, RouterLink } from '#src/ui/links.tsx';
import { useLoaded } from '#src/ui/hooks.ts';
import { lazyPart, Part, PartFailed } from '#src/ui/Part.tsx';
import { Loaded } from '#src/ui/states.tsx';

const BAND = loadOnce(
  () => async () => (await import('#src/progress/live/RunningBand.tsx')).RunningBand,
);

const NO_BAND = new MissingCodeError();

/** The main column of the start page: what runs, what needs a look, and the last day. */
export function OverviewMain() {
  const { parts } = usePartStyles();
  const counts = useQuery(jobCountsQuery());
  const issues = useRegionIssues();
  // What is above decides where all else stands: it is drawn together.
  const band = useLoaded(BAND, 'band');
  if (!useBandTogether(counts.isPending || band.state === 'loading')) return <MainLoading />;
  return (
    <>
      {band.state === 'loaded' && <band.code isFull={false} hasLink />}
      {band.state === 'failed' && <PartFailed what={running.what} error={NO_BAND} />}
      <div className={parts}>
        <Part what={overview.serviceHealth}>
          <ServiceIssues issues={issues} />
        </Part>
        <Part what={files.what}>
          <FileSessions />
        </Part>
        <Part what={overview.drafts}>
          <DraftLines />
        </Part>
        <Part what={overview.nextSteps}>
          <OpenRestores />
        </Part>
        <Attention />
        <DayOfJobs />
      </div>
    </>
  );
}

// Drafts belong to the wizard.
const DraftLines = lazyPart(
  () => import('#src/wizard/draft/DraftLines.tsx'),
  (code) => code.DraftLines,
);
// The strip comes after the first rows, in a place that it had from the start.
const DayStrip = lazyPart(
  () => import('#src/ui/picture/DayStrip.tsx'),
  (code) => code.DayStrip,
);
const DayLegend = lazyPart(
  () => import('#src/ui/picture/DayStrip.tsx'),
  (code) => code.DayLegend,
);
const DayTable = lazyPart(
  () => import('#src/ui/picture/DayStrip.tsx'),
  (code) => code.DayTable,
);

const words = overview.day;

/** The jobs of the last 24 hours by the hour, each of which leads to its jobs. */
function DayOfJobs() {
  const styles = usePartStyles();
  const counts = useQuery(jobCountsQuery());
  const elsewhere = useJobsElsewhere();
  const dayNow = (all: readonly JobCount[]) => lastDayOf(allCounts(all, elsewhere), now());
  const total = counts.data === undefined ? undefined : dayNow(counts.data).total;
  return (
    <section aria-label={words.title}>
      <PartHeading title={words.title} remark={total === undefined ? undefined : countText(total)}>
        <RouterLink to="/jobs" search={{ range: '24h' }}>
          {words.allJobs}
        </RouterLink>
      </PartHeading>
      <Loaded query={counts} problemOf={problemOf} what={words.what} rows={5}>
        {(all) => {
          const day = dayNow(all);
          if (day.total === 0) return <p className={styles.line}>{words.none}</p>;
          return (
            <Part what={words.what} waiting={<div className={styles.strip} />}>
              <div className={styles.strip}>
                <DayLegend kinds={day.kinds} />
                <DayStrip
                  day={day}
                  isHigh
                  // The table has the same links for keys.
                  renderHour={(hours) => (
                    <RouterAnchor
                      to="/jobs"
                      search={searchOf(hours)}
                      className={styles.hour}
                      tabIndex={-1}
                      aria-hidden
                    />
                  )}
                />
              </div>
              <DayTable
                day={day}
                renderHour={(hours, text) => (
                  <RouterLink to="/jobs" search={searchOf(hours)}>
                    {text}
                  </RouterLink>
                )}
              />
            </Part>
          );
        }}
      </Loaded>
    </section>
  );
}

const searchOf = (hours: HourRange) => ({ range: spanAddress(hours) });
