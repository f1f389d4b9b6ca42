import type { StepId } from '#src/rules/step-of.ts';
import { diskSchemaFor } from '#src/wizard/azure-disks/refusals.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { useDraftForm } from '#src/wizard/draft/use-step-form.ts';

/** The form of a step in the wizard of a disk. */
export function useDiskForm(step: StepId, { draft, reads }: DiskView) {
  return useDraftForm(draft.id, draft.choices, diskSchemaFor(step, reads));
}
