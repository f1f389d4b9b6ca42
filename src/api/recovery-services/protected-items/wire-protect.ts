import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/**
 * The body of `PUT {PI}` for a virtual machine (2024-04-01; the official samples ConfigureProtection and
 * StopProtection; for an undeletion a recording of the Azure CLI).
 */
export const protectRequestWire = z.looseObject({
  properties: z.looseObject({
    protectedItemType: z.literal([
      'Microsoft.Compute/virtualMachines',
      'Microsoft.ClassicCompute/virtualMachines',
    ]),
    sourceResourceId: z.string(),
    policyId: maybe(z.string()),
    protectionState: maybe(z.string()),
    /** Brings a deleted item back, with the points that are kept of it (live §6). */
    isRehydrate: maybe(z.boolean()),
  }),
});
export type ProtectRequestWire = z.infer<typeof protectRequestWire>;

/** A machine that a vault knows and no vault protects, `GET {V}/backupProtectableItems` of 2024-04-01. */
const protectableItemWire = z.looseObject({
  id: z.string(),
  properties: z.looseObject({
    virtualMachineId: maybe(z.string()),
    friendlyName: maybe(z.string()),
    protectionState: maybe(z.string()),
  }),
});
export type ProtectableItemWire = z.infer<typeof protectableItemWire>;

export const protectableItemPageWire = pageOf(protectableItemWire);
