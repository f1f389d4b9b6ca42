import * as z from 'zod/mini';

/** A row of vaults counted by Resource Graph. Its columns are named by the question. */
export const vaultCountWire = z.looseObject({ subscriptionId: z.string(), vaults: z.number() });
