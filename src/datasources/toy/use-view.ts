import { useQuery } from '@tanstack/react-query';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import { type ToyView, toyView } from '#src/datasources/toy/view.ts';
import { useNow } from '#src/ui/use-now.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';

/** Points wear out while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

/** Reads the shelf and judges a draft. */
export function useToyView(draft: Draft): ToyView {
  const at = useNow(LOOK_EVERY_MS);
  return toyView(draft, { at, boxes: readOf(useQuery(boxesQuery())) });
}
