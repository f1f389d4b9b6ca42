import { useQuery } from '@tanstack/react-query';
import { instanceAddress, jobAddress } from '#src/api/arm/address.ts';
import { jobPages } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { countText, dateTimeText, durationText } from '#src/lib/format.ts';
import { ALL_JOBS, type Job, NEWEST_FIRST } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { Section } from '#src/ui/instance/parts.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { Moment } from '#src/ui/text.tsx';

const words = instance.jobs;

/** More are behind `View all`. */
const MOST = 5;

const columns: Column<Job>[] = [
  { head: words.heads.status, cell: ({ status }) => <JobStatusBadge status={status} /> },
  {
    head: words.heads.operation,
    cell: ({ id, operation, startedAt }) => (
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(id) }}
        aria-label={words.jobOf(
          operation,
          startedAt === null ? common.notReported : dateTimeText(startedAt),
        )}
      >
        {operation}
      </NameLink>
    ),
  },
  {
    head: words.heads.started,
    isNumber: true,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: words.heads.duration,
    isNumber: true,
    cell: ({ durationMs }) => (durationMs === null ? common.notReported : durationText(durationMs)),
  },
];

/** What was done with a backup instance in the last days. */
export function InstanceJobs({ instance: id }: { readonly instance: ResourceId }) {
  const styles = usePartStyles();
  const jobs = useQuery(pageQuery(jobPages({ ...ALL_JOBS, instance: id }, NEWEST_FIRST), 0));
  return (
    <Section
      title={words.title}
      beside={
        <RouterLink to="/jobs" search={{ instance: instanceAddress(id) }}>
          {words.all}
        </RouterLink>
      }
    >
      <Loaded query={jobs} problemOf={problemOf} what={words.what}>
        {({ rows, total }) => (
          <div className={styles.inset}>
            {rows.length === 0 ? (
              words.none
            ) : (
              <DataTable
                label={words.title}
                columns={columns}
                rows={rows.slice(0, MOST)}
                rowKey={(job) => job.id}
              />
            )}
            {total > MOST && (
              <span className={styles.second}>
                {words.shown(countText(MOST), countText(total))}
              </span>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
