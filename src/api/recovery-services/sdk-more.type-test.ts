import type {
  BackupRequestResource,
  BackupResourceConfigResource,
  BackupResourceEncryptionConfigExtendedResource,
  BackupResourceVaultConfigResource,
  BackupStatusRequest,
  BackupStatusResponse,
  ExportJobsOperationResultInfo,
  FetchTieringCostInfoForRehydrationRequest,
  IaasVMBackupRequest,
  IaasVmilrRegistrationRequest,
  IaasVMRestoreRequest,
  IaasVMRestoreWithRehydrationRequest,
  ILRRequestResource,
  ListRecoveryPointsRecommendedForMoveRequest,
  MoveRPAcrossTiersRequest,
  OperationResultInfoBaseResource,
  OperationStatus,
  OperationStatusProvisionILRExtendedInfo,
  OperationStatusValidateOperationExtendedInfo,
  ResourceGuardProxyBaseResource,
  TieringCostRehydrationInfo,
  UnlockDeleteRequest,
  ValidateIaasVMRestoreOperationRequest,
  ValidateOperationRequestResource,
  ValidateOperationsResponse,
} from '@azure/arm-recoveryservicesbackup';
import type * as z from 'zod/mini';
import type { jobsExportWire } from '#src/api/recovery-services/jobs.ts';
import type {
  fileRecoveryStatusWire,
  FileRecoveryWire,
  GuardProxyWire,
  UnlockDeleteRequestWire,
} from '#src/api/recovery-services/requests.ts';
import type {
  ValidationRequestWire,
  validationStatusWire,
  ValidationWire,
} from '#src/api/recovery-services/restore-requests.ts';
import type {
  Answered,
  Fits,
  Json,
  Keys,
  None,
  Of,
  Sent,
  Strange,
  Unnamed,
} from '#src/api/recovery-services/sdk-shapes.type-test.ts';
import type { VaultEncryptionWire } from '#src/api/recovery-services/vaults.ts';
import type {
  MoveWire,
  RecommendedForMoveWire,
  TieringCostRequestWire,
  TieringCostWire,
} from '#src/mocks/recovery-services/archive.ts';
import type {
  BackupRequestWire,
  BackupStatusRequestWire,
  BackupStatusWire,
} from '#src/mocks/recovery-services/protected-items.ts';
import type {
  StorageConfigWire,
  VaultConfigWire,
} from '#src/mocks/recovery-services/vaults-config.ts';

/**
 * The same as `sdk.type-test.ts` for all that is beside a restore: its validation, a vault's settings,
 * files and tiers of points, exports and guards.
 */

/** A validation of theirs with one kind of restore out of the union. */
type ValidationOf<RestoreRequest> = Of<
  ValidateOperationRequestResource,
  Omit<ValidateIaasVMRestoreOperationRequest, 'restoreRequest'> & {
    restoreRequest?: RestoreRequest;
  }
>;
/** We always send the id, which only the samples of old versions lack; network access as in a restore. */
type OurValidation = {
  id: NonNullable<ValidationRequestWire['id']>;
  properties: Omit<Sent<ValidationRequestWire>['properties'], 'restoreRequest'> & {
    restoreRequest: Omit<
      Sent<ValidationRequestWire>['properties']['restoreRequest'],
      'targetDiskNetworkAccessSettings'
    >;
  };
};
type ValidationStatus = Of<OperationStatus, OperationStatusValidateOperationExtendedInfo>;
type FilesStatus = Of<OperationStatus, OperationStatusProvisionILRExtendedInfo>;
/** Our errors are ARM's, everywhere; the SDK's model of this one stops at code and message. */
type ArmError = 'error.target' | 'error.details' | 'error.details.code' | 'error.details.message';
type ValidationStatusWire = z.infer<typeof validationStatusWire>;
type FilesStatusWire = z.infer<typeof fileRecoveryStatusWire>;
type ExportWire = z.infer<typeof jobsExportWire>;
type Exported = Omit<OperationResultInfoBaseResource, 'operation'> & {
  operation?: ExportJobsOperationResultInfo;
};

export type Checks = [
  Fits<ValidationOf<IaasVMRestoreRequest | IaasVMRestoreWithRehydrationRequest>, OurValidation>,
  None<
    Strange<
      ValidationRequestWire,
      ValidationOf<IaasVMRestoreWithRehydrationRequest>,
      'properties.restoreRequest.resourceGuardOperationRequests'
    >
  >,
  None<
    Exclude<Keys<ValidationOf<IaasVMRestoreWithRehydrationRequest>>, Keys<ValidationRequestWire>>
  >,
  Fits<ValidationWire, Json<ValidateOperationsResponse>>,
  None<Strange<ValidationWire, ValidateOperationsResponse>>,
  None<Exclude<Keys<ValidateOperationsResponse>, Keys<ValidationWire>>>,
  Fits<ValidationStatusWire, Json<ValidationStatus>>,
  None<Strange<ValidationStatusWire, ValidationStatus, ArmError>>,

  Fits<StorageConfigWire, Json<BackupResourceConfigResource>>,
  None<Strange<StorageConfigWire, BackupResourceConfigResource>>,
  // Not read: their meaning isn't documented.
  None<
    Unnamed<
      StorageConfigWire['properties'],
      BackupResourceConfigResource['properties'],
      'dedupState' | 'xcoolState'
    >
  >,
  Fits<VaultConfigWire, Json<BackupResourceVaultConfigResource>>,
  None<Strange<VaultConfigWire, BackupResourceVaultConfigResource>>,
  // Not read: storage has its own configuration, and our changes involve no guard.
  None<
    Unnamed<
      VaultConfigWire['properties'],
      BackupResourceVaultConfigResource['properties'],
      'resourceGuardOperationRequests' | 'storageModelType' | 'storageType' | 'storageTypeState'
    >
  >,
  Fits<VaultEncryptionWire, Json<BackupResourceEncryptionConfigExtendedResource>>,
  None<Strange<VaultEncryptionWire, BackupResourceEncryptionConfigExtendedResource>>,

  Fits<BackupStatusRequest, Sent<BackupStatusRequestWire>>,
  None<Strange<BackupStatusRequestWire, BackupStatusRequest>>,
  Fits<BackupStatusWire, Json<BackupStatusResponse>>,
  None<Strange<BackupStatusWire, BackupStatusResponse>>,
  // As JSON: the SDK takes a date for the time that we send as text.
  Fits<Json<Of<BackupRequestResource, IaasVMBackupRequest>>, Sent<BackupRequestWire>>,
  None<Strange<BackupRequestWire, Of<BackupRequestResource, IaasVMBackupRequest>>>,

  Fits<Of<ILRRequestResource, IaasVmilrRegistrationRequest>, Sent<FileRecoveryWire>>,
  None<Strange<FileRecoveryWire, Of<ILRRequestResource, IaasVmilrRegistrationRequest>>>,
  Fits<FilesStatusWire, Json<FilesStatus>>,
  None<Strange<FilesStatusWire, FilesStatus, ArmError>>,

  Fits<ListRecoveryPointsRecommendedForMoveRequest, Sent<RecommendedForMoveWire>>,
  None<Strange<RecommendedForMoveWire, ListRecoveryPointsRecommendedForMoveRequest>>,
  // Theirs knows the tiers by name; the simulated Azure judges names itself.
  Fits<Pick<MoveRPAcrossTiersRequest, 'objectType'>, Pick<MoveWire, 'objectType'>>,
  None<Strange<MoveWire, MoveRPAcrossTiersRequest>>,
  Fits<FetchTieringCostInfoForRehydrationRequest, Sent<TieringCostRequestWire>>,
  None<Strange<TieringCostRequestWire, FetchTieringCostInfoForRehydrationRequest>>,
  Fits<TieringCostWire, Json<TieringCostRehydrationInfo>>,
  None<Strange<TieringCostWire, TieringCostRehydrationInfo>>,

  Fits<ExportWire, Json<Exported>>,
  None<Strange<ExportWire, Exported>>,

  Fits<GuardProxyWire, Answered<ResourceGuardProxyBaseResource, 'id' | 'name'>>,
  None<Strange<GuardProxyWire, ResourceGuardProxyBaseResource>>,
  Fits<UnlockDeleteRequest, Sent<UnlockDeleteRequestWire>>,
  None<Strange<UnlockDeleteRequestWire, UnlockDeleteRequest>>,
];
