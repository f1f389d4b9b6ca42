import { useQuery } from '@tanstack/react-query';
import { jobCountsQuery } from '#src/api/queries/overview.ts';
import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { now } from '#src/lib/clock.ts';
import { countText } from '#src/lib/format.ts';
import { spanAddress } from '#src/lib/time.ts';
import type { HourRange, JobCount } from '#src/model/jobs.ts';
import { Attention } from '#src/pages/overview/Attention.tsx';
import { MainLoading, PartHeading, usePartStyles } from '#src/pages/overview/parts.tsx';
import { MissingCodeError, loadOnce } from '#src/lib/load.ts';
import {
  allCounts,
  noneIn,
  useBandTogether,
  useJobsElsewhere,
} from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { ownRestoreNames } from '#src/progress/live/restore-names.ts';
import { recoverFiles, sessions, sessions as files } from '#src/strings/files.ts';
import { overview } from '#src/strings/overview.ts';
import { running } from '#src/strings/progress.ts';
import { RouterAnchor, RouterLink } from '#src/ui/links.tsx';
import { useLoaded, useNow } from '#src/ui/hooks.ts';
import { Part, PartFailed, lazyPart } from '#src/ui/Part.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { onMarks, openRestores } from '#src/wizard/next-steps/marks.ts';
import { onWatchedChange, watchedJobs } from '#src/wizard/submit/watched.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { mountedQuery } from '#src/api/recovery-services/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { Status } from '#src/ui/Status.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { mountedText, openSessionText } from '#src/wizard/mounted-read.ts';
import {
  type OpenSession,
  markHandled,
  noteUnmounted,
  openSessions,
} from '#src/wizard/sessions.ts';
import { reachQuery, serviceIssuesQuery } from '#src/api/resource-graph/service-health.ts';
import { type ReachCounts, type ServiceIssue, regionName } from '#src/model/places.ts';

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
      {band.state === 'loaded' && <band.code />}
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
// Only an issue needs the rules about places.
const IssueNotice = lazyPart(
  () => import('#src/pages/overview/IssueNotice.tsx'),
  (code) => code.IssueNotice,
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
          if (day.total === 0) return <p className={styles.line}>{noneIn(words, elsewhere)}</p>;
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

/** The restores of this browser with open next steps, each with the way to them. */
function OpenRestores() {
  const { plainList } = useCommonStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  useSyncExternalStore(onWatchedChange, watchedJobs);
  const count = useSyncExternalStore(onMarks, () =>
    openRestores().reduce((sum, { open }) => sum + open, 0),
  );
  if (count === 0) return null;
  const restores = openRestores();
  const names = ownRestoreNames(watchedJobs());
  const title = overview.openRestores(restores.length);
  return (
    <section aria-label={title}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <ul className={plainList}>
        {restores.map(({ jobId, machine, open }) => (
          <li key={jobId}>
            <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(jobId) }}>
              {overview.ofRestore(names.get(jobId) ?? machine, open)}
            </RouterLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A countdown in minutes is right to the half of one. */
const EVERY_MS = 30_000;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
  },
});

/** The sessions of file recovery of this browser: how long each goes on, or what is left to do. */
function FileSessions() {
  const { plainList } = useCommonStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  const open = openSessions();
  if (open.length === 0) return null;
  return (
    <section aria-label={sessions.title}>
      <SectionHeading level={2}>{sessions.title}</SectionHeading>
      <ul className={plainList}>
        {open.map((one) => (
          <SessionLine key={`${one.draftId} ${String(one.session.since)}`} open={one} />
        ))}
      </ul>
    </section>
  );
}

interface SessionLineProps {
  readonly open: OpenSession;
}

function SessionLine({ open }: SessionLineProps) {
  const { line } = useStyles();
  const { draftId, machine, session } = open;
  const at = useNow(EVERY_MS);
  const { tone, text, ended } = openSessionText(session, at);
  const isOver = ended !== null || session.expiresAt === null;
  return (
    <li className={line}>
      <DraftLink id={draftId}>{recoverFiles.of(machine)}</DraftLink>
      <Status tone={tone}>{text}</Status>
      {ended !== null && <span>{ended}</span>}
      {isOver && <OpenStep open={open} />}
    </li>
  );
}

/** What is left to do where nothing says that the disks are unmounted. */
function OpenStep({ open }: SessionLineProps) {
  const { machine, session } = open;
  const { pointId } = session;
  const read = useQuery(mountedQuery(resourceId(pointId), () => noteUnmounted(pointId)));
  const command = (text: string, run: () => void) => (
    <Button size="small" aria-label={sessions.ofMachine(text, machine)} onClick={run}>
      {text}
    </Button>
  );
  return (
    <>
      {command(sessions.checkAgain, () => void read.refetch())}
      {command(sessions.markDone, () => markHandled(open))}
      <span role="status">{mountedText({ ...read, readAt: readAtOf(read) })}</span>
    </>
  );
}

/**
 * The issues that Azure reports in regions with backups, and where the VMs there can be restored. Nothing while Azure
 * reports none, and where it can't be read.
 */
function ServiceIssues({ issues }: { readonly issues: readonly RegionIssue[] }) {
  return issues.map((one) => (
    <IssueNotice key={`${one.issue.trackingId} ${one.region}`} {...one} />
  ));
}

/** The issues as far as they were read. */
function useRegionIssues(): readonly RegionIssue[] {
  const { data: issues = [] } = useQuery(serviceIssuesQuery());
  const { data: counts, isPending } = useQuery(reachQuery(regionsOf(issues)));
  return isPending ? [] : regionIssues(issues, counts);
}

/** An issue in one region. */
export interface RegionIssue {
  readonly issue: ServiceIssue;
  /** As Azure writes it. */
  readonly region: string;
  /** Undefined: the VMs there aren't counted. */
  readonly counts: ReachCounts | undefined;
}

/** All regions of some issues, each once, as lists name them. */
export const regionsOf = (issues: readonly ServiceIssue[]): readonly string[] => [
  ...new Set(issues.flatMap(({ regions }) => regions.map(regionName))),
];

/** The issues of regions where VMs are backed up, or may be: other regions are left out. */
export function regionIssues(
  issues: readonly ServiceIssue[],
  counts: ReadonlyMap<string, ReachCounts> | undefined,
): readonly RegionIssue[] {
  return issues
    .flatMap((issue) =>
      issue.regions.map((region) => ({ issue, region, counts: counts?.get(regionName(region)) })),
    )
    .filter((one) => counts === undefined || one.counts !== undefined);
}
