import * as z from 'zod/mini';

const text = z.catch(z.optional(z.coerce.string()), undefined);

/** The parameters of the address; invalid values pass through so that the page can report them. */
const rulesSearch = z.object({
  q: text,
  product: text,
  step: text,
  group: text,
  kind: text,
  document: text,
  enforcedBy: text,
  /** The groups that were opened, with commas between. */
  open: text,
  /** The groups that were closed while a filter showed what it found in them. */
  closed: text,
  /** The id of one constraint, which is then shown alone. */
  rule: text,
});
export type RulesSearch = z.infer<typeof rulesSearch>;

/** The page of all constraints. */
export const rulesPage = { path: '/rules', search: rulesSearch } as const;
