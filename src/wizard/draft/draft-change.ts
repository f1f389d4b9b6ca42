import * as z from 'zod/mini';
import type { Alternative } from '#src/rules/alternatives.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';

/** Some choices of a draft. */
export const draftChoices = z.partial(draftSchema.shape.choices);

/** An alternative of a rule as a change to a draft. Null when it sets nothing that a draft holds. */
export function draftChange({ sets }: Alternative): Partial<DraftChoices> | null {
  const change = draftChoices.safeParse(
    Object.fromEntries(sets.map(({ field, value }) => [field, value])),
  );
  return change.success && Object.keys(change.data).length > 0 ? change.data : null;
}
