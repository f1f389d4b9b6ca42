import { type Chosen, chosenIn } from '#src/datasources/toy/facts.ts';
import { toyModel } from '#src/datasources/toy/model.ts';
import type { ToyReads } from '#src/datasources/toy/reads.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { type View, viewOf } from '#src/wizard/explain/view.ts';

/** A draft with what is known of it, what is chosen, and what the rules say. */
export type ToyView = View<ToyReads> & Chosen;

/** Applies the shelf's rules to a draft. Pure. */
export const toyView = (draft: Draft, reads: ToyReads): ToyView => ({
  ...viewOf(toyModel, draft, reads),
  ...chosenIn(reads, draft.choices),
});
