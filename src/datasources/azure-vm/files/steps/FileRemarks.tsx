import type { FileStepId } from '#src/datasources/azure-vm/files/steps.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import type { RemarksProps } from '#src/wizard/task.ts';

/** What applies to a step of a file recovery, above its form. */
export function FileRemarks({ step }: RemarksProps<FileView, FileStepId>) {
  return step === 'runner' ? <span /> : null;
}
