import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { jobAddress } from '#src/api/arm/address.ts';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { JobTaskProps } from '#src/datasources/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink, RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import type { ComponentType } from 'react';

const words = pages.job;
const route = getRouteApi('/jobs/$jobId/$task');

/** One thing that is done after a job, such as deploying its template. */
export function JobTaskPage() {
  const known = route.useLoaderData();
  if (known !== null) return <KnownTask {...known} />;
  return (
    <>
      <PageHeader title={words.unknown} />
      <EmptyState title={words.unknownBody}>
        <RouterButton to="/jobs">{common.backupJobs}</RouterButton>
      </EmptyState>
    </>
  );
}

interface KnownTaskProps {
  readonly id: ResourceId;
  readonly title: string;
  readonly Page: ComponentType<JobTaskProps>;
}

function KnownTask({ id, title, Page }: KnownTaskProps) {
  const job = useQuery(openJobQuery(id));
  const jobTitle =
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
          <NameLink key="job" to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
            {jobTitle}
          </NameLink>,
        ]}
      />
      <Loaded
        query={job}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/jobs">{common.backupJobs}</RouterButton>}
      >
        {(data) => <Page id={id} job={data} />}
      </Loaded>
    </>
  );
}
