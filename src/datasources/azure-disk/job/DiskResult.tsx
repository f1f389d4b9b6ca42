import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import { subscriptionNamesQuery } from '#src/api/queries/places.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { DiskAfterwards } from '#src/datasources/azure-disk/job/DiskAfterwards.tsx';
import type { DiskJobDetails, SourceDisk } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobDetails, type JobStatus } from '#src/model/jobs.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { type FoundThings, isMadeIn } from '#src/progress/observe.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instance } from '#src/strings/instance.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';

const GOOD_ENDS: readonly JobStatus[] = ['completed', 'completedWithWarnings'];

export interface RestoredDiskRead {
  /** Null: it is not there. Undefined: not looked for, or not read. */
  readonly disk: SourceDisk | null | undefined;
  readonly isReading: boolean;
  /** Why it could not be read; null where it could, or was not looked for. */
  readonly problem: string | null;
}

/**
 * The disk that a restore of a disk has created, read by itself. It isn't looked for after a job that
 * didn't end well: a disk of that name may belong to another restore.
 */
export function useRestoredDisk(job: DiskJobDetails | null): RestoredDiskRead {
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

/** Whether a disk was made by another hand than the job's, by when it was created. */
const isOfOthers = (
  { startedAt: from, endedAt: to }: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  { createdAt = null }: SourceDisk,
): boolean => isMadeIn({ from, to }, createdAt) === false;

/** What that says of the target: a disk of the name that was made before or since isn't the job's. */
export function foundDisk(
  job: Pick<JobDetails, 'startedAt' | 'endedAt'>,
  disk: SourceDisk | null | undefined,
): FoundThings | null {
  if (disk === undefined) return null;
  const isThere = disk !== null && !isOfOthers(job, disk);
  return { isMachineThere: null, disks: isThere ? [disk.name] : [] };
}

const words = diskPages.job.result;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DiskResultProps {
  readonly job: DiskJobDetails;
  readonly read: RestoredDiskRead;
}

/** The disk that a restore makes: where it is to be, and whether it is there. */
export function DiskResult({ job, read }: DiskResultProps) {
  const styles = useStyles();
  const { data: names } = useQuery(subscriptionNamesQuery());
  const id = job.restoredDiskId;
  if (id === null) return <p>{words.notTold}</p>;
  const [, , subscription = '', , group = ''] = id.split('/');
  const { disk } = read;
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <DiskState job={job} read={read} />
      <KeyFacts
        facts={[
          [words.name, nameOf(id)],
          [words.group, group],
          [words.subscription, names?.[subscription.toLowerCase()] ?? subscription],
          ...(disk
            ? [
                [
                  words.size,
                  disk.sizeGiB === null ? common.notReported : instance.disk.size(disk.sizeGiB),
                ] as const,
                [
                  words.attached,
                  disk.machineId === null
                    ? diskPages.instance.facts.unattached
                    : nameOf(disk.machineId),
                ] as const,
              ]
            : []),
        ]}
      />
      <CopyText label={words.id} text={id} />
      {disk && <DiskAfterwards job={job} restoredId={id} />}
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
  if (!isTerminal(job.status)) return { tone: null, text: words.willBe };
  if (isReading) return { tone: null, text: words.reading };
  if (problem !== null) return { tone: 'unknown', text: words.notRead(problem) };
  if (disk === undefined) return { tone: null, text: words.notMade };
  if (disk !== null && isOfOthers(job, disk)) return { tone: 'warning', text: words.other };
  return disk === null
    ? { tone: 'warning', text: words.gone }
    : { tone: 'done', text: words.readBack };
}
