import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import { type ToyView, toyView } from '#src/datasources/toy/view.ts';
import { useNow } from '#src/ui/use-now.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';

/** Points wear out while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Reads the shelf; with that a draft is judged. */
export function useToyViews(): (draft: Draft) => ToyView {
  const at = useNow(LOOK_EVERY_MS);
  const { data, dataUpdatedAt, error, fetchStatus, refetch } = useQuery(boxesQuery());
  return useCallback(
    (draft) =>
      toyView(draft, {
        at,
        boxes: readOf({ data, dataUpdatedAt, error, fetchStatus, refetch }),
      }),
    [at, data, dataUpdatedAt, error, fetchStatus, refetch],
  );
}
