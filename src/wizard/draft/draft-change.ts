import * as z from 'zod/mini';
import type { Instead } from '#src/rules/rule.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';

const partial = z.partial(draftSchema.shape.choices);

/**
 * An alternative of a rule as a change to a draft. Null when some part of it has no value: then the
 * person is to choose another one.
 */
export function draftChange(instead: readonly Instead[]): Partial<DraftChoices> | null {
  if (instead.length === 0 || instead.some(({ value }) => value === undefined)) return null;
  const change = partial.safeParse(
    Object.fromEntries(instead.map(({ field, value }) => [field, value])),
  );
  return change.success && Object.keys(change.data).length > 0 ? change.data : null;
}
