import * as z from 'zod/mini';
import { errorBody, maybe } from '#src/api/arm/wire.ts';

/**
 * The status of an operation (azure-contract §7; document 004, Example responses). `endTime` may be
 * there while it runs (the year 1), and `Succeeded` says only that the job exists.
 */
export const operationStatusWire = z.looseObject({
  id: maybe(z.string()),
  name: maybe(z.string()),
  status: z.string(),
  startTime: maybe(z.string()),
  endTime: maybe(z.string()),
  error: maybe(errorBody),
  properties: maybe(z.looseObject({ objectType: maybe(z.string()), jobId: maybe(z.string()) })),
});
export type OperationStatusWire = z.infer<typeof operationStatusWire>;
