import type { ScriptsProps } from '#src/wizard/commands/CommandSection.tsx';
import type { ReactNode } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import {
  DiskResult,
  foundDisk,
  useRestoredDisk,
} from '#src/datasources/azure-disk/job/DiskResult.tsx';
import { diskStepTexts, stepsAfter } from '#src/datasources/azure-disk/job/afterwards.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import type { JobCancel, JobProps, JobSpec, SecondJobs } from '#src/datasources/job.ts';
import { type DiskJobDetails, isDiskJob } from '#src/model/backup-vaults.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';
import { Moment } from '#src/ui/Moment.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { PlanCommands } from '#src/wizard/commands/PlanCommands.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/submission.ts';
import { StepReads } from '#src/wizard/next-steps/StepReads.tsx';
import { pressBehind } from '#src/wizard/submit/press-behind.ts';

const words = diskPages.job;

const GUIDE = 'https://learn.microsoft.com/azure/backup/disk-backup-troubleshoot';

/** Fetched when they are shown. */
const DiskScripts = lazyPart<'DiskScripts', ScriptsProps>(
  () => import('#src/datasources/azure-disk/commands.tsx'),
  'DiskScripts',
);

/** A job of a Backup vault, with the disk that a restore has created. Azure reports no figures of it. */
function DiskJob({ id, job, children }: JobProps) {
  const details = isDiskJob(job) ? job : null;
  const disk = useRestoredDisk(details);
  return children({
    found: foundDisk(job, disk.disk),
    isTargetRead: !disk.isReading,
    cancel: NEVER_CANCELED,
    second: secondOf(id, job.activityId),
    // Backup vaults have jobs of other operations too.
    isRestore: job.operation.toLowerCase() === 'restore',
    facts: details === null ? [] : diskFacts(details),
    afterVerdict: null,
    result: details === null ? null : <DiskResult job={details} read={disk} />,
    nextSteps: null,
    stepReads: disk.disk && <StepReads jobId={id} steps={stepsAfter(id, disk.disk.id)} />,
    commands: commandsOf(id),
    note: null,
    help: { guide: GUIDE, requestId: requestIdOf(id), remarks: [] },
    mendingOf: () => null,
  });
}

const NEVER_CANCELED: JobCancel = { never: words.neverCancelled, whileRunning: null };

function secondOf(id: ResourceId, requestId: string | null): SecondJobs | null {
  const press = pressBehind(id, requestId);
  if (press === null) return null;
  const { draft, attempt, shares } = press;
  return { search: lostDiskSearch(draft, attempt), shares, cancelOf: () => NEVER_CANCELED };
}

function commandsOf(id: ResourceId): ReactNode {
  const plan = draftOfJob(id)?.plan ?? null;
  return plan === null ? null : <PlanCommands plan={plan} level={2} Scripts={DiskScripts} />;
}

/** By which Azure support finds the request; null where another browser sent it. */
function requestIdOf(id: ResourceId): string | null {
  const draft = draftOfJob(id);
  return (draft && attemptOf(draft.submission)?.clientRequestId) ?? null;
}

/** What a Backup vault's job is about. */
function diskFacts(job: DiskJobDetails): readonly (readonly [string, ReactNode])[] {
  const { instanceId, itemName, sourceDiskId, recoveryPointTime: time, restoredDiskId } = job;
  return [
    [words.datasource, instances.datasources.disk],
    [
      words.instance,
      instanceId === '' ? (
        itemName || common.notReported
      ) : (
        <RouterLink
          key="instance"
          to="/instances/$instanceId"
          params={{ instanceId: instanceAddress(instanceId) }}
        >
          {itemName || nameOf(instanceId)}
        </RouterLink>
      ),
    ],
    [words.source, sourceDiskId === '' ? common.notReported : nameOf(sourceDiskId)],
    [words.point, <Moment key="time" at={time} />],
    [words.target, restoredDiskId === null ? common.notReported : nameOf(restoredDiskId)],
  ];
}

/** Jobs of Backup vaults. */
export const diskJob: JobSpec = {
  Job: DiskJob,
  instanceOf: async (job) => (isDiskJob(job) && job.instanceId !== '' ? job.instanceId : null),
  stepText: (id) => diskStepTexts.get(id) ?? null,
  choicesOf: () => ({ datasource: 'azure-disk' }),
};
