import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { restoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';

/** Shapes of a restore in the secondary region (azure-contract §9; 2023-01-15). */

/** `GET {L}/backupAadProperties`; its `properties` are the body of what asks for a token. */
export const aadPropertiesWire = z.looseObject({
  properties: z.looseObject({
    tenantId: maybe(z.string()),
    audience: maybe(z.string()),
    servicePrincipalObjectId: maybe(z.string()),
  }),
});

/** Access token for a point: sent back whole, including unknown keys. */
const tokenWire = z.looseObject({ objectType: z.string(), accessTokenString: z.string() });
export type PointRight = z.infer<typeof tokenWire>;

/** The answer of `POST {RP}/accessToken`. */
export const accessTokenWire = z.looseObject({ properties: tokenWire });

/** The body of `POST {L}/backupCrossRegionRestore`. */
export const crossRegionRestoreWire = z.looseObject({
  crossRegionRestoreAccessDetails: tokenWire,
  restoreRequest: restoreRequestWire.shape.properties,
});
export type CrossRegionRestoreWire = z.infer<typeof crossRegionRestoreWire>;
