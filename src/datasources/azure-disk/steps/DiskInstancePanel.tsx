import type { DiskView } from '#src/datasources/azure-disk/model.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { type DiskBackupInstance, DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { regionText } from '#src/strings/regions.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { deletedBlock, SearchedInstances } from '#src/wizard/steps/InstanceRows.tsx';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';

const words = diskFlow.instance;
const [nameHead, groupHead, vaultHead, regionHead] = words.heads;

const columns: readonly Column<DiskBackupInstance>[] = [
  { head: groupHead, cell: ({ resourceGroup }) => resourceGroup },
  { head: vaultHead, cell: ({ vaultName }) => vaultName },
  {
    head: regionHead,
    cell: ({ region }) => (region === null ? common.absence.notReported : regionText(region)),
  },
];

const pages = (search: string) => diskInstancePages({ ...EVERY_DISK, search }, DISKS_BY_NAME);

/** Which protected disk is restored. */
export function DiskInstancePanel({ view, formId, onNext }: PanelProps<DiskView>) {
  const form = useStepForm('instance', view);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <SearchedInstances
        view={view}
        control={form.control}
        firstHead={nameHead}
        blockedOf={deletedBlock}
        {...{ pages, words, columns }}
      />
    </StepForm>
  );
}
