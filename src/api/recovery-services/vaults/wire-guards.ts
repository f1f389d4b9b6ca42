import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A vault's link to a resource guard (azure-contract §2; 2024-04-01). */
export const guardProxyWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: maybe(
    z.looseObject({
      resourceGuardResourceId: maybe(z.string()),
      resourceGuardOperationDetails: maybe(
        z.array(
          z.looseObject({
            vaultCriticalOperation: maybe(z.string()),
            defaultResourceRequest: maybe(z.string()),
          }),
        ),
      ),
      description: maybe(z.string()),
    }),
  ),
});
export type GuardProxyWire = z.infer<typeof guardProxyWire>;

export const guardProxyPageWire = pageOf(guardProxyWire);

/** The body of `POST {V}/backupResourceGuardProxies/{proxy}/unlockDelete`. */
export const unlockDeleteRequestWire = z.looseObject({
  resourceGuardOperationRequests: maybe(z.array(z.string())),
  resourceToBeDeleted: maybe(z.string()),
});
export type UnlockDeleteRequestWire = z.infer<typeof unlockDeleteRequestWire>;

/** Its answer. */
export const unlockDeleteWire = z.looseObject({ unlockDeleteExpiryTime: maybe(z.string()) });
