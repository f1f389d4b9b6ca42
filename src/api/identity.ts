import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** `GET …/Microsoft.ManagedIdentity/userAssignedIdentities` of 2023-01-31 (azure-contract §14). */
const userIdentityWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(z.looseObject({ principalId: maybe(z.string()), clientId: maybe(z.string()) })),
});
export type UserIdentityWire = z.infer<typeof userIdentityWire>;

export const userIdentityPageWire = pageOf(userIdentityWire);
