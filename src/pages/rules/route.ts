import * as z from 'zod/mini';

const text = z.catch(z.optional(z.coerce.string()), undefined);

/** What stands in the address; what means nothing is told to the person, so it gets through. */
const rulesSearch = z.object({
  q: text,
  product: text,
  step: text,
  group: text,
  kind: text,
  document: text,
  enforcedBy: text,
  /** The id of one constraint, which is then shown alone. */
  rule: text,
});
export type RulesSearch = z.infer<typeof rulesSearch>;

/** The page of all constraints. */
export const rules = { path: '/rules', search: rulesSearch } as const;
