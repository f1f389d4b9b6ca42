import * as z from 'zod/mini';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of a backup instance can ask for; the contract says what each part means. */
export const instanceSearch = z.object({
  view: z.catch(z.optional(z.enum(['primary', 'secondary'])), undefined),
  from: text,
  to: text,
  day: text,
  before: text,
  until: text,
  tier: text,
  consistency: text,
  compare: text,
});
