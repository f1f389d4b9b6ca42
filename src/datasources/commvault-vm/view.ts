import { commvaultModel } from '#src/datasources/commvault-vm/model.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import {
  type CommvaultChoices,
  commvaultChoices,
  type CommvaultDraft,
  commvaultDraft,
} from '#src/datasources/commvault-vm/schema.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type View, viewOf } from '#src/wizard/explain/view.ts';

/** The draft of a VM's restore by Commvault with everything that is known and said about it. */
export interface CommvaultView extends View<CommvaultReads> {
  readonly draft: CommvaultDraft;
  /** With what is filled in: what the forms show and the request carries. */
  readonly shown: CommvaultChoices;
}

/** Applies the rules to a draft. Pure. */
export function commvaultView(draft: Draft, reads: CommvaultReads): CommvaultView {
  const view = viewOf(commvaultModel, draft, reads);
  return { ...view, draft: commvaultDraft(view.draft), shown: commvaultChoices(view.shown) };
}
