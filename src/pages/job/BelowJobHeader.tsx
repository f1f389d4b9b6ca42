import { jobAddress } from '#src/api/arm/address.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { JOB_CRUMBS } from '#src/pages/job/crumbs.tsx';
import { knownTitle } from '#src/pages/job/known-title.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { NameLink } from '#src/ui/links.tsx';

interface BelowJobHeaderProps {
  readonly id: ResourceId;
  readonly title: string;
  /** Undefined: not read. */
  readonly job: JobDetails | undefined;
}

/** The head of a page below that of a job. */
export function BelowJobHeader({ id, title, job }: BelowJobHeaderProps) {
  return (
    <PageHeader
      title={title}
      crumbs={[
        ...JOB_CRUMBS,
        <NameLink key="job" to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
          {knownTitle(id, job)}
        </NameLink>,
      ]}
    />
  );
}
