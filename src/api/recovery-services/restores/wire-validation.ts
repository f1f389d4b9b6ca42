import * as z from 'zod/mini';
import { maybe, operationStatusWire } from '#src/api/arm/wire.ts';
import { restoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';

/**
 * Shapes of a restore's validation (azure-contract §6). The restore is the inside of `properties`
 * of what starts it.
 */
const wishWire = z.looseObject({
  objectType: z.literal('ValidateIaasVMRestoreOperationRequest'),
  restoreRequest: restoreRequestWire.shape.properties,
});

const requestWire = z.looseObject({
  /** The recovery point's. */
  id: maybe(z.string()),
  properties: wishWire,
});
export type ValidationRequestWire = z.infer<typeof requestWire>;

/** Samples of old versions have the wish alone, and no `id` (S: 2019-05-13, 2021-12-01). */
export const validationRequestWire = z.union([
  requestWire,
  z.pipe(
    wishWire,
    z.transform((properties): ValidationRequestWire => ({ properties })),
  ),
]);

const problemWire = z.looseObject({
  code: maybe(z.string()),
  message: maybe(z.string()),
  recommendations: maybe(z.array(z.string())),
});
export type ValidationProblemWire = z.infer<typeof problemWire>;

/** What a validation found: in a 200, and a list that is not empty says that the restore would fail. */
export const validationWire = z.looseObject({
  validateOperationResponse: maybe(
    z.looseObject({ validationResults: maybe(z.array(problemWire)) }),
  ),
});
export type ValidationWire = z.infer<typeof validationWire>;

/** The status of a validation that runs by itself; what it found is in `properties`. */
export const validationStatusWire = z.extend(operationStatusWire, {
  properties: maybe(validationWire),
});
