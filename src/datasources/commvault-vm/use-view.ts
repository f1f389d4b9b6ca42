import { useCallback } from 'react';
import { useCommvaultReads } from '#src/datasources/commvault-vm/reader.ts';
import { commvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { type CommvaultView, commvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** Reads what a draft needs; with that the rules are applied to it. */
export function useViews({ choices }: Draft): (draft: Draft) => CommvaultView {
  const reads = useCommvaultReads(commvaultChoices(choices));
  return useCallback((seen) => commvaultView(seen, reads), [reads]);
}
