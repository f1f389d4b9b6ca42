import * as z from 'zod/mini';
import { instant } from '#src/lib/time.ts';

/**
 * Shapes that all of Azure Resource Manager shares. Unknown keys pass, null and missing are alike
 * (azure-contract: both are used within one service).
 */

/** A value that may be missing or null. */
export const maybe = <Schema extends z.core.$ZodType>(schema: Schema) => z.nullish(schema);

/** The tags of a resource. */
export const tagsWire = maybe(z.record(z.string(), z.string()));

/** An enum that Azure writes as a name or, for api-versions up to 2020, as a number. */
export const nameOrNumber = z.union([z.string(), z.number()]);

/** A page of a list; `nextLink` is absolute and used as it is. */
export const pageOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.looseObject({ value: maybe(z.array(item)), nextLink: maybe(z.string()) });

/** The inside of ARM's error envelope. */
const errorBody = z.looseObject({
  code: maybe(z.string()),
  message: maybe(z.string()),
  target: maybe(z.string()),
  details: maybe(z.array(z.looseObject({ code: maybe(z.string()), message: maybe(z.string()) }))),
});

/** The same as Data Protection writes it, made for people (azure-contract §12, UserFacingError). */
export const userErrorWire = z.extend(errorBody, { recommendedAction: maybe(z.array(z.string())) });

export type UserErrorWire = z.infer<typeof userErrorWire>;

/**
 * The status of an operation (azure-contract §7; document 004, Example responses). `endTime` may be
 * there while it runs (the year 1), and `Succeeded` says only that the job exists.
 */
export const operationStatusWire = z.looseObject({
  id: maybe(z.string()),
  name: maybe(z.string()),
  status: maybe(z.string()),
  startTime: maybe(z.string()),
  endTime: maybe(z.string()),
  error: maybe(errorBody),
  properties: maybe(z.looseObject({ objectType: maybe(z.string()), jobId: maybe(z.string()) })),
});
export type OperationStatusWire = z.infer<typeof operationStatusWire>;

/** A moment that this browser stored, as its epoch milliseconds. */
export const storedInstant = z.pipe(
  z.number(),
  z.transform((ms) => instant(ms)),
);
