import { type CommvaultJobDetails, isCommvaultJob } from '#src/api/commvault/jobs.ts';
import { killJobMutation } from '#src/api/commvault/job-lists.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import { AfterDeletion } from '#src/datasources/commvault-vm/job/AfterDeletion.tsx';
import { factsOf } from '#src/datasources/commvault-vm/job/facts.tsx';
import { killLeaves } from '#src/datasources/commvault-vm/job/kill.ts';
import { NextSteps } from '#src/datasources/commvault-vm/job/lazy.tsx';
import { MadeVm } from '#src/datasources/commvault-vm/job/MadeVm.tsx';
import { mendingOf } from '#src/datasources/commvault-vm/job/mending.ts';
import { foundOf, useMadeVm } from '#src/datasources/commvault-vm/job/use-made-vm.ts';
import { searchFor } from '#src/datasources/commvault-vm/request/lost-search.ts';
import type { JobCancel, JobProps, SecondJobs } from '#src/datasources/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { commvaultJob as words } from '#src/strings/commvault/job.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import { pressBehind } from '#src/wizard/submit/press-behind.ts';

const GUIDE = 'https://documentation.commvault.com/';

/** A job of a CommServe. Only its own bytes predict its time. */
export function CommvaultJob({ id, job: read, children }: JobProps) {
  const job = isCommvaultJob(read) ? read : null;
  const made = useMadeVm(job);
  const isRestore = read.operation === 'Restore';
  const draft = draftOfJob(id);
  const steps = { id, machineId: made.vm?.id ?? null };
  return children({
    found: foundOf(read, made.vm),
    isTargetRead: !made.isReading,
    cancel: cancelOf(id),
    second: secondOf(id, job?.task.description ?? null),
    isRestore,
    facts: job === null ? [] : factsOf(job),
    afterVerdict: job !== null && <AfterDeletion job={job} read={made} />,
    result: job !== null && (
      <>
        <ConnectionNote host={job.vaultName} />
        <WaitNote job={job} />
        {isRestore && <MadeVm job={job} read={made} />}
      </>
    ),
    nextSteps: isRestore && <NextSteps {...steps} />,
    stepReads: isRestore && <NextSteps {...steps} isReadAlone />,
    commands: null,
    note: isRestore && read.tasks.length === 0 ? words.whyNoStages : null,
    help: {
      guide: GUIDE,
      guideText: words.guide,
      requestId: (draft && attemptOf(draft.submission)?.clientRequestId) ?? null,
      remarks: [],
    },
    mendingOf,
  });
}

/** What is queued, or waits to be tried again; one that is suspended waits for a person. */
const GOES_ON = /^(queued|waiting|pending)/i;

/** That a job does nothing now, and why. */
function WaitNote({ job: { wait } }: { readonly job: CommvaultJobDetails }) {
  if (wait === null) return null;
  const { title, reason, goesOn } = words.waits;
  return (
    <Notice title={title(wait.word)}>
      {reason(wait.reason)} {GOES_ON.test(wait.word) && goesOn}
    </Notice>
  );
}

const cancelOf = (id: ResourceId): JobCancel => ({
  mutation: killJobMutation(id),
  leaves: (job) => (isCommvaultJob(job) ? killLeaves(job) : null),
});

/** A job has the ID of its request in its description. */
function secondOf(id: ResourceId, description: string | null): SecondJobs | null {
  const press = pressBehind(id, description);
  if (press === null) return null;
  const { draft, attempt, shares } = press;
  return { search: searchFor(draft, attempt), shares, cancelOf };
}
