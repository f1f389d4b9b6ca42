import {
  acceptedOperation,
  type AcceptedOperation,
  acceptedStart,
  type AcceptedStart,
  byStatus,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId, vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type ArmAnswer, type ArmRequest, readBody, send, sendFor } from '#src/api/arm/send.ts';
import {
  aadPropertiesWire,
  accessTokenWire,
  type CrossRegionRestoreWire,
  type PointRight,
  type RestoreRequestWire,
  type ValidationProblemWire,
  type ValidationRequestWire,
  validationStatusWire,
  validationWire,
  type ValidationWire,
} from '#src/api/recovery-services/restore-requests.ts';
import type {
  CreateVm,
  NetworkAccess,
  ReplaceDisks,
  Restore,
  RestoreDisks,
  RestoreIdentity,
  SourceEncryption,
} from '#src/api/recovery-services/restore.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/versions.ts';
import { type ByKey, keysOf } from '#src/lib/data.ts';
import type { ValidationProblem } from '#src/model/problem.ts';

type Properties = RestoreRequestWire['properties'];

/** The body of a restore, key by key in the order in which document 004 prints it; further keys last. */
export function toRestoreBody(restore: Restore): RestoreRequestWire {
  switch (restore.kind) {
    case 'restoreDisks':
      return { properties: { ...startOf(restore, 'RestoreDisks'), ...added(restore, DISKS) } };
    case 'createVm':
      return { properties: { ...startOf(restore, 'AlternateLocation'), ...added(restore, VM) } };
    case 'replaceDisks':
      return {
        properties: { ...startOf(restore, 'OriginalLocation'), ...added(restore, REPLACE) },
      };
  }
}

/** What all bodies start with. The ID of the restore point is in the address. */
const startOf = (
  { recoveryPointId, sourceResourceId, rehydration }: Restore,
  recoveryType: Properties['recoveryType'],
): Properties => ({
  objectType: rehydration ? 'IaasVMRestoreWithRehydrationRequest' : 'IaasVMRestoreRequest',
  recoveryPointId,
  recoveryType,
  sourceResourceId,
});
type Started = 'kind' | 'recoveryPointResourceId' | 'recoveryPointId' | 'sourceResourceId';

/** What each other key of a restore adds to its body, in the order of the body. */
type Additions<Of> = ByKey<Omit<Of, Started>, (restore: Of) => Partial<Properties>>;

function added<Of extends Restore>(restore: Of, additions: Additions<Of>): Partial<Properties> {
  const body: Partial<Properties> = {};
  for (const key of keysOf(additions)) Object.assign(body, additions[key](restore));
  return body;
}

const nothing = () => ({});

/** The account by its own key, or by an identity of the vault's in its place: never both. */
const stagingAccountId = ({ identity, stagingAccountId: id }: Restore) =>
  identity ? {} : { storageAccountId: id };

/** Both bodies of document 004 say these of every restore. */
const regionOf = ({ region: name }: Restore) => ({
  region: name,
  createNewCloudService: false,
  originalStorageAccountOption: false,
});

const encryptionKeys = ({ encryption: source }: RestoreDisks | CreateVm) =>
  source ? { encryptionDetails: toEncryptionDetails(source) } : {};

/** Keys that go only with what was chosen. */
const CHOSEN = {
  networkAccess: ({ networkAccess }: RestoreDisks | CreateVm) =>
    networkAccess ? { targetDiskNetworkAccessSettings: toAccessSettings(networkAccess) } : {},
  restoreWithManagedDisks: ({ restoreWithManagedDisks }: RestoreDisks | CreateVm) =>
    restoreWithManagedDisks ? { restoreWithManagedDisks } : {},
  diskEncryptionSetId: ({ diskEncryptionSetId }: RestoreDisks | CreateVm) =>
    diskEncryptionSetId ? { diskEncryptionSetId } : {},
  zone: ({ zone }: RestoreDisks | CreateVm) => (zone ? { zones: [zone] } : {}),
};

/** Keys that go with an identity, with a point in the archive, and with a vault that a resource guard watches over. */
const LAST = {
  identity: ({ identity, stagingAccountId: id }: Restore) =>
    identity
      ? {
          identityInfo: toIdentityInfo(identity),
          identityBasedRestoreDetails: { targetStorageAccountId: id },
        }
      : {},
  rehydration: ({ rehydration }: Restore) =>
    rehydration
      ? {
          recoveryPointRehydrationInfo: {
            rehydrationRetentionDuration: `P${String(rehydration.days)}D`,
            rehydrationPriority: rehydration.priority,
          },
        }
      : {},
  guardRequests: ({ guardRequests = [] }: Restore) =>
    guardRequests.length > 0 ? { resourceGuardOperationRequests: [...guardRequests] } : {},
};

/**
 * Document 004, Restore disks. The target group is not in its sample and comes after it; without it
 * the disks of a managed VM come back unmanaged (azure-contract §5).
 */
const DISKS: Additions<RestoreDisks> = {
  stagingAccountId,
  region: regionOf,
  encryption: encryptionKeys,
  targetResourceGroupId: ({ targetResourceGroupId }) =>
    targetResourceGroupId ? { targetResourceGroupId } : {},
  ...CHOSEN,
  restoreDiskLunList: ({ restoreDiskLunList: luns }) =>
    luns ? { restoreDiskLunList: [...luns] } : {},
  ...LAST,
};

/** Document 004, Restore as another virtual machine, without the envelope of a client's own. */
const VM: Additions<CreateVm> = {
  targetVirtualMachineId: ({ targetVirtualMachineId }) => ({ targetVirtualMachineId }),
  targetResourceGroupId: ({ targetResourceGroupId }) => ({ targetResourceGroupId }),
  stagingAccountId,
  virtualNetworkId: ({ virtualNetworkId }) => ({ virtualNetworkId }),
  subnetId: ({ subnetId }) => ({ subnetId }),
  region: regionOf,
  encryption: encryptionKeys,
  ...CHOSEN,
  ...LAST,
};

/** Not in document 004: the column `OriginalLocation` of azure-contract §5, which has no target and no new disks. */
const REPLACE: Additions<ReplaceDisks> = {
  stagingAccountId,
  region: regionOf,
  encryption: nothing,
  networkAccess: nothing,
  restoreWithManagedDisks: nothing,
  diskEncryptionSetId: nothing,
  zone: nothing,
  ...LAST,
};

/** The names of azure-contract §5. Azure accepts a request without it, so what isn't known is left out. */
function toEncryptionDetails({
  isOn,
  keys = {},
}: SourceEncryption): NonNullable<Properties['encryptionDetails']> {
  if (!isOn) return { encryptionEnabled: false };
  const { keyUrl, secretUrl, keyVaultId, secretVaultId } = keys;
  return {
    encryptionEnabled: true,
    ...(keyUrl ? { kekUrl: keyUrl } : {}),
    ...(secretUrl ? { secretKeyUrl: secretUrl } : {}),
    ...(keyVaultId ? { kekVaultId: keyVaultId } : {}),
    ...(secretVaultId ? { secretKeyVaultId: secretVaultId } : {}),
  };
}

function toIdentityInfo(identity: RestoreIdentity) {
  switch (identity.kind) {
    case 'system':
      return { isSystemAssignedIdentity: true };
    case 'user':
      return { isSystemAssignedIdentity: false, managedIdentityResourceId: identity.identityId };
  }
}

/** The names of azure-contract §5; a disk access goes only with private access. */
function toAccessSettings(access: NetworkAccess) {
  switch (access.kind) {
    case 'sameAsSource':
      return { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' };
    case 'public':
      return { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' };
    case 'private':
      return {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: access.diskAccessId,
      };
  }
}

/** The very request that starts a restore: `POST {RP}/restore` (document 004; 2024-04-01). */
export function restoreRequest(restore: Restore, clientRequestId: string): ArmRequest {
  return {
    method: 'POST',
    url: `${restore.recoveryPointResourceId}/restore?api-version=${BACKUP_API_VERSION}`,
    body: toRestoreBody(restore),
    clientRequestId,
    starts: true,
    // Of a new VM whose name is taken by the first copy.
    copyCodes: restore.kind === 'createVm' ? ['CloudInvalidInputError'] : [],
  };
}

/**
 * Starts a restore, once: nothing below repeats it.
 * @returns where to follow it; null when the answer doesn't say that Azure has accepted it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startRestore(
  arm: ArmPipelines,
  restore: Restore,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  const start = acceptedStart(await send(arm, restoreRequest(restore, clientRequestId)));
  const vaultId = vaultIdOf(restore.recoveryPointResourceId) ?? '';
  // All operations of a vault have a status there, too (azure-contract §7).
  return byStatus(
    start,
    (id) => `${vaultId}/backupOperations/${id}?api-version=${BACKUP_API_VERSION}`,
  );
}

/**
 * Asks whether Azure would take a restore, without starting it: `POST {V}/backupValidateOperation`
 * (azure-contract §6; 2024-04-01).
 * @returns what would make it fail; nothing when Azure found nothing.
 */
export async function validateRestore(
  arm: ArmPipelines,
  restore: Restore,
  signal?: AbortSignal,
): Promise<ValidationProblem[]> {
  const request = requestTo('backupValidateOperation', restore);
  return problemsIn(await sendFor(arm, validationWire, { ...request, signal }));
}

/**
 * Starts the same question where it takes longer: `POST {V}/backupTriggerValidateOperation`
 * (2024-04-01).
 * @returns where to follow it; null when Azure accepted and its headers could not be read.
 */
export async function startValidation(
  arm: ArmPipelines,
  restore: Restore,
): Promise<AcceptedOperation | null> {
  const request = requestTo('backupTriggerValidateOperation', restore);
  return acceptedOperation(await send(arm, { ...request, starts: true }));
}

/** Where a started validation stands. `done` with problems: the restore would fail. */
type ValidationState =
  | Exclude<OperationState, { readonly status: 'succeeded' }>
  | { readonly status: 'done'; readonly problems: readonly ValidationProblem[] };

/**
 * Asks once what a started validation has found: `GET {V}/backupValidateOperationsStatuses/{operation}`,
 * or `GET {V}/backupValidateOperationResults/{operation}` where only that address is known.
 */
export function pollValidation(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<ValidationState> {
  const done = (answer: ArmAnswer) => {
    const found =
      operation.pollKind === 'location'
        ? readBody(validationWire, answer)
        : readBody(validationStatusWire, answer).properties;
    return { status: 'done', problems: problemsIn(found ?? {}) } as const;
  };
  return pollFor(arm, operation, done, signal);
}

function requestTo(operation: string, restore: Restore): ArmRequest {
  const body: ValidationRequestWire = {
    id: restore.recoveryPointResourceId,
    properties: {
      objectType: 'ValidateIaasVMRestoreOperationRequest',
      restoreRequest: toRestoreBody(restore).properties,
    },
  };
  const vaultId = vaultIdOf(restore.recoveryPointResourceId) ?? '';
  return {
    method: 'POST',
    url: `${vaultId}/${operation}?api-version=${BACKUP_API_VERSION}`,
    body,
  };
}

function problemsIn({ validateOperationResponse: response }: ValidationWire): ValidationProblem[] {
  return (response?.validationResults ?? []).map(toProblem);
}

function toProblem({ code, message, recommendations }: ValidationProblemWire): ValidationProblem {
  return { code: code ?? '', message: message ?? '', recommendations: recommendations ?? [] };
}

/**
 * Restores in the secondary region of a vault (azure-contract §9; 2023-01-15). `region`, account and
 * network of such a restore are of that region.
 */

const version = `api-version=${SECONDARY_API_VERSION}`;

/**
 * Asks for the right to read the point there, which starts nothing: who will read it, by `GET
 * {L}/backupAadProperties`, then the right itself, by `POST {RP}/accessToken` at the vault in its own
 * region (2023-01-15).
 */
export async function rightToPoint(arm: ArmPipelines, restore: Restore): Promise<PointRight> {
  const { who, right } = rightRequests(restore);
  const { properties } = await sendFor(arm, aadPropertiesWire, who);
  return (await sendFor(arm, accessTokenWire, { ...right, body: { properties } })).properties;
}

/** The two requests of {@link rightToPoint}; the body of the second is what the first answers. */
export function rightRequests(restore: Restore): Record<'who' | 'right', ArmRequest> {
  return {
    who: { method: 'GET', url: `${placeOf(restore)}/backupAadProperties?${version}` },
    right: { method: 'POST', url: `${restore.recoveryPointResourceId}/accessToken?${version}` },
  };
}

/** The very request that starts the restore: `POST {L}/backupCrossRegionRestore` (2023-01-15). */
export function secondaryRestoreRequest(
  restore: Restore,
  right: PointRight,
  clientRequestId: string,
): ArmRequest {
  const body: CrossRegionRestoreWire = {
    // Microsoft's own client writes this name over the one that came (C).
    crossRegionRestoreAccessDetails: { ...right, objectType: 'CrrAccessToken' },
    restoreRequest: toRestoreBody(restore).properties,
  };
  const url = `${placeOf(restore)}/backupCrossRegionRestore?${version}`;
  const copyCodes = restore.kind === 'createVm' ? ['CloudInvalidInputError'] : [];
  return { method: 'POST', url, body, clientRequestId, starts: true, copyCodes };
}

/**
 * Starts a restore in the secondary region, once: nothing below repeats it.
 * @returns where to follow it, `GET {L}/backupCrrOperationsStatus/{operation}` (2023-01-15); null when the
 * answer doesn't say that Azure has accepted it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startSecondaryRestore(
  arm: ArmPipelines,
  restore: Restore,
  right: PointRight,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  const answer = await send(arm, secondaryRestoreRequest(restore, right, clientRequestId));
  return byStatus(
    acceptedStart(answer),
    (id) => `${placeOf(restore)}/backupCrrOperationsStatus/${id}?${version}`,
  );
}

/** The secondary region, as the vault's subscription has it. */
function placeOf({ recoveryPointResourceId, region }: Restore): string {
  const { subscriptionId = '' } = parseResourceId(recoveryPointResourceId) ?? {};
  return `/subscriptions/${subscriptionId}/providers/Microsoft.RecoveryServices/locations/${region}`;
}
