import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { JobPageParts, JobSpec } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { BelowJobHeader } from '#src/pages/job/BelowJobHeader.tsx';
import { NoSuchJob } from '#src/pages/job/NoSuchJob.tsx';
import { RecordView } from '#src/pages/job/record/RecordView.tsx';
import { restoreRecord } from '#src/pages/job/record/restore-record.ts';
import { type StoredRestore, useStored } from '#src/pages/job/record/use-stored.ts';
import { useJob } from '#src/pages/job/use-job.ts';
import { pages } from '#src/strings/pages.ts';
import { record as words } from '#src/strings/record.ts';
import { Loaded } from '#src/ui/states.tsx';
import { AfterReads, linesAfter, useAfterwards } from '#src/wizard/next-steps/afterwards.tsx';

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
  const stored = useStored(id, spec);
  const isGone =
    job.data === undefined && job.error !== null && problemOf(job.error).kind === 'notFound';
  return (
    <>
      <BelowJobHeader id={id} title={words.title} job={job.data} />
      {isGone && stored.draft !== null ? (
        <RecordView
          id={id}
          note={words.noJob(serviceBehind(id))}
          reads={null}
          record={restoreRecord({
            id,
            reported: null,
            service: serviceBehind(id),
            after: linesAfter(id, spec),
            at: now(),
            ...stored,
          })}
        />
      ) : (
        <Loaded query={job} problemOf={problemOf} what={pages.job.what}>
          {(data) => (
            <spec.Job id={id} job={data}>
              {(parts) => <JobRecord {...{ id, parts, spec, stored }} job={data} />}
            </spec.Job>
          )}
        </Loaded>
      )}
    </>
  );
}

interface JobRecordProps {
  readonly id: ResourceId;
  readonly spec: JobSpec;
  readonly stored: StoredRestore;
  readonly job: JobDetails;
  readonly parts: JobPageParts;
}

function JobRecord({ id, spec, stored, job, parts }: JobRecordProps) {
  const { progress, verdict, verifiedAt, service, at } = useJob(id, job, parts);
  const after = useAfterwards(id, spec);
  const record = restoreRecord({
    id,
    reported: { job, progress, verdict, verifiedAt },
    service,
    after,
    at,
    ...stored,
  });
  return (
    <RecordView
      id={id}
      note={null}
      reads={
        <>
          {parts.stepReads}
          <AfterReads jobId={id} lines={after} />
        </>
      }
      record={record}
    />
  );
}
