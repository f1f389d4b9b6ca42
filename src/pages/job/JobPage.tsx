import { getRouteApi } from '@tanstack/react-router';
import { KnownJob } from '#src/pages/job/KnownJob.tsx';
import { NoSuchJob } from '#src/pages/job/NoSuchJob.tsx';

const route = getRouteApi('/jobs/$jobId');

/** One job, followed until it has ended. */
export function JobPage() {
  const known = route.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownJob {...known} />;
}
