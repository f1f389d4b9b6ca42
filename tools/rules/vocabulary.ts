import * as z from 'zod/mini';

/** What the values of facts and choices are made of; any of them may be left out. */
export const yesNo = z.optional(z.boolean());
export const text = z.optional(z.string());
export const orNone = z.optional(z.nullable(z.string()));
export const count = z.optional(z.number().check(z.nonnegative()));
export const names = z.optional(z.array(z.string()));

/** How disks are encrypted. */
export const encryption = z.optional(z.enum(['none', 'ADE', 'SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK']));

/** The setting of a vault for restores to other subscriptions. */
export const csrState = z.optional(
  z.nullable(z.enum(['enabled', 'disabled', 'permanentlyDisabled'])),
);
