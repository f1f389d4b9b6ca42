import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

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
