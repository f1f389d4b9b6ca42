import * as z from 'zod/mini';

/** What Review showed when Restore was selected, as it was shown: what it was read from may be gone later. */
export const reviewed = z.object({
  /** Everything chosen: its label, and its value in words. */
  chosen: z.array(z.tuple([z.string(), z.string()])),
  /** The warnings that had to be read. */
  warnings: z.array(z.string()),
  checks: z.array(
    z.object({
      name: z.string(),
      /** In words, such as "Passed". */
      state: z.string(),
      found: z.string(),
      /** When it was checked, epoch milliseconds; null: it wasn't. */
      at: z.nullable(z.number()),
    }),
  ),
});
export type Reviewed = z.infer<typeof reviewed>;
