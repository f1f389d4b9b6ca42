import { getRouteApi } from '@tanstack/react-router';
import { KnownJob } from '#src/pages/job/KnownJob.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const words = pages.job;
const route = getRouteApi('/jobs/$jobId');

/** One job, followed until it has ended. */
export function JobPage() {
  const known = route.useLoaderData();
  if (known !== null) return <KnownJob {...known} />;
  return (
    <>
      <PageHeader title={words.unknown} />
      <EmptyState title={words.unknownBody}>
        <RouterButton to="/jobs">{common.backupJobs}</RouterButton>
      </EmptyState>
    </>
  );
}
