import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A region, `GET /subscriptions/{sub}/locations` of 2022-12-01 (azure-contract §14). */
export const locationWire = z.looseObject({
  name: z.string(),
  displayName: maybe(z.string()),
  metadata: maybe(
    z.looseObject({
      regionType: maybe(z.string()),
      pairedRegion: maybe(z.array(z.looseObject({ name: z.string() }))),
    }),
  ),
  /** Missing: the region has no zones. */
  availabilityZoneMappings: maybe(
    z.array(z.looseObject({ logicalZone: z.string(), physicalZone: maybe(z.string()) })),
  ),
});

export const locationPageWire = pageOf(locationWire);
