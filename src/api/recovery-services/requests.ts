import * as z from 'zod/mini';
import { maybe, operationStatusWire, pageOf } from '#src/api/arm/wire.ts';

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

/** The body of `POST {V}/backupResourceGuardProxies/{proxy}/unlockDelete`. */
export const unlockDeleteRequestWire = z.looseObject({
  resourceGuardOperationRequests: maybe(z.array(z.string())),
  resourceToBeDeleted: maybe(z.string()),
});

export type UnlockDeleteRequestWire = z.infer<typeof unlockDeleteRequestWire>;

/** Its answer. */
export const unlockDeleteWire = z.looseObject({ unlockDeleteExpiryTime: maybe(z.string()) });

/** `GET /providers/Microsoft.RecoveryServices/operations` of 2024-04-01. */
export const operationPageWire = pageOf(
  z.looseObject({
    name: z.string(),
    display: maybe(z.looseObject({ resource: maybe(z.string()), operation: maybe(z.string()) })),
  }),
);

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

/** Shapes of file recovery (azure-contract §10; 2024-04-01). */

/** The body of `POST {RP}/provisionInstantItemRecovery`. */
export const fileRecoveryWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMILRRegistrationRequest'),
    recoveryPointId: z.string(),
    /** The machine that the disks are attached to. */
    virtualMachineId: z.string(),
    initiatorName: maybe(z.string()),
    /** Needed while the point is mounted already. */
    renewExistingRegistration: maybe(z.boolean()),
  }),
});

export type FileRecoveryWire = z.infer<typeof fileRecoveryWire>;

const scriptWire = z.looseObject({
  osType: maybe(z.string()),
  /** Where it is there, the content is not to be used (S). */
  url: maybe(z.string()),
  scriptContent: maybe(z.string()),
  scriptExtension: maybe(z.string()),
  scriptNameSuffix: maybe(z.string()),
});

export type ScriptWire = z.infer<typeof scriptWire>;

/** The status of its operation. */
export const fileRecoveryStatusWire = z.extend(operationStatusWire, {
  properties: maybe(
    z.looseObject({
      objectType: maybe(z.string()),
      recoveryTarget: maybe(z.looseObject({ clientScripts: maybe(z.array(scriptWire)) })),
    }),
  ),
});
