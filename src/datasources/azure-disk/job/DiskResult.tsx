import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import { isTerminal } from '#src/model/jobs.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { isOfOthers, type RestoredDiskRead } from '#src/datasources/azure-disk/job/use-restored.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instance } from '#src/strings/instance.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import { DiskAfterwards } from '#src/datasources/azure-disk/checks/DiskAfterwards.tsx';

const words = diskPages.job.result;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

export interface DiskResultProps {
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
