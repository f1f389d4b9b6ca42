import * as z from 'zod/mini';

const text = z.catch(z.optional(z.coerce.string()), undefined);

/** Every constraint; what is typed and chosen is in the address, and so is one constraint alone. */
export const rules = {
  path: '/rules',
  /** Shape only: what means nothing is told to the person, so it must get through. */
  search: z.object({
    q: text,
    group: text,
    kind: text,
    document: text,
    enforcedBy: text,
    /** The id of one constraint, shown alone. */
    rule: text,
  }),
} as const;
