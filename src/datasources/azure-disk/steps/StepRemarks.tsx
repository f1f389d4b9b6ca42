import type { StepId } from '#src/rules/fields.ts';
import { MachineBackupTip } from '#src/datasources/azure-disk/MachineBackupTip.tsx';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import type { RemarksProps } from '#src/wizard/task.ts';

/** What a step says before its fields: of the other way to the disk's data. */
export function StepRemarks({ step, view }: RemarksProps<DiskView, StepId>) {
  return step === 'restore-point' && <MachineBackupTip view={view} />;
}
