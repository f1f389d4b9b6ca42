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

export const guardProxyPageWire = pageOf(guardProxyWire);

/** The body of `POST {V}/backupResourceGuardProxies/{proxy}/unlockDelete`. */
export const unlockDeleteRequestWire = z.looseObject({
  resourceGuardOperationRequests: maybe(z.array(z.string())),
  resourceToBeDeleted: maybe(z.string()),
});
export type UnlockDeleteRequestWire = z.infer<typeof unlockDeleteRequestWire>;

/** Its answer. */
export const unlockDeleteWire = z.looseObject({ unlockDeleteExpiryTime: maybe(z.string()) });

/** A vault's configuration (azure-contract §2; 2024-04-01). Every property may be missing. */

const configOf = <Properties extends z.core.$ZodType>(properties: Properties) =>
  z.looseObject({ id: maybe(z.string()), name: maybe(z.string()), properties: maybe(properties) });

/** `GET {V}/backupstorageconfig/vaultstorageconfig`. */
export const storageConfigWire = configOf(
  z.looseObject({
    storageModelType: maybe(z.string()),
    /** `LocallyRedundant`, `GeoRedundant`, `ZoneRedundant`, `ReadAccessGeoZoneRedundant`, `Invalid`. */
    storageType: maybe(z.string()),
    /** `Locked` once anything is protected. */
    storageTypeState: maybe(z.string()),
    /** Missing is false. */
    crossRegionRestoreFlag: maybe(z.boolean()),
  }),
);
export type StorageConfigWire = z.infer<typeof storageConfigWire>;

/** `GET {V}/backupconfig/vaultconfig`. */
export const vaultConfigWire = configOf(
  z.looseObject({
    /** `Enabled`, `Disabled`, `AlwaysON` or `Invalid`; the capitals are Azure's. */
    softDeleteFeatureState: maybe(z.string()),
    softDeleteRetentionPeriodInDays: maybe(z.number()),
    enhancedSecurityState: maybe(z.string()),
    isSoftDeleteFeatureStateEditable: maybe(z.boolean()),
  }),
);
export type VaultConfigWire = z.infer<typeof vaultConfigWire>;

/** `GET /providers/Microsoft.RecoveryServices/operations` of 2024-04-01. */
export const operationPageWire = pageOf(
  z.looseObject({
    name: z.string(),
    display: maybe(z.looseObject({ resource: maybe(z.string()), operation: maybe(z.string()) })),
  }),
);

/** Shapes of moving points between tiers (azure-contract §5; 2024-04-01). */

/** The body of `POST {PI}/recoveryPointsRecommendedForMove`. */
export const recommendedForMoveWire = z.looseObject({
  objectType: z.literal('ListRecoveryPointsRecommendedForMoveRequest'),
  /** Names of points to leave out of the recommendation. */
  excludedRPList: maybe(z.array(z.string())),
});
export type RecommendedForMoveWire = z.infer<typeof recommendedForMoveWire>;

/** The body of `POST {RP}/move`: not in the contract, general knowledge of the specification (G). */
export const moveWire = z.looseObject({
  objectType: z.literal('MoveRPAcrossTiersRequest'),
  sourceTierType: z.string(),
  targetTierType: z.string(),
});
export type MoveWire = z.infer<typeof moveWire>;

/** The body of `POST {V}/backupTieringCost/default/fetchTieringCost` about a point in the archive. */
export const tieringCostRequestWire = z.looseObject({
  objectType: z.literal('FetchTieringCostInfoForRehydrationRequest'),
  containerName: z.string(),
  protectedItemName: z.string(),
  recoveryPointId: z.string(),
  rehydrationPriority: z.literal(['Standard', 'High']),
  sourceTierType: z.literal('ArchivedRP'),
  targetTierType: z.literal('HardenedRP'),
});
export type TieringCostRequestWire = z.infer<typeof tieringCostRequestWire>;

/** What bringing a point back costs. */
export const tieringCostWire = z.looseObject({
  objectType: z.literal('TieringCostRehydrationInfo'),
  rehydrationSizeInBytes: z.number(),
  retailRehydrationCostPerGBPerMonth: z.number(),
});
export type TieringCostWire = z.infer<typeof tieringCostWire>;

/**
 * The body of the same address about points that could go to the archive: those of one item, of a
 * policy's items, or of the whole vault.
 */
export const tieringSavingRequestWire = z.looseObject({
  objectType: z.literal([
    'FetchTieringCostSavingsInfoForProtectedItemRequest',
    'FetchTieringCostSavingsInfoForPolicyRequest',
    'FetchTieringCostSavingsInfoForVaultRequest',
  ]),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
  sourceTierType: z.literal('HardenedRP'),
  targetTierType: z.literal('ArchivedRP'),
});
export type TieringSavingRequestWire = z.infer<typeof tieringSavingRequestWire>;

/** What moving points to the archive saves in a month, in retail prices. */
const tieringSavingWire = z.looseObject({
  objectType: z.literal('TieringCostSavingInfo'),
  sourceTierSizeReductionInBytes: z.number(),
  targetTierSizeIncreaseInBytes: z.number(),
  retailSourceTierCostPerGBPerMonth: z.number(),
  retailTargetTierCostPerGBPerMonth: z.number(),
});
export type TieringSavingWire = z.infer<typeof tieringSavingWire>;

/** Every answer of `fetchTieringCost`, for any request. */
export const tieringAnswerWire = z.discriminatedUnion('objectType', [
  tieringCostWire,
  tieringSavingWire,
]);

/** The body of `POST {L}/backupStatus` (azure-contract §3; 2024-04-01). */
export const backupStatusRequestWire = z.looseObject({
  resourceType: z.literal('VM'),
  resourceId: z.string(),
});

export type BackupStatusRequestWire = z.infer<typeof backupStatusRequestWire>;

/** Its answer: which vault protects a machine, and as what. */
export const backupStatusWire = z.looseObject({
  /** `Protected`, `NotProtected`, `ProtectionFailed`, … */
  protectionStatus: maybe(z.string()),
  vaultId: maybe(z.string()),
  fabricName: maybe(z.string()),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
});

export type BackupStatusWire = z.infer<typeof backupStatusWire>;

/** The body of `POST {PI}/backup` (2024-04-01). */
export const backupRequestWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMBackupRequest'),
    recoveryPointExpiryTimeInUTC: maybe(z.string()),
  }),
});

export type BackupRequestWire = z.infer<typeof backupRequestWire>;

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
