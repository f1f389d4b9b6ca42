import { useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { diskJobsQuery } from '#src/api/data-protection/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { durationText } from '#src/lib/format.ts';
import { now } from '#src/lib/clock.ts';
import type { DiskJob } from '#src/model/backup-vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { InlineRead } from '#src/ui/states/InlineRead.tsx';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { pages } from '#src/strings/pages.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { NameLink, RouterLink } from '#src/ui/RouterLink.tsx';
import { Moment } from '#src/ui/Moment.tsx';

const words = diskPages.vaults.one;

const WEEK_MS = 7 * 86_400_000;
/** More are behind `View all`. */
const MOST = 10;

const columns: Column<DiskJob>[] = [
  {
    head: words.jobHeads.status,
    cell: ({ status, statusWord }) => <JobStatusBadge status={status} word={statusWord} />,
  },
  {
    head: words.jobHeads.job,
    cell: ({ id, operation, itemName }) => (
      <NameLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
        {pages.jobs.jobOf(operation || common.job, itemName || common.notReported)}
      </NameLink>
    ),
  },
  {
    head: words.jobHeads.started,
    isNumber: true,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: words.jobHeads.duration,
    isNumber: true,
    cell: ({ durationMs }) => (durationMs === null ? common.notReported : durationText(durationMs)),
  },
];

/** What was done with the disks of a Backup vault in the last days, from the vault's own list. */
export function VaultJobs({ vaultId }: { readonly vaultId: ResourceId }) {
  const jobs = useQuery(diskJobsQuery(vaultId));
  return (
    <VaultSection title={words.jobs}>
      <InlineRead query={jobs} problemOf={problemOf} what={words.jobsWhat}>
        {(all) => {
          const recent = all.filter(({ startedAt }) => (startedAt ?? 0) > now() - WEEK_MS);
          return recent.length === 0 ? (
            words.jobsNone
          ) : (
            <DataTable
              label={words.jobs}
              columns={columns}
              rows={recent.slice(0, MOST)}
              rowKey={({ id }) => id}
            />
          );
        }}
      </InlineRead>
      <RouterLink to="/jobs" search={{ datasource: 'disk', vault: vaultId, range: '7d' }}>
        {words.allJobs}
      </RouterLink>
    </VaultSection>
  );
}
