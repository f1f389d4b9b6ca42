import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A row of jobs counted by Resource Graph. Its columns are named by the question. */
export const jobCountWire = z.looseObject({
  operation: maybe(z.string()),
  status: maybe(z.string()),
  hour: maybe(z.string()),
  jobs: z.number(),
});
