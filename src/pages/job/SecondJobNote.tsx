import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { JobCancel, SecondJobs } from '#src/datasources/job.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { byStart, type FoundJob, type SharedBy } from '#src/model/lost-restore.ts';
import { sameId } from '#src/model/resource-id.ts';
import { CancelCommand, CancelState, useCancel } from '#src/progress/live/cancel.tsx';
import { secondJobs as words } from '#src/strings/jobs.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { progressOf } from '#src/progress/progress.ts';
import { useNow } from '#src/ui/hooks.ts';

const { noAnswer } = submission;

interface SecondJobNoteProps {
  readonly job: JobDetails;
  readonly second: SecondJobs;
  /** The service that runs the jobs, by its name. */
  readonly service: string;
}

/** Shows the jobs that one press has started, where they are more than one, and cancels the later ones. */
export function SecondJobNote({ job, second, service }: SecondJobNoteProps) {
  // What has ended is looked for once: nothing more of the press will appear.
  const once = isTerminal(job.status) ? { refetchInterval: false as const } : {};
  const { data } = useQuery({ ...second.search, ...once });
  const { shares } = second;
  const own = { ...job, isNamed: true, requestId: job.activityId };
  const jobs = jobsBeside(own, data?.jobs ?? [], shares);
  if (jobs.length === 0) return null;
  const { title, body } = words[shares];
  return (
    <Notice intent="warning" role="alert" title={title(jobs.length)}>
      {body(service)}
      <ul>
        {jobs.map((one, index) => (
          <li key={one.id}>
            <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(one.id) }}>
              {startedText(one)}
            </RouterLink>
            {sameId(one.id, job.id) && ` ${words.here}`}
            {index > 0 && shares !== 'otherId' && (
              <LaterJob found={one} cancel={second.cancelOf(one.id)} service={service} />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The jobs to show of one press, in the order of their start; none where only the page's own is known. */
export function jobsBeside(
  own: FoundJob,
  found: readonly FoundJob[],
  shares: SharedBy,
): readonly FoundJob[] {
  const others = found.filter(({ isNamed }) => isNamed || shares !== 'target');
  if (others.length === 0 || shares === 'otherId') return others;
  return [own, ...others].toSorted(byStart);
}

const startedText = ({ name, startedAt }: FoundJob): string =>
  words.started(name, startedAt === null ? noAnswer.startUnknown : dateTimeText(startedAt));

interface LaterJobProps {
  readonly found: FoundJob;
  readonly cancel: JobCancel;
  readonly service: string;
}

/** The later job is read, as a list doesn't show whether it can be canceled. */
function LaterJob({ found, ...given }: LaterJobProps) {
  const { data: job } = useQuery(jobQuery(found.id));
  return job !== undefined && <CancelLater job={job} {...given} />;
}

interface CancelLaterProps extends Omit<LaterJobProps, 'found'> {
  readonly job: JobDetails;
}

function CancelLater({ job, cancel, service }: CancelLaterProps) {
  const reasonId = useId();
  const at = useNow(EVERY_MS);
  const progress = progressOf(job, { observations: null, past: [], sizeBytes: null }, at);
  const { line, request } = useCancel(job, cancel, progress, service);
  return (
    <div role="group" aria-label={words.later(job.name)}>
      <CancelCommand
        machine={job.itemName}
        {...{ service, reasonId }}
        cancel={line}
        onConfirm={() => request.mutate()}
      />
      <CancelState {...{ reasonId, service, job, request }} text={line.text} />
    </div>
  );
}

/** Between two looks at the clock, for the time left to cancel it. */
const EVERY_MS = 5000;
