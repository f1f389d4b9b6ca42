import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { jobFromAddress } from '#src/api/arm/address.ts';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { FollowedJob } from '#src/pages/job/FollowedJob.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink, RouterButton } from '#src/ui/RouterLink.tsx';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';

const words = pages.job;
const route = getRouteApi('/jobs/$jobId');

/** One job, followed until it has ended. */
export function JobPage() {
  const { jobId } = route.useParams();
  const id = jobFromAddress(jobId);
  if (id === null) {
    return (
      <>
        <PageHeader title={words.unknown} />
        <EmptyState title={words.unknownBody}>
          <RouterButton to="/jobs">{common.backupJobs}</RouterButton>
        </EmptyState>
      </>
    );
  }
  return <KnownJob id={id} />;
}

function KnownJob({ id }: { readonly id: ResourceId }) {
  const query = openJobQuery(id);
  const job = useQuery(query);
  const title =
    job.data === undefined ? words.anyTitle : words.title(job.data.operation, job.data.itemName);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          <OverviewLink key="overview" />,
          <NameLink key="jobs" to="/jobs">
            {common.backupJobs}
          </NameLink>,
        ]}
        subtitle={job.data === undefined ? undefined : <JobStatusBadge status={job.data.status} />}
      />
      <Loaded
        query={job}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/jobs">{common.backupJobs}</RouterButton>}
      >
        {(data) => (
          <FollowedJob
            id={id}
            job={data}
            readAt={readAt(query.queryKey)}
            stale={job.error === null ? null : problemOf(job.error).message}
            onRefresh={() => void job.refetch()}
          />
        )}
      </Loaded>
    </>
  );
}
