import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A resource group, `GET /subscriptions/{sub}/resourcegroups` of 2021-04-01. */
export const resourceGroupWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: maybe(z.record(z.string(), z.string())),
  properties: maybe(z.looseObject({ provisioningState: maybe(z.string()) })),
});
export type ResourceGroupWire = z.infer<typeof resourceGroupWire>;

export const resourceGroupPageWire = pageOf(resourceGroupWire);
