import { useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobsQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { dateTimeText, durationText } from '#src/lib/format.ts';
import type { Job } from '#src/model/job.ts';
import { JobProgressCell, JobRemainingCell } from '#src/pages/jobs/RunningJob.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { PageContent } from '#src/ui/PageContent.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = pages.jobs;

const columns: Column<Job>[] = [
  { head: words.heads.status, cell: ({ status }) => <JobStatusBadge status={status} /> },
  {
    head: words.heads.instance,
    cell: ({ id, itemName, operation }) => (
      <RouterLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(id) }}
        aria-label={words.jobOf(operation, itemName)}
      >
        {itemName}
      </RouterLink>
    ),
  },
  { head: words.heads.operation, cell: ({ operation }) => operation },
  { head: words.heads.vault, cell: ({ vaultName }) => vaultName },
  {
    head: words.heads.started,
    isNumber: true,
    cell: ({ startedAt }) => (startedAt === null ? common.notReported : dateTimeText(startedAt)),
  },
  {
    head: words.heads.duration,
    isNumber: true,
    cell: ({ durationMs }) => (durationMs === null ? common.notReported : durationText(durationMs)),
  },
  { head: words.heads.progress, cell: (job) => <JobProgressCell job={job} /> },
  { head: words.heads.remaining, cell: (job) => <JobRemainingCell job={job} /> },
];

/** All jobs of the last days, over all vaults. */
export function JobsPage() {
  const jobs = useQuery(jobsQuery());
  return (
    <>
      <PageHeader
        title={words.title}
        crumbs={[
          <RouterLink key="overview" to="/">
            {common.overview}
          </RouterLink>,
        ]}
        subtitle={words.window}
      />
      <Loaded query={jobs} problemOf={problemOf} what={words.what}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <PageContent>
              <DataTable
                label={words.title}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
            </PageContent>
          )
        }
      </Loaded>
    </>
  );
}
