import type { FactValue } from '#src/rules/facts.ts';
import { diskModel } from '#src/datasources/azure-disk/model.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import {
  type DiskChoices,
  diskChoicesOf,
  type DiskDraft,
  diskDraft,
} from '#src/datasources/azure-disk/schema.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type View, viewOf } from '#src/wizard/explain/view.ts';

/** The draft of a disk's restore with everything that is known and said about it. */
export interface DiskView extends View<DiskReads> {
  readonly draft: DiskDraft;
  readonly shown: DiskChoices;
}

/** Applies the rules to a draft. Pure. */
export function diskView(
  draft: Draft,
  reads: DiskReads,
  validation: FactValue<'disk.validation'>,
): DiskView {
  const view = viewOf(diskModel, draft, { ...reads, validation });
  return { ...view, draft: diskDraft(view.draft), shown: diskChoicesOf(view.shown) };
}
