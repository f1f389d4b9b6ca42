import { jobAddress } from '#src/api/arm/address.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { jobTitle } from '#src/pages/job/title.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { NameLink } from '#src/ui/RouterLink.tsx';
import { sentOutline } from '#src/wizard/draft/sent-outline.ts';

const words = pages.job;

export interface BelowJobHeaderProps {
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
        <OverviewLink key="overview" />,
        <NameLink key="jobs" to="/jobs">
          {common.backupJobs}
        </NameLink>,
        <NameLink key="job" to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
          {job === undefined ? words.anyTitle : jobTitle(job, sentOutline(id))}
        </NameLink>,
      ]}
    />
  );
}
