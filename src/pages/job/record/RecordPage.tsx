import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { JobParts, JobSpec } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { BelowJobHeader } from '#src/pages/job/BelowJobHeader.tsx';
import { RecordView } from '#src/pages/job/record/RecordView.tsx';
import { restoreRecord } from '#src/pages/job/record/restore-record.ts';
import { recordSteps } from '#src/pages/job/record/steps.ts';
import { NoSuchJob } from '#src/pages/job/NoSuchJob.tsx';
import { useJob } from '#src/pages/job/use-job.ts';
import { pages } from '#src/strings/pages.ts';
import { record as words } from '#src/strings/record.ts';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

const route = getRouteApi('/jobs/$jobId/record');

/** The record of a restore: to read, to print and to save. */
export function RecordPage() {
  const known = route.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownRecord {...known} />;
}

interface KnownRecordProps {
  readonly id: ResourceId;
  readonly spec: JobSpec;
}

function KnownRecord({ id, spec }: KnownRecordProps) {
  const job = useQuery(openJobQuery(id));
  const draft = draftOfJob(id);
  const isGone =
    job.data === undefined && job.error !== null && problemOf(job.error).kind === 'notFound';
  return (
    <>
      <BelowJobHeader id={id} title={words.title} job={job.data} />
      {isGone && draft !== null ? (
        <RecordView
          id={id}
          note={words.noJob}
          record={restoreRecord({
            id,
            reported: null,
            draft,
            service: serviceBehind(id),
            steps: recordSteps(id, spec),
            at: now(),
          })}
        />
      ) : (
        <Loaded query={job} problemOf={problemOf} what={pages.job.what}>
          {(data) => (
            <spec.Job id={id} job={data}>
              {(parts) => <JobRecord {...{ id, parts, draft, spec }} job={data} />}
            </spec.Job>
          )}
        </Loaded>
      )}
    </>
  );
}

interface JobRecordProps extends KnownRecordProps {
  readonly draft: Draft | null;
  readonly job: JobDetails;
  readonly parts: JobParts;
}

function JobRecord({ id, spec, draft, job, parts }: JobRecordProps) {
  const { progress, verdict, verifiedAt, service, at } = useJob(id, job, parts);
  const record = restoreRecord({
    id,
    reported: { job, progress, verdict, verifiedAt },
    draft,
    service,
    steps: recordSteps(id, spec),
    at,
  });
  return <RecordView id={id} note={null} record={record} />;
}
