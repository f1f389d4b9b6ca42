import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { backupVaultIdOf } from '#src/api/data-protection/backup-vault-id.ts';
import { backupVaultQuery, foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import type { DiskJobDetails, SourceDisk } from '#src/model/data-protection.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { commandsAfter } from '#src/wizard/azure-disks/checks/afterwards.ts';
import { RevokeRole } from '#src/wizard/azure-disks/checks/RevokeRole.tsx';

const words = diskChecks.afterwards;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL },
  item: { paddingBlock: tokens.spacingVerticalXS },
  commands: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface DiskAfterwardsProps {
  /** Ended well. */
  readonly job: DiskJobDetails;
  /** The disk that it made. */
  readonly restoredId: ResourceId;
}

/** What is left to do once a disk is restored: put it to use, and take the vault's role back. */
export function DiskAfterwards({ job, restoredId }: DiskAfterwardsProps) {
  const styles = useStyles();
  const vaultId = resourceId(backupVaultIdOf(job.id) ?? '');
  const { data: vault } = useQuery({ ...backupVaultQuery(vaultId), enabled: vaultId !== '' });
  const { data: source } = useQuery({
    ...foundDiskQuery(job.sourceDiskId),
    enabled: job.sourceDiskId !== '',
  });
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <ol className={styles.list} aria-label={words.list}>
        <li className={styles.item}>
          <span>{useText(source ?? null)}</span>
          {source?.machineId === null && <div>{words.unattached}</div>}
          <ul className={styles.commands}>
            {commandsAfter(restoredId, source ?? null).map(({ label, text }) => (
              <li key={label}>
                <CopyText label={label} text={text} />
              </li>
            ))}
          </ul>
          {source?.osType && <span>{words.guide[source.osType]}</span>}
        </li>
        <li className={styles.item}>
          <RevokeRole vault={vault} restoredId={restoredId} />
        </li>
      </ol>
    </section>
  );
}

function useText(source: SourceDisk | null): string {
  if (source === null) return words.use.unknown;
  return source.osType === null ? words.use.data : words.use.os;
}
