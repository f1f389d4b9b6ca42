import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { RevokeRole } from '#src/datasources/azure-disk/checks/RevokeRole.tsx';
import {
  commandsAfter,
  type Disks,
  guidesFor,
  machineOfDisks,
  roleOf,
  stepsAfter,
} from '#src/datasources/azure-disk/job/afterwards.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { StepCheck } from '#src/model/next-steps.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { type Marks, StepState, useMarks } from '#src/wizard/next-steps/NextStepList.tsx';

interface DiskStepProps {
  readonly jobId: string;
  readonly id: string;
  /** What to do, for a button of many. */
  readonly text: string;
  readonly check: StepCheck | null;
  readonly marks: Marks;
}

/** How far one step after the restore of a disk is. */
function DiskStep({ marks, ...step }: DiskStepProps) {
  const { id, text } = step;
  const { column, close } = useCommonStyles();
  return (
    <div className={mergeClasses(column, close)}>
      <StepState {...step} marks={marks.of(id)} onMark={(isDone) => marks.mark(id, text, isDone)} />
    </div>
  );
}

const words = diskChecks.afterwards;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
  item: { paddingBlock: tokens.spacingVerticalXS },
  plain: { listStyleType: 'none', margin: 0, padding: 0 },
  guides: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

interface DiskAfterwardsProps {
  /** Ended well. */
  readonly job: DiskJobDetails;
  /** The disk that it made. */
  readonly restoredId: ResourceId;
}

/** What is left to do once a disk is restored: put it to use, and take the vault's role back. */
export function DiskAfterwards({ job, restoredId }: DiskAfterwardsProps) {
  const styles = useStyles();
  const marks = useMarks(job.id);
  const vaultId = resourceId(backupVaultIdOf(job.id) ?? '');
  const { data: vault } = useQuery({ ...backupVaultQuery(vaultId), enabled: vaultId !== '' });
  const source = useQuery({
    ...foundDiskQuery(job.sourceDiskId),
    enabled: job.sourceDiskId !== '',
  });
  const restored = useQuery(foundDiskQuery(restoredId));
  const [use, revoke] = stepsAfter(job.id, restoredId);
  const isReading = source.isLoading || restored.isLoading;
  return (
    <>
      <section aria-label={words.title} className={styles.root}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <ol className={styles.list} aria-label={words.list}>
          <li className={styles.item}>
            {isReading ? (
              <span>{common.reading(words.disks)}</span>
            ) : (
              <PutToUse restoredId={restoredId} source={source.data} restored={restored.data} />
            )}
            <DiskStep
              marks={marks}
              jobId={job.id}
              {...use}
              text={words.use[roleOf({ source: source.data, restored: restored.data })]}
            />
          </li>
          <li className={styles.item}>
            <RevokeRole vault={vault} restoredId={restoredId} />
            <DiskStep marks={marks} jobId={job.id} {...revoke} text={words.revoke.title} />
          </li>
        </ol>
      </section>
      <SpokenNow label={nextSteps.title} parts={{ said: marks.notice }} />
    </>
  );
}

/** How the disk takes the place of its source, by its part in the machine and the machine's system. */
function PutToUse(disks: Disks) {
  const styles = useStyles();
  const machine = machineOfDisks(disks);
  const { data } = useQuery({
    ...machineQuery(machine ?? resourceId('')),
    enabled: machine !== null,
  });
  const role = roleOf(disks);
  // A data disk names no operating system, so the VM that it is attached to decides.
  const osType = disks.restored?.osType ?? disks.source?.osType ?? data?.osType ?? null;
  return (
    <>
      <span>{words.use[role]}</span>
      {machine === null && <div>{words.unattached}</div>}
      <ul className={styles.plain}>
        {commandsAfter(disks).map(({ label, command }) => (
          <li key={label}>
            <CommandText label={label} command={command} />
          </li>
        ))}
      </ul>
      {osType !== null && role !== 'unknown' && <span>{words.guide[role][osType]}</span>}
      <ul className={mergeClasses(styles.plain, styles.guides)} aria-label={words.guidesList}>
        {guidesFor(role, osType).map(({ label, href }) => (
          <li key={href}>
            <OutsideLink href={href}>{label}</OutsideLink>
          </li>
        ))}
      </ul>
    </>
  );
}
