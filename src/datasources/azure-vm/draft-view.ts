import type { View } from '#src/wizard/explain/view.ts';
import { vmChoices, type VmDraft, vmDraft } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';

/** The draft of a virtual machine's restore with everything that is known and said about it. */
export interface DraftView extends View<Reads> {
  readonly draft: VmDraft;
  readonly shown: VmChoices;
}

/** A view with its choices as a virtual machine's restore has them. */
export const typedView = (view: View<Reads>): DraftView => ({
  ...view,
  draft: vmDraft(view.draft),
  shown: vmChoices(view.shown),
});
