import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** `GET /providers/Microsoft.RecoveryServices/operations` of 2024-04-01. */
export const operationPageWire = pageOf(
  z.looseObject({
    name: z.string(),
    display: maybe(z.looseObject({ resource: maybe(z.string()), operation: maybe(z.string()) })),
  }),
);
