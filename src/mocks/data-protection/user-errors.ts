import type { UserErrorWire } from '#src/api/arm/wire.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** Data Protection's form of an error; which of its fields a disk's errors fill is not verified (S, G). */
const userError = (code: string, message: string, advice: string): UserErrorWire => ({
  code,
  message,
  recommendedAction: [advice],
  target: '',
  details: [],
  innerError: null,
  isRetryable: false,
  isUserError: true,
  properties: null,
});

const error =
  (code: string, message: (name: string) => string, advice: string) =>
  (id: string): UserErrorWire =>
    userError(code, message(nameOf(id)), advice);

/**
 * What a restore of a disk fails of: codes are documented (azure-contract §12, D), the words are
 * ours. Which code belongs to a vault without an identity is a guess (G).
 */
export const userErrors = {
  noIdentity: error(
    'UserErrorDiskBackupRestoreRGOrMSIPermissionsNotPresent',
    (name) => `Backup vault ${name} has no managed identity.`,
    'Turn on the system-assigned identity of the vault and give it its roles.',
  ),
  noTargetGroup: error(
    'UserErrorRestoreTargetRGNotFound',
    (name) => `Target resource group ${name} does not exist.`,
    'Choose another resource group, or make this one.',
  ),
  nameTaken: error(
    'UserErrorSameNameDiskAlreadyExists',
    (name) => `The target resource group has a disk named ${name}.`,
    'Choose another name or another resource group.',
  ),
  noRightOnTarget: error(
    'UserErrorNotEnoughPermissionOnTargetRG',
    (name) => `The managed identity of the vault may not make disks in resource group ${name}.`,
    'Give it the role Disk Restore Operator there. A new role may take about 15 minutes to count.',
  ),
  noSnapshotGroup: error(
    'UserErrorSnapshotRGNotFound',
    (name) => `Snapshot resource group ${name} does not exist.`,
    'The snapshots are gone with it. Choose another way to restore.',
  ),
  noRightOnSnapshots: error(
    'UserErrorNotEnoughPermissionOnSnapshotRG',
    (name) => `The managed identity of the vault may not read snapshots in resource group ${name}.`,
    'Give it the role Disk Snapshot Contributor there again.',
  ),
  noSnapshot: error(
    'UserErrorDiskSnapshotNotFound',
    (name) => `The snapshot of this recovery point is not in resource group ${name}.`,
    'Move it back, or choose another recovery point.',
  ),
  noRightOnKeys: error(
    'UserErrorMSIPermissionsNotPresentOnDES',
    (name) => `The managed identity of the vault may not read disk encryption set ${name}.`,
    'Give it the role Reader there.',
  ),
} as const;
