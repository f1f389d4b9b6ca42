import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** What else a vault tells of itself (S; 2024-04-01). */

/** `GET {V}/extendedInformation/vaultExtendedInfo`. */
export const vaultExtendedInfoWire = z.looseObject({
  name: z.string(),
  properties: maybe(
    z.looseObject({ integrityKey: maybe(z.string()), algorithm: maybe(z.string()) }),
  ),
});

/** The body of `POST …/locations/{region}/checkNameAvailability`. */
export const vaultNameRequestWire = z.looseObject({ name: z.string(), type: maybe(z.string()) });

/** Whether a vault of that name can be made in the group. */
export const vaultNameWire = z.looseObject({
  nameAvailable: z.boolean(),
  /** `AlreadyExists` or `Invalid`. */
  reason: maybe(z.string()),
  message: maybe(z.string()),
});
