import * as z from 'zod/mini';

/**
 * Shapes that all of Azure Resource Manager shares. Unknown keys pass, null and missing are alike
 * (azure-contract: both are used within one service).
 */

/** A value that may be missing or null. */
export const maybe = <Schema extends z.core.$ZodType>(schema: Schema) => z.nullish(schema);

/** An enum that Azure writes as a name or, for api-versions up to 2020, as a number. */
export const nameOrNumber = z.union([z.string(), z.number()]);

/** A page of a list; `nextLink` is absolute and used as it is. */
export const pageOf = <Item extends z.core.$ZodType>(item: Item) =>
  z.looseObject({ value: maybe(z.array(item)), nextLink: maybe(z.string()) });

/** The inside of ARM's error envelope. */
export const errorBody = z.looseObject({
  code: maybe(z.string()),
  message: maybe(z.string()),
  target: maybe(z.string()),
  details: maybe(z.array(z.looseObject({ code: maybe(z.string()), message: maybe(z.string()) }))),
});

/** `{error: {code, message, …}}`; some gateways leave the envelope off. */
export const errorEnvelope = z.looseObject({ error: maybe(errorBody) });
export type ErrorEnvelope = z.infer<typeof errorEnvelope>;
