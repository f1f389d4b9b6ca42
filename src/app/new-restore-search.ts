import * as z from 'zod/mini';
import { MENDING_FIELDS } from '#src/model/restore-option.ts';

/** What an address for a new restore can hold. */
export const newRestoreSearch = z.object({
  instance: z.optional(z.coerce.string()),
  point: z.optional(z.coerce.string()),
  option: z.catch(z.optional(z.enum(['createVm', 'restoreDisks', 'replaceDisks'])), undefined),
  // The router reads a figure as a number.
  zone: z.catch(z.optional(z.coerce.string()), undefined),
  /** In which of the vault's two regions it is restored. */
  view: z.catch(z.optional(z.enum(['primary', 'secondary'])), undefined),
  /** What is down, as the person says. */
  outage: z.catch(z.optional(z.enum(['none', 'zone', 'region'])), undefined),
  /** What is done with the backup; left out: it is restored. */
  task: z.catch(z.optional(z.enum(['recoverFiles'])), undefined),
  /** What has happened, and until when the machine was good. */
  what: z.optional(z.coerce.string()),
  before: z.optional(z.coerce.string()),
  /** A job whose restore is to be started again. */
  again: z.optional(z.coerce.string()),
  /** What mends the restore of that job. */
  mend: z.catch(z.optional(z.enum(MENDING_FIELDS)), undefined),
  /** A constraint that is to be met, in the demo alone. */
  rule: z.optional(z.coerce.string()),
});
export type NewRestoreSearch = z.infer<typeof newRestoreSearch>;
