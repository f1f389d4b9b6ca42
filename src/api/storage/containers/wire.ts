import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A blob container (Storage, 2023-05-01). */
const containerWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: maybe(z.looseObject({ lastModifiedTime: maybe(z.string()) })),
});

export const containerPageWire = pageOf(containerWire);
