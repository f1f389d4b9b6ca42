import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { TaskAfterJobProps } from '#src/datasources/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { BelowJobHeader } from '#src/pages/job/BelowJobHeader.tsx';
import { NoSuchJob } from '#src/pages/job/NoSuchJob.tsx';
import { pages } from '#src/strings/pages.ts';
import { JobsButton } from '#src/ui/page.tsx';
import { Loaded } from '#src/ui/states.tsx';
import type { ComponentType } from 'react';

const words = pages.job;
const route = getRouteApi('/jobs/$jobId/$task');

/** One thing that is done after a job, such as deploying its template. */
export function JobTaskPage() {
  const known = route.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownTask {...known} />;
}

interface KnownTaskProps {
  readonly id: ResourceId;
  readonly title: string;
  readonly Page: ComponentType<TaskAfterJobProps>;
}

function KnownTask({ id, title, Page }: KnownTaskProps) {
  const job = useQuery(openJobQuery(id));
  return (
    <>
      <BelowJobHeader {...{ id, title }} job={job.data} />
      <Loaded query={job} problemOf={problemOf} what={words.what} wayOn={<JobsButton />}>
        {(data) => <Page id={id} job={data} />}
      </Loaded>
    </>
  );
}
