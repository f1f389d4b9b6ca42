import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import {
  type FileChoices,
  fileChoices,
  fileDraft,
} from '#src/datasources/azure-vm/files/fields.ts';
import { fileModel } from '#src/datasources/azure-vm/files/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { viewOf } from '#src/wizard/explain/view.ts';

/** The draft of a file recovery with everything that is known and said about it. */
export interface FileView extends DraftView {
  readonly draft: Draft<FileChoices>;
  readonly shown: FileChoices;
}

/** Applies the rules of file recovery to a draft. Pure. */
export function fileViewOf(draft: Draft, reads: Reads): FileView {
  const view = viewOf(fileModel, draft, reads);
  return { ...view, draft: fileDraft(view.draft), shown: fileChoices(view.shown) };
}
