import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { machineQuery } from '#src/api/queries/targets.ts';
import type { DiskJobDetails } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { diskAfterwards as words } from '#src/strings/disk-checks.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import {
  type AfterAsked,
  hasMadeDisk,
  machineOf,
  roleOfDisk,
  stepsAfter,
} from '#src/wizard/azure-disks/checks/after.ts';
import { AfterStepRow } from '#src/wizard/azure-disks/checks/AfterStepRow.tsx';
import { RevokeRole } from '#src/wizard/azure-disks/checks/RevokeRole.tsx';
import { groupOf } from '#src/wizard/draft/grant-scopes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface DiskAfterwardsProps {
  readonly job: DiskJobDetails;
}

/** What is left to do after the restore of a disk; nothing before it has made one (document 002). */
export function DiskAfterwards({ job }: DiskAfterwardsProps) {
  const styles = useStyles();
  if (!hasMadeDisk(job)) return null;
  const { restoredDiskId, instanceId, sourceDiskId } = job;
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {restoredDiskId === null ? (
        <span>{words.notKnownDisk}</span>
      ) : (
        <>
          <Steps sourceDiskId={sourceDiskId} restoredDiskId={restoredDiskId} />
          <RevokeRole instanceId={instanceId} group={groupOf(restoredDiskId)} />
        </>
      )}
    </section>
  );
}

function Steps({
  sourceDiskId,
  restoredDiskId,
}: Pick<AfterAsked, 'sourceDiskId' | 'restoredDiskId'>) {
  const styles = useStyles();
  const source = useQuery(foundDiskQuery(sourceDiskId));
  const restored = useQuery(foundDiskQuery(restoredDiskId));
  const asked = { source: source.data, restored: restored.data, sourceDiskId, restoredDiskId };
  const machine = machineOf(asked);
  const osType = useOsType(machine);
  if (source.isLoading || restored.isLoading) return <span role="status">{words.reading}</span>;
  return (
    <>
      <span>{madeText(asked)}</span>
      <Unread query={restored} what={words.reads.restored} />
      <Unread query={source} what={words.reads.source} />
      {roleOfDisk(asked) === null && <span>{words.whichDisk}</span>}
      {machine === null && <span>{words.noMachine}</span>}
      <ol className={styles.list} aria-label={words.list}>
        {stepsAfter(asked).map((step) => (
          <AfterStepRow key={step.id} step={step} osType={osType} />
        ))}
      </ol>
    </>
  );
}

function madeText({ restored, restoredDiskId }: AfterAsked): string {
  const [disk, group] = [nameOf(restoredDiskId), nameOf(groupOf(restoredDiskId) ?? '')];
  return restored === null ? words.notThere(disk, group) : words.made(disk, group);
}

/** A data disk does not say its system; the machine that it hangs on does. */
function useOsType(machine: ResourceId | null) {
  const { data } = useQuery({
    ...machineQuery(machine ?? resourceId('')),
    enabled: machine !== null,
  });
  return data?.osType ?? null;
}

interface UnreadProps {
  readonly query: { readonly error: Error | null; readonly refetch: () => Promise<unknown> };
  readonly what: string;
}

function Unread({ query, what }: UnreadProps) {
  if (query.error === null) return null;
  const again = (): void => void query.refetch();
  return <ProblemState problem={problemOf(query.error)} what={what} onRetry={again} />;
}
