import type { StepId } from '#src/rules/step-of.ts';
import { diskSchemaFor } from '#src/wizard/azure-disks/refusals.ts';
import { diskRefused } from '#src/wizard/azure-disks/words.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { useDraftForm } from '#src/wizard/draft/use-step-form.ts';

/** The form of a step in the wizard of a disk. */
export function useDiskForm(step: StepId, { draft, reads }: DiskView) {
  const form = useDraftForm(draft.id, draft.choices, diskSchemaFor(step, reads));
  return { ...form, refused: diskRefused(step) };
}
