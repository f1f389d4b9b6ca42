import type { ReactNode } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { commvaultVmId, jobOf } from '#src/api/commvault/home.ts';
import { killJobMutation } from '#src/api/commvault/job-lists.ts';
import { type CommvaultJobDetails, isCommvaultJob, STAGES } from '#src/api/commvault/jobs.ts';
import { storedJob } from '#src/api/queries/seen-jobs.ts';
import { ConnectionNote } from '#src/datasources/commvault-vm/connection.tsx';
import {
  foundVm,
  MadeVm,
  type MadeVmRead,
  useMadeVm,
} from '#src/datasources/commvault-vm/MadeVm.tsx';
import { useCommvaultReadBack } from '#src/datasources/commvault-vm/read-back.ts';
import { stepText } from '#src/datasources/commvault-vm/next-steps.ts';
import { lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import type {
  CancelLeaves,
  JobCancel,
  JobMending,
  JobPoint,
  JobProps,
  JobSpec,
  SecondJobs,
} from '#src/datasources/job.ts';
import { gib } from '#src/lib/bytes.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { JobError } from '#src/model/jobs.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { commvaultJob as words } from '#src/strings/commvault.ts';
import { commvaultName } from '#src/strings/datasources.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { pages } from '#src/strings/pages.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { readingOf, unreadFact } from '#src/ui/picture/model.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { useHasPressedPicture } from '#src/wizard/stored-picture.ts';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

const leavesWords = words.leaves;

/**
 * How far a restore in place is with the VM that it deletes first (document 003, Restore Process).
 * `notReported`: its tenant reports no stages.
 */
type Deletion = 'before' | 'underWay' | 'deleted' | 'madeAnew' | 'notReported';

const AT: Readonly<Record<string, Deletion>> = {
  [STAGES.mediaAgent]: 'before',
  [STAGES.driver]: 'before',
  [STAGES.deleteVm]: 'underWay',
  [STAGES.mount]: 'deleted',
  [STAGES.write]: 'deleted',
  [STAGES.create]: 'madeAnew',
  [STAGES.convert]: 'madeAnew',
  [STAGES.securityGroup]: 'madeAnew',
};

/** How far the deletion is at a stage; null: no stage is reported. */
const deletionAt = (stage: string | null): Deletion => AT[stage ?? ''] ?? 'notReported';

/**
 * What killing a job leaves behind where that is out of the ordinary: a restore in place deletes the VM
 * first, and one out of place does where it overwrites. That what was made by then stays is assumed (A).
 */
export function killLeaves({
  task,
  stage,
  itemName,
}: Pick<CommvaultJobDetails, 'task' | 'stage' | 'itemName'>): CancelLeaves | null {
  const { isInPlace, overwrites } = task;
  const vm = task.newName ?? itemName;
  if (isInPlace === false) {
    if (overwrites !== true) return null;
    return {
      command: deletionAt(stage) === 'before' ? null : leavesWords.maybe,
      text: leavesWords.overwrites(vm),
    };
  }
  if (isInPlace === null) return { command: leavesWords.maybe, text: leavesWords.unread(vm) };
  const deletion = deletionAt(stage);
  switch (deletion) {
    case 'before':
      return { command: null, text: leavesWords.before(vm, stage ?? '') };
    case 'deleted':
      return { command: leavesWords.none, text: leavesWords.deleted(vm, stage ?? '') };
    case 'underWay':
    case 'madeAnew':
      return { command: leavesWords.maybe, text: leavesWords[deletion](vm, stage ?? '') };
    case 'notReported':
      return { command: leavesWords.maybe, text: leavesWords.notReported(vm) };
  }
}

interface AfterDeletionWords {
  readonly intent: 'warning' | 'error';
  readonly title: string;
  readonly body: string;
}

type EndedJob = Pick<CommvaultJobDetails, 'status' | 'task' | 'stage' | 'itemName'>;

/**
 * What is known of the VM that a restore deletes first, where it failed or was killed; null: nothing.
 * That it was this restore that deleted it, only the stage that the job has reached tells: a VM that isn't there may
 * have been gone before. `isThere` undefined: not read; null: read and not certain.
 */
export function afterDeletion(
  { status, task, stage, itemName }: EndedJob,
  isThere: boolean | null | undefined,
): AfterDeletionWords | null {
  const isBad = status === 'failed' || status === 'cancelled';
  const deletion = deletionAt(stage);
  const isInPlace = task.isInPlace === true;
  if (!isBad || !(isInPlace || task.overwrites === true) || deletion === 'before') return null;
  const name = task.newName ?? itemName;
  const after = words.afterwards;
  if (!isInPlace) {
    const body = isThere === false ? after.noneThere : thereText(isThere);
    return { intent: 'warning', title: after.overwroteTitle(name), body };
  }
  const isSure = deletion === 'deleted' || deletion === 'madeAnew';
  const title = isSure ? after.title(name) : after.maybeTitle(name);
  return { intent: 'error', title, body: thereText(isThere) };
}

function thereText(isThere: boolean | null | undefined): string {
  const { unread, there, gone } = words.afterwards;
  if (isThere === undefined) return unread;
  if (isThere === null) return words.result.unknown;
  return isThere ? there : gone;
}

interface AfterDeletionProps {
  readonly job: CommvaultJobDetails;
  readonly read: MadeVmRead;
}

/** What became of the VM that a restore deletes first, where it failed or was killed. */
function AfterDeletion({ job, read: { vm } }: AfterDeletionProps) {
  const after = afterDeletion(job, vm?.isThere);
  if (after === null) return null;
  return (
    <Notice intent={after.intent} title={after.title}>
      {after.body}
    </Notice>
  );
}

type Facts = readonly (readonly [string, ReactNode])[];

/** The properties of a job: what no tenant or this one doesn't report is named as that. */
function factsOf(job: CommvaultJobDetails): Facts {
  const { vaultName: host, stage, bytes, task } = job;
  const where: Facts = [
    [words.datasource, commvaultName],
    [words.host, host],
  ];
  if (job.operation !== 'Restore') return where;
  const written = bytes === null ? words.notReported : gib(bytes.transferred);
  return [
    ...where,
    [words.instance, instanceLink(job)],
    [words.point, job.pointTime ? dateTimeText(job.pointTime) : words.notReported],
    [words.destination, destinationText(task.isInPlace)],
    [words.stage, stage ?? words.notReported],
    [words.written, written],
  ];
}

function destinationText(isInPlace: boolean | null): string {
  if (isInPlace === null) return words.notReported;
  return isInPlace ? words.inPlace : words.outOfPlace;
}

function instanceLink({
  vaultName: host,
  itemName,
  task: { guid },
}: CommvaultJobDetails): ReactNode {
  if (guid === null) return words.notReported;
  const instanceId = instanceAddress(commvaultVmId(host, guid));
  return (
    <RouterLink key="instance" to="/instances/$instanceId" params={{ instanceId }}>
      {itemName || guid}
    </RouterLink>
  );
}

const mendWords = words.mend;

/** The remedy for an error; null for one whose cause isn't known. Both were seen (commvault.md §2.2, §5; R). */
export function commvaultMending({ message }: Pick<JobError, 'message'>): JobMending | null {
  if (message.startsWith('No OS disk found')) return { ...mendWords.osDisk, field: 'point' };
  // Azure's own words, which a job repeats.
  return /exceeding approved .* quota/i.test(message)
    ? { ...mendWords.quota, field: 'vmSize' }
    : null;
}

const lastSeenWords = words.lastSeen;

/** What this browser last saw of a job that can't be read: without a token a CommServe tells nothing. */
function LastSeen({ id }: { readonly id: ResourceId }) {
  const host = jobOf(id)?.host;
  const { latest, tasks } = storedJob(id)?.observations ?? {};
  const watched = watchedJobs().find(({ jobId }) => sameId(jobId, id));
  const stage = tasks?.findLast(({ status }) => status !== 'notStarted')?.name;
  const { percent = null, bytes = null, totalBytes = null } = latest ?? {};
  const moved =
    bytes === null || totalBytes === null
      ? undefined
      : pages.job.bytesOf(gib(bytes), gib(totalBytes));
  const facts = [
    [lastSeenWords.vm, watched?.machine],
    [lastSeenWords.at, latest && dateTimeText(latest.at)],
    [words.stage, stage],
    [lastSeenWords.percent, percent === null ? undefined : pages.job.percent(percent)],
    [words.written, moved],
  ] as const;
  const known = facts.flatMap(([term, value]) =>
    value === undefined ? [] : [[term, value] as const],
  );
  return (
    <>
      {host !== undefined && <ConnectionNote host={host} />}
      {known.length > 0 && (
        <section aria-label={lastSeenWords.title}>
          <SectionHeading level={2}>{lastSeenWords.title}</SectionHeading>
          <KeyFacts facts={known} />
        </section>
      )}
    </>
  );
}

const GUIDE = 'https://documentation.commvault.com/';

/** Fetched when they are shown. */
const NextSteps = lazyPart(
  () => import('#src/datasources/commvault-vm/NextSteps.tsx'),
  (code) => code.NextSteps,
);

/** A job of a CommServe. Only its own bytes predict its time. */
function CommvaultJob({ id, job: read, children }: JobProps) {
  const isPressed = useHasPressedPicture(id);
  const job = isCommvaultJob(read) ? read : null;
  const made = useMadeVm(job);
  const readBack = useCommvaultReadBack(job, made);
  const isRestore = read.operation === 'Restore';
  const draft = draftOfJob(id);
  const steps = { id, machineId: made.vm?.id ?? null };
  return children({
    found: foundVm(read, made.vm),
    isTargetRead: !made.isReading,
    readBack,
    cancel: cancelOf(id),
    second: secondOf(id, job?.task.description ?? null),
    isRestore,
    point: isRestore && job !== null && !isPressed ? commvaultJobPoint(job) : null,
    facts: job === null ? [] : factsOf(job),
    afterVerdict: job !== null && <AfterDeletion job={job} read={made} />,
    result: job !== null && (
      <>
        <ConnectionNote host={job.vaultName} />
        <WaitNote job={job} />
        {isRestore && <MadeVm job={job} read={made} />}
      </>
    ),
    nextSteps: isRestore && (
      <Part what={nextSteps.what}>
        <NextSteps {...steps} />
      </Part>
    ),
    stepReads: isRestore && (
      <Part what={nextSteps.what}>
        <NextSteps {...steps} isReadAlone />
      </Part>
    ),
    commands: null,
    note: isRestore && read.tasks.length === 0 ? words.whyNoStages : null,
    help: {
      guide: GUIDE,
      guideText: words.guide,
      requestId: (draft && attemptOf(draft.submission)?.clientRequestId) ?? null,
      remarks: [],
    },
    mendingOf: commvaultMending,
  });
}

/** What is queued, or waits to be tried again; one that is suspended waits for a person. */
const GOES_ON = /^(queued|waiting|pending)/i;

/**
 * What is known of a restore point by its job, which reports names of the disks that it creates alone. Those of the VM's
 * latest backup may be others. Pure.
 */
export function commvaultJobPoint({ task }: Pick<CommvaultJobDetails, 'task'>): JobPoint {
  const { newDisks } = task;
  const { unread, backupCopy, someDisk } = restoreParts;
  const isTaskRead = Object.values(task).some((value) => value !== null);
  const hasDisks = newDisks !== null && newDisks.length > 0;
  const sizeGiB = unreadFact(unread.size, 'notInJob');
  return {
    // A restore point of Commvault is a backup job, which doesn’t have it.
    consistency: unreadFact(unread.consistency, 'notInJob'),
    tier: readingOf(backupCopy),
    disks: unreadFact(unread.disks, 'notInJob'),
    newDisks: hasDisks
      ? readingOf(newDisks.map((name) => ({ name: name || someDisk, sizeGiB })))
      : unreadFact(unread.disks, isTaskRead ? 'notReported' : 'notRead'),
    lines: [],
    note: pages.job.point.ofTask(hasDisks),
    readIt: null,
  };
}

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
  return { search: lostCommvaultSearch(draft, attempt), shares, cancelOf };
}

/** Jobs of CommServes. */
export const commvaultJobSpec: JobSpec = {
  Job: CommvaultJob,
  cancelOf,
  Unread: LastSeen,
  instanceOf: async (job) =>
    isCommvaultJob(job) && job.task.guid !== null
      ? commvaultVmId(job.vaultName, job.task.guid)
      : null,
  choicesOf: () => ({ datasource: 'commvault-vm' }),
  stepText,
};
