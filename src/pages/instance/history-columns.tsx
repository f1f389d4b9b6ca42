import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import { isTerminal, type Job, type JobDetails } from '#src/model/jobs.ts';
import { pastRestore, startedBy, tookMs } from '#src/pages/instance/past-restore.ts';
import { type JobEnd, jobVerdictOf } from '#src/progress/verdict.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { verdicts } from '#src/strings/progress.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { Labeled, Moment, TwoLines } from '#src/ui/text.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

const words = instance.history;
const { heads } = words;

/** A restore as a list has it, and as it was read by itself; null: it wasn't. */
interface RestoreRow {
  readonly job: Job;
  readonly details: JobDetails | null;
  readonly isFailed: boolean;
}

/** The columns of the past restores of a backup instance. */
export const historyColumns: readonly Column<RestoreRow>[] = [
  {
    head: heads.started,
    cell: ({ job: { id, operation, startedAt } }) => (
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(id) }}
        aria-label={instance.jobs.jobOf(
          operation,
          startedAt === null ? common.notReported : dateTimeText(startedAt),
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
        {read(row, (job) => (
          <Moment at={pastRestore(job).pointTime} />
        ))}
      </Labeled>
    ),
  },
  { head: heads.target, cell: (row) => read(row, targetCell) },
  {
    head: heads.by,
    isFirstToLeave: true,
    cell: ({ job }) => (
      <Labeled label={heads.by}>{startedBy(draftOfJob(job.id)) ?? common.notReported}</Labeled>
    ),
  },
  { head: heads.duration, isNumber: true, cell: ({ job }) => tookText(job) },
  { head: heads.outcome, cell: outcomeCell },
];

/** What only a read of the job gives. */
function read({ details, isFailed }: RestoreRow, cell: (job: JobDetails) => ReactNode) {
  if (details !== null) return cell(details);
  return isFailed ? common.notRead : common.reading(common.job);
}

function targetCell(job: JobDetails) {
  const { kind, target } = pastRestore(job);
  return <TwoLines first={target ?? common.notReported} {...(kind !== null && { second: kind })} />;
}

function tookText(job: Job): string {
  if (!isTerminal(job.status)) return words.running;
  const ms = tookMs(job);
  return ms === null ? common.notReported : durationText(ms);
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
