import * as z from 'zod/mini';
import { maybe, userErrorWire } from '#src/api/arm/wire.ts';

/**
 * The request of a disk restore, in the form that a real service accepted (azure-contract §11):
 * `datasourceInfo` in lower case, `resourceID` with a capital `D`.
 */
export interface DiskRestoreWire {
  readonly objectType: 'AzureBackupRecoveryPointBasedRestoreRequest';
  readonly recoveryPointId: string;
  readonly sourceDataStoreType: 'OperationalStore';
  readonly sourceResourceId: string;
  readonly restoreTargetInfo: {
    readonly objectType: 'RestoreTargetInfo';
    readonly recoveryOption: 'FailIfExists';
    readonly restoreLocation: string;
    readonly datasourceInfo: {
      readonly objectType: 'Datasource';
      readonly datasourceType: 'Microsoft.Compute/disks';
      readonly resourceType: 'Microsoft.Compute/disks';
      readonly resourceID: string;
      readonly resourceUri: string;
      readonly resourceName: string;
      readonly resourceLocation: string;
    };
  };
  readonly identityDetails: { readonly useSystemAssignedIdentity: true };
}

/** What a finished restore operation leaves: at its end, or at once in an answer of 200. */
export const jobRefWire = z.looseObject({ jobId: maybe(z.string()) });

/** The status of an operation that failed. */
export const failedOperationWire = z.looseObject({ error: maybe(userErrorWire) });
