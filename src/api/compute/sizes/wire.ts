import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

const places = maybe(z.array(z.string()));

/**
 * One row of `GET …/Microsoft.Compute/skus` of 2021-07-01 (azure-contract §14). What is not named here
 * is dropped while it is read: the answer is megabytes long, and nearly all of it are capabilities.
 */
const sizeWire = z.object({
  /** `virtualMachines`, `disks` and others. */
  resourceType: maybe(z.string()),
  name: maybe(z.string()),
  /** The quota that it counts against, as `usages` names it. */
  family: maybe(z.string()),
  /** Of many the one that says how many cores it has. */
  capabilities: maybe(
    z.pipe(
      z.array(z.object({ name: maybe(z.string()), value: maybe(z.string()) })),
      z.transform((all) => all.filter(({ name }) => name?.toLowerCase() === 'vcpus')),
    ),
  ),
  /** Zones are in no order. */
  locationInfo: maybe(z.array(z.object({ location: maybe(z.string()), zones: places }))),
  restrictions: maybe(
    z.array(
      z.object({
        /** `Location` or `Zone`. */
        type: maybe(z.string()),
        /** `NotAvailableForSubscription` or `QuotaId`. */
        reasonCode: maybe(z.string()),
        restrictionInfo: maybe(z.object({ locations: places, zones: places })),
      }),
    ),
  ),
});
export type SizeWire = z.infer<typeof sizeWire>;

export const sizePageWire = pageOf(sizeWire);
