import { useCallback, useMemo } from 'react';
import { checksOf } from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type DiskValidation,
  useDiskValidation,
  validationFact,
} from '#src/datasources/azure-disk/checks/validation.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import { diskDraft } from '#src/datasources/azure-disk/schema.ts';
import { useDiskReads } from '#src/datasources/azure-disk/reader.ts';
import { type DiskView, diskView } from '#src/datasources/azure-disk/view.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** What is known of a draft, and of Azure's own validation of it. */
export interface ValidatedView extends DiskView {
  readonly validation: DiskValidation;
}

/** Reads what a draft needs; with that the rules are applied to it. */
export function useViews(loose: Draft): (draft: Draft) => ValidatedView {
  const { id, choices } = useMemo(() => diskDraft(loose), [loose]);
  const reads = useDiskReads(choices);
  const judged = useMemo(
    () => ({
      restore: diskRestoreOf(choices, reads),
      checks: checksOf(reads, choices),
      at: reads.at,
    }),
    [choices, reads],
  );
  const validation = useDiskValidation(id, judged);
  return useCallback(
    (seen) => ({ ...diskView(seen, reads, validationFact(validation)), validation }),
    [reads, validation],
  );
}
