import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of a protected machine may ask for. */
export const instanceSearch = z.object({
  /** `secondary`: the points in the secondary region of the vault. */
  view: z.catch(z.optional(z.enum(['primary', 'secondary'])), undefined),
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
