import * as z from 'zod/mini';
import { maybe, operationStatusWire } from '#src/api/arm/wire.ts';

/**
 * The body of `POST {RP}/restore` (azure-contract §5; document 004, Restore disks and Restore as
 * another virtual machine). Shape only: what may go with what is for the service to judge.
 */
export const restoreRequestWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal(['IaasVMRestoreRequest', 'IaasVMRestoreWithRehydrationRequest']),
    recoveryPointId: z.string(),
    recoveryType: z.literal(['RestoreDisks', 'AlternateLocation', 'OriginalLocation']),
    sourceResourceId: z.string(),
    storageAccountId: maybe(z.string()),
    region: maybe(z.string()),
    targetResourceGroupId: maybe(z.string()),
    targetVirtualMachineId: maybe(z.string()),
    virtualNetworkId: maybe(z.string()),
    subnetId: maybe(z.string()),
    createNewCloudService: maybe(z.boolean()),
    originalStorageAccountOption: maybe(z.boolean()),
    encryptionDetails: maybe(
      z.looseObject({
        encryptionEnabled: maybe(z.boolean()),
        /** Where the source's keys are; with Azure Disk Encryption. */
        kekUrl: maybe(z.string()),
        kekVaultId: maybe(z.string()),
        secretKeyUrl: maybe(z.string()),
        secretKeyVaultId: maybe(z.string()),
      }),
    ),
    restoreDiskLunList: maybe(z.array(z.number())),
    restoreWithManagedDisks: maybe(z.boolean()),
    diskEncryptionSetId: maybe(z.string()),
    zones: maybe(z.array(z.string())),
    identityInfo: maybe(
      z.looseObject({
        isSystemAssignedIdentity: maybe(z.boolean()),
        managedIdentityResourceId: maybe(z.string()),
      }),
    ),
    identityBasedRestoreDetails: maybe(
      z.looseObject({ objectType: maybe(z.string()), targetStorageAccountId: maybe(z.string()) }),
    ),
    targetDiskNetworkAccessSettings: maybe(
      z.looseObject({
        targetDiskNetworkAccessOption: maybe(z.string()),
        targetDiskAccessId: maybe(z.string()),
      }),
    ),
    /** Confidential machines only. */
    securedVMDetails: maybe(z.looseObject({ securedVMOsDiskEncryptionSetId: maybe(z.string()) })),
    /** Edge zones only. */
    extendedLocation: maybe(z.looseObject({ name: maybe(z.string()), type: maybe(z.string()) })),
    /** Classic machines only, as the affinity group is. */
    targetDomainNameId: maybe(z.string()),
    affinityGroup: maybe(z.string()),
    /** With `IaasVMRestoreWithRehydrationRequest`, for points that are in the archive alone. */
    recoveryPointRehydrationInfo: maybe(
      z.looseObject({
        /** Days, `P7D`. */
        rehydrationRetentionDuration: maybe(z.string()),
        rehydrationPriority: maybe(z.string()),
      }),
    ),
    /** Only where a resource guard watches over the vault. */
    resourceGuardOperationRequests: maybe(z.array(z.string())),
  }),
});
export type RestoreRequestWire = z.infer<typeof restoreRequestWire>;

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

/**
 * Shapes of a restore's validation (azure-contract §6). The restore is the inside of `properties`
 * of what starts it.
 */
const wishWire = z.looseObject({
  objectType: z.literal('ValidateIaasVMRestoreOperationRequest'),
  restoreRequest: restoreRequestWire.shape.properties,
});

const requestWire = z.looseObject({
  /** The recovery point's. */
  id: maybe(z.string()),
  properties: wishWire,
});
export type ValidationRequestWire = z.infer<typeof requestWire>;

/** Samples of old versions have the wish alone, and no `id` (S: 2019-05-13, 2021-12-01). */
export const validationRequestWire = z.union([
  requestWire,
  z.pipe(
    wishWire,
    z.transform((properties): ValidationRequestWire => ({ properties })),
  ),
]);

const problemWire = z.looseObject({
  code: maybe(z.string()),
  message: maybe(z.string()),
  recommendations: maybe(z.array(z.string())),
});
export type ValidationProblemWire = z.infer<typeof problemWire>;

/** What a validation found: in a 200, and a list that is not empty says that the restore would fail. */
export const validationWire = z.looseObject({
  validateOperationResponse: maybe(
    z.looseObject({ validationResults: maybe(z.array(problemWire)) }),
  ),
});
export type ValidationWire = z.infer<typeof validationWire>;

/** The status of a validation that runs by itself; what it found is in `properties`. */
export const validationStatusWire = z.extend(operationStatusWire, {
  properties: maybe(validationWire),
});
