import { useQueryClient } from '@tanstack/react-query';
import { keysOfReview } from '#src/datasources/azure-vm/checks/preflight-queries.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** Reads again all that Review judges by and that is shown now. */
export function useReadAgain(view: DraftView): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of keysOfReview(view)) {
      void client.refetchQueries({ queryKey, exact: true, type: 'active' });
    }
  };
}
