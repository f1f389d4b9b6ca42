import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { problemOf, readAt } from '#src/api/queries/query.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import { DiskAfterwards } from '#src/datasources/azure-disk/DiskAfterwards.tsx';
import {
  diskStepReads,
  diskStepTexts,
  stepsAfter,
} from '#src/datasources/azure-disk/afterwards.ts';
import { foundDisk, isOfOthers, useDiskReadBack } from '#src/datasources/azure-disk/read-back.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import type { JobCancel, JobPoint, JobProps, JobSpec, SecondJobs } from '#src/datasources/job.ts';
import { timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { type DiskJobDetails, isDiskJob } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobStatus } from '#src/model/jobs.ts';
import type { Disk } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { instance } from '#src/strings/instance.ts';
import { instances } from '#src/strings/instances.ts';
import { pages } from '#src/strings/pages.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { wizard } from '#src/strings/wizard.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { lazyPart } from '#src/ui/Part.tsx';
import { absent, readingOf } from '#src/ui/picture/model.ts';
import { Status } from '#src/ui/Status.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Moment } from '#src/ui/text.tsx';
import { PlanCommands } from '#src/wizard/commands/PlanCommands.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { StepReads } from '#src/wizard/next-steps/afterwards.tsx';
import { readingOr } from '#src/wizard/picture.ts';
import { useHasPressedPicture } from '#src/wizard/stored-picture.ts';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';

const GOOD_ENDS: readonly JobStatus[] = ['completed', 'completedWithWarnings'];

export interface RestoredDiskRead {
  /** Null: it is not there. Undefined: not looked for, or not read. */
  readonly disk: Disk | null | undefined;
  readonly isReading: boolean;
  /** Why it could not be read; null where it could, or was not looked for. */
  readonly problem: string | null;
}

/**
 * The disk that a restore of a disk has created, read by itself. It isn't looked for after a job that
 * didn't end well: a disk of that name may belong to another restore.
 */
function useRestoredDisk(job: DiskJobDetails | null): RestoredDiskRead {
  const id = job !== null && GOOD_ENDS.includes(job.status) ? job.restoredDiskId : null;
  const { data, error, isLoading } = useQuery({
    ...foundDiskQuery(id ?? resourceId('')),
    enabled: id !== null,
  });
  return {
    disk: data,
    isReading: isLoading,
    problem: data === undefined && error !== null ? problemOf(error).message : null,
  };
}

const resultWords = diskPages.job.result;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DiskResultProps {
  readonly job: DiskJobDetails;
  readonly read: RestoredDiskRead;
}

/** The disk that a restore makes: where it is to be, and whether it is there. */
function DiskResult({ job, read }: DiskResultProps) {
  const styles = useStyles();
  const { data: names } = useQuery(subscriptionNamesQuery());
  const id = job.restoredDiskId;
  if (id === null) return <p>{resultWords.notTold}</p>;
  const [, , subscription = '', , group = ''] = id.split('/');
  const { disk } = read;
  return (
    <section aria-label={resultWords.title} className={styles.root}>
      <SectionHeading level={2}>{resultWords.title}</SectionHeading>
      <DiskState job={job} read={read} />
      <KeyFacts
        facts={[
          [resultWords.name, nameOf(id)],
          [resultWords.group, group],
          [resultWords.subscription, names?.[subscription.toLowerCase()] ?? subscription],
          ...(disk
            ? [
                [
                  resultWords.size,
                  disk.sizeGiB === null
                    ? common.absence.notReported
                    : instance.disk.size(disk.sizeGiB),
                ] as const,
                [
                  resultWords.attached,
                  disk.machineId === null
                    ? diskPages.instance.facts.unattached
                    : nameOf(disk.machineId),
                ] as const,
              ]
            : []),
        ]}
      />
      <CopyText label={resultWords.id} text={id} />
      {/* Overview counts them as long as they are open, whatever became of the disk. */}
      {GOOD_ENDS.includes(job.status) && <DiskAfterwards job={job} restoredId={id} />}
    </section>
  );
}

function DiskState({ job, read }: DiskResultProps) {
  const { tone, text } = diskStateOf(job, read);
  return tone === null ? <span>{text}</span> : <Status tone={tone}>{text}</Status>;
}

interface DiskStateWords {
  readonly tone: 'done' | 'warning' | 'unknown' | null;
  readonly text: string;
}

/** Whether the disk that a restore makes is there, by what was read. */
export function diskStateOf(
  job: Pick<DiskJobDetails, 'status' | 'startedAt' | 'endedAt'>,
  { disk, isReading, problem }: RestoredDiskRead,
): DiskStateWords {
  if (!isTerminal(job.status)) return { tone: null, text: resultWords.willBe };
  if (isReading) return { tone: null, text: resultWords.reading };
  if (problem !== null) return { tone: 'unknown', text: resultWords.notRead(problem) };
  if (disk === undefined) return { tone: null, text: resultWords.notMade };
  if (disk !== null && isOfOthers(job, disk)) return { tone: 'warning', text: resultWords.other };
  return disk === null
    ? { tone: 'warning', text: resultWords.gone }
    : { tone: 'done', text: resultWords.readBack };
}

const words = diskPages.job;

const GUIDE = 'https://learn.microsoft.com/azure/backup/disk-backup-troubleshoot';

/** Fetched when they are shown. */
const DiskScripts = lazyPart(
  () => import('#src/datasources/azure-disk/commands.tsx'),
  (code) => code.DiskScripts,
);

/** A job of a Backup vault, with the disk that a restore has created. Azure reports no figures of it. */
function DiskJob({ id, job, children }: JobProps) {
  const details = isDiskJob(job) ? job : null;
  const disk = useRestoredDisk(details);
  // Backup vaults have jobs of other operations too.
  const isRestore = job.operation.toLowerCase() === 'restore';
  const point = useSourceSize(details, isRestore);
  const isBad = job.status === 'failed' || job.status === 'cancelled';
  const readBack = useDiskReadBack(details, isRestore);
  return children({
    found: foundDisk(job, disk.disk),
    isTargetRead: !disk.isReading,
    readBack,
    cancel: NEVER_CANCELED,
    second: secondOf(id, job.activityId),
    isRestore,
    point,
    facts: details === null ? [] : diskFacts(details),
    afterVerdict: null,
    // What a restore that ended badly has left stands above, as it was read.
    result: details === null || isBad ? null : <DiskResult job={details} read={disk} />,
    nextSteps: null,
    stepReads: disk.disk && (
      <StepReads jobId={id} steps={diskStepReads(stepsAfter(id, disk.disk.id))} />
    ),
    commands: commandsOf(id),
    note: null,
    help: { guide: GUIDE, requestId: requestIdOf(id), remarks: [] },
    mendingOf: () => null,
  });
}

const pointWords = pages.job.point;
const unread = restoreParts.unread.size;

/** How far the read of a source disk is, which alone has the size that a restore of it has, too. */
interface SourceRead {
  /** Null: it is gone. Undefined: not read. */
  readonly data: Disk | null | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly at: Instant | null;
}

/** The disk of a restore whose picture this browser doesn’t have, with its size, read once; null of any other job. */
function useSourceSize(job: DiskJobDetails | null, isRestore: boolean): JobPoint | null {
  const isPressed = useHasPressedPicture(job?.id ?? '');
  const isWanted = job !== null && isRestore && !isPressed;
  const query = foundDiskQuery(isWanted ? job.sourceDiskId : resourceId(''));
  const read = useQuery({
    ...query,
    enabled: isWanted && job.sourceDiskId !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isWanted) return null;
  const at = readAt(query.queryKey);
  return diskJobPoint(job, { ...read, at }, () => void read.refetch());
}

type DiskOfJob = Pick<DiskJobDetails, 'itemName' | 'sourceDiskId' | 'restoredDiskId'>;

/** What is known of a disk’s restore point by its job and the read of the source disk. Pure. */
export function diskJobPoint(
  { itemName, sourceDiskId, restoredDiskId }: DiskOfJob,
  { data, error, isFetching, at }: SourceRead,
  readIt: () => void,
): JobPoint {
  const time = at === null ? '' : timeText(at);
  const isNamed = sourceDiskId !== '';
  const why = isNamed ? (isFetching ? 'onItsWay' : 'notRead') : 'notInJob';
  const sizeGiB = readingOr(data === null ? null : data?.sizeGiB, unread, why);
  const missing = [
    pointWords.missingDisk(why),
    ...(error === null ? [] : [problemOf(error).message]),
  ];
  return {
    // The service has no such thing for the snapshot of a disk.
    consistency: absent,
    tier: readingOf(wizard.tier.Snapshot),
    disks: readingOf([{ name: itemName || restoreParts.someDisk, sizeGiB }]),
    newDisks: readingOf([
      { name: restoredDiskId === null ? restoreParts.someDisk : nameOf(restoredDiskId), sizeGiB },
    ]),
    lines: [],
    note:
      data === undefined
        ? missing.join(' ')
        : data === null
          ? pointWords.noDisk(time)
          : pointWords.ofDisk(time),
    readIt: data === undefined && why === 'notRead' ? readIt : null,
  };
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
        itemName || common.absence.notReported
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
    [words.source, sourceDiskId === '' ? common.absence.notReported : nameOf(sourceDiskId)],
    [words.point, <Moment key="time" at={time} />],
    [words.target, restoredDiskId === null ? common.absence.notReported : nameOf(restoredDiskId)],
  ];
}

/** Jobs of Backup vaults. */
export const diskJobSpec: JobSpec = {
  Job: DiskJob,
  cancelOf: () => NEVER_CANCELED,
  instanceOf: async (job) => (isDiskJob(job) && job.instanceId !== '' ? job.instanceId : null),
  stepText: (id) => diskStepTexts.get(id) ?? null,
  choicesOf: () => ({ datasource: 'azure-disk' }),
};
