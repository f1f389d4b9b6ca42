import * as z from 'zod/mini';

// Whatever stands there is kept as text, so that what means nothing can be named: `points/filter.ts`
// says what it means.
const text = z.optional(z.coerce.string());

/** What the address of a protected machine may ask for. */
export const instanceSearch = z.object({
  /** First and last day of the points shown, `2025-06-05`. */
  from: text,
  to: text,
  /** The one day whose points are shown. */
  day: text,
  /** The last day of the strip. */
  until: text,
  /** Tiers and consistencies, several with a comma between. */
  tier: text,
  consistency: text,
  /** Two points by their names, or one and `now`, with a comma between. */
  compare: text,
});
export type InstanceSearch = z.infer<typeof instanceSearch>;

/** Changes parts of the address; the others stay. */
export type ChangeSearch = (change: Partial<InstanceSearch>) => void;
