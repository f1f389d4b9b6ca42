import { useQuery } from '@tanstack/react-query';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf, readAt } from '#src/api/queries/query.ts';
import type { JobPageParts, JobSpec } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { JOB_CRUMBS } from '#src/pages/job/crumbs.tsx';
import { JobCommands, type JobCommandsProps } from '#src/pages/job/JobCommands.tsx';
import { JobProgress } from '#src/pages/job/JobProgress.tsx';
import { JobVerdict } from '#src/pages/job/JobVerdict.tsx';
import { JobView } from '#src/pages/job/JobView.tsx';
import { knownTitle } from '#src/pages/job/known-title.ts';
import { useJob } from '#src/pages/job/use-job.ts';
import { pages } from '#src/strings/pages.ts';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { PageHeader, JobsButton } from '#src/ui/page.tsx';
import { Loaded } from '#src/ui/states.tsx';

const words = pages.job;

interface KnownJobProps {
  readonly id: ResourceId;
  /** What its datasource brings to this page. */
  readonly spec: JobSpec;
}

/** The job of an address, and the states of its reads. */
export function KnownJob({ id, spec }: KnownJobProps) {
  const query = openJobQuery(id);
  const job = useQuery(query);
  return (
    <>
      <PageHeader
        title={knownTitle(id, job.data)}
        crumbs={JOB_CRUMBS}
        subtitle={
          job.data === undefined ? undefined : (
            <JobStatusBadge status={job.data.status} own={job.data.ownWord} />
          )
        }
      />
      {job.data === undefined && job.error !== null && spec.Unread && <spec.Unread id={id} />}
      <Loaded query={job} problemOf={problemOf} what={words.what} wayOn={<JobsButton />}>
        {(data) => (
          <spec.Job id={id} job={data}>
            {(parts) => (
              <FollowedJob
                {...{ id, parts, spec }}
                job={data}
                readAt={readAt(query.queryKey)}
                stale={job.error === null ? null : problemOf(job.error).message}
                onRefresh={() => void job.refetch()}
              />
            )}
          </spec.Job>
        )}
      </Loaded>
    </>
  );
}

interface FollowedJobProps extends Pick<JobCommandsProps, 'id' | 'readAt' | 'onRefresh'> {
  readonly parts: JobPageParts;
  readonly spec: JobSpec;
  readonly job: JobDetails;
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
}

/** A job that was read: its commands, and its page. */
function FollowedJob({ id, parts, spec, job, stale, ...commands }: FollowedJobProps) {
  const now = useJob(id, job, parts);
  const isRunning = now.verdict.outcome === 'running';
  return (
    <>
      <JobCommands {...{ id, job, now }} {...commands} />
      <JobView {...{ job, now, stale, spec }}>
        {isRunning ? <JobProgress job={job} now={now} /> : <JobVerdict job={job} now={now} />}
      </JobView>
    </>
  );
}
