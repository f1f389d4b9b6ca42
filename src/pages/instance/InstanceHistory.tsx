import { Button } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { jobPages, jobQuery } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText, dateTimeText, durationText } from '#src/lib/format.ts';
import { ALL_JOBS, type Job, type JobDetails, NEWEST_FIRST, isTerminal } from '#src/model/jobs.ts';
import { providerOf } from '#src/model/vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { instance } from '#src/strings/instance.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Section } from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { jobAddress } from '#src/api/arm/address.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { type JobEnd, jobVerdictOf } from '#src/progress/verdict.ts';
import { common } from '#src/strings/common.ts';
import { verdicts } from '#src/strings/progress.ts';
import { Labeled, Moment, TwoLines } from '#src/ui/text.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import type { Instant } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { pointTimeOf } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { type Draft, isCertain } from '#src/wizard/draft/schema.ts';

const words = instance.history;

/** Each is read by itself: the others only when they are wanted. */
const FIRST = 5;

/** The restores of a backup instance: from which restore point, to what, by whom, and how they ended. */
export function InstanceHistory({ instance: id }: { readonly instance: ResourceId }) {
  const styles = usePartStyles();
  const jobs = useQuery(
    pageQuery(
      jobPages(
        {
          ...ALL_JOBS,
          instance: id,
          operations: ['Restore', 'CrossRegionRestore'],
          range: '30d',
        },
        NEWEST_FIRST,
      ),
      0,
    ),
  );
  return (
    <Section title={words.title}>
      <div className={styles.inset}>
        <details className={styles.second}>
          <summary>{words.how}</summary>
          {words.range}{' '}
          {providerOf(id) === 'Microsoft.RecoveryServices' && (
            <>
              {words.crossRegion}{' '}
              <RouterLink
                to="/jobs"
                search={{ view: 'secondary', vault: id.split(/\/backupFabrics\//i)[0] }}
              >
                {words.crossRegionJobs}
              </RouterLink>
            </>
          )}
        </details>
      </div>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={2}>
        {({ rows }) => (
          <div className={styles.inset}>
            {rows.length === 0 ? words.none : <Restores jobs={rows} />}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Restores({ jobs }: { readonly jobs: readonly Job[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? jobs : jobs.slice(0, FIRST);
  const read = useQueries({ queries: shown.map(({ id }) => jobQuery(id)) });
  return (
    <>
      <DataTable
        label={words.title}
        columns={historyColumns}
        rows={shown.map((job, index) => ({
          job: read[index]?.data ?? job,
          details: read[index]?.data ?? null,
          isFailed: read[index]?.error !== null,
        }))}
        rowKey={({ job }) => job.id}
      />
      {shown.length < jobs.length && (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {words.all(countText(jobs.length))}
        </Button>
      )}
    </>
  );
}

const { heads } = words;

/** A restore as a list has it, and as it was read by itself; null: it wasn't. */
interface RestoreRow {
  readonly job: Job;
  readonly details: JobDetails | null;
  readonly isFailed: boolean;
}

/** The columns of the past restores of a backup instance. */
const historyColumns: readonly Column<RestoreRow>[] = [
  {
    head: heads.started,
    cell: ({ job: { id, operation, startedAt } }) => (
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(id) }}
        aria-label={instance.jobs.jobOf(
          operation,
          startedAt === null ? common.absence.notReported : dateTimeText(startedAt),
        )}
      >
        <Moment at={startedAt} />
      </NameLink>
    ),
  },
  {
    head: heads.point,
    cell: (row) => (
      <Labeled label={heads.point}>
        {readOf(row, (job) => (
          <Moment at={pastRestore(job).pointTime} />
        ))}
      </Labeled>
    ),
  },
  { head: heads.target, cell: (row) => readOf(row, targetCell) },
  {
    head: heads.by,
    isFirstToLeave: true,
    cell: ({ job }) => (
      <Labeled label={heads.by}>
        {startedBy(draftOfJob(job.id)) ?? common.absence.notReported}
      </Labeled>
    ),
  },
  { head: heads.duration, isNumber: true, cell: ({ job }) => tookText(job) },
  { head: heads.outcome, cell: outcomeCell },
];

/** What only a read of the job gives. */
function readOf({ details, isFailed }: RestoreRow, cell: (job: JobDetails) => ReactNode) {
  if (details !== null) return cell(details);
  return isFailed ? common.absence.notRead : common.reading(common.job);
}

function targetCell(job: JobDetails) {
  const { kind, target } = pastRestore(job);
  return (
    <TwoLines
      first={target ?? common.absence.notReported}
      {...(kind !== null && { second: kind })}
    />
  );
}

function tookText(job: Job): string {
  if (!isTerminal(job.status)) return words.running;
  const ms = tookMs(job);
  return ms === null ? common.absence.notReported : durationText(ms);
}

/** Ends that Azure's own word for a job doesn't give away. */
const SURPRISES: readonly JobEnd[] = ['doneWithWork', 'disksOnly', 'nothing'];

function outcomeCell({ job, details }: RestoreRow) {
  const outcome = details && jobVerdictOf(details, null).outcome;
  return (
    <TwoLines
      first={<JobStatusBadge status={job.status} word={job.statusWord} />}
      {...(outcome !== null &&
        SURPRISES.includes(outcome) && { second: verdicts(serviceBehind(job.id))[outcome].title })}
    />
  );
}

/** What a job reports of a restore. Null: it doesn't. */
interface PastRestore {
  readonly pointTime: Instant | null;
  readonly kind: string | null;
  /** What was created or changed: a VM, a disk, or the resource group of disks. */
  readonly target: string | null;
}

/** What a job that was read by itself reports of its restore. Pure. */
export function pastRestore(job: JobDetails): PastRestore {
  const kind = isDiskJob(job) ? 'newDisk' : job.restoreKind;
  return { pointTime: pointTimeOf(job), kind: kind && words.kinds[kind], target: targetOf(job) };
}

function targetOf(job: JobDetails): string | null {
  const outline = reportedOutline(job);
  if (outline?.kind === 'replaceDisks') return words.original(job.itemName);
  return outline?.name ?? (outline?.group ? words.group(outline.group) : null);
}

/** From its start to its end; null: it runs, or Azure doesn't report it. Pure. */
export function tookMs({ status, startedAt, endedAt, durationMs }: Job): number | null {
  if (!isTerminal(status)) return null;
  return startedAt === null || endedAt === null ? durationMs : endedAt - startedAt;
}

/** Who started a restore: drafts are stored for one account. Null: another browser or person did. Pure. */
export function startedBy(draft: Draft | null): string | null {
  if (draft?.submission.state !== 'job') return null;
  if (isCertain(draft.submission)) return words.you;
  switch (draft.submission.foundBy) {
    case 'target':
      return words.likelyYou;
    case 'answer':
      return words.answered;
    default:
      return words.selected;
  }
}
