import { type Instant, instant } from '#src/lib/time.ts';
import type {
  BackupVault,
  DiskBackupInstance,
  DiskRecoveryPoint,
  DiskSnapshot,
  SourceDisk,
} from '#src/model/data-protection.ts';
import type { Problem } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  BUILT_IN_ROLES,
  type BuiltInRole,
  type RoleAssignment,
} from '#src/model/role-assignment.ts';
import type { Asked } from '#src/wizard/azure-disks/checks/prerequisites.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import type { Read } from '#src/wizard/draft/reads.ts';

/** A disk of which everything is in order, for tests. */

export const NOW = instant(Date.UTC(2025, 5, 5, 2));
export const SUBSCRIPTION = 's-1';
const inGroup = (group: string, thing = '') =>
  resourceId(`/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}${thing}`);

export const TARGET = inGroup('rg-target');
export const SNAPSHOTS = inGroup('rg-snapshots');
export const KEYS = inGroup('rg-keys', '/providers/Microsoft.Compute/diskEncryptionSets/keys');
export const DISK = inGroup('rg-app', '/providers/Microsoft.Compute/disks/data-0');
export const MACHINE = inGroup('rg-app', '/providers/Microsoft.Compute/virtualMachines/app01');
const VAULT = inGroup('rg-backup', '/providers/Microsoft.DataProtection/backupVaults/bv');

export const vault: BackupVault = {
  id: VAULT,
  name: 'bv',
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg-backup',
  region: 'westeurope',
  principalId: 'p-1',
};

export const instance: DiskBackupInstance = {
  id: resourceId(`${VAULT}/backupInstances/data-0`),
  vaultId: VAULT,
  vaultName: 'bv',
  subscriptionId: SUBSCRIPTION,
  friendlyName: 'data-0',
  sourceDiskId: DISK,
  resourceGroup: 'rg-app',
  region: 'westeurope',
  snapshotGroupId: SNAPSHOTS,
  policyName: null,
  protectionState: 'ProtectionConfigured',
};

export const disk: SourceDisk = {
  id: DISK,
  name: 'data-0',
  region: 'westeurope',
  sizeGiB: 32,
  encryption: 'EncryptionAtRestWithPlatformKey',
  encryptionSetId: null,
  machineId: MACHINE,
  osType: null,
};

export const point: DiskRecoveryPoint = {
  id: resourceId(`${instance.id}/recoveryPoints/point`),
  name: 'point',
  time: instant(NOW - 86_400_000),
  expiresAt: null,
  kind: 'Incremental',
  isComplete: true,
};

export const snapshot: DiskSnapshot = {
  id: resourceId(`${SNAPSHOTS}/providers/Microsoft.Compute/snapshots/snap`),
  name: 'snap',
  sourceDiskId: resourceId(DISK.toUpperCase()),
  isIncremental: true,
  createdAt: point.time,
};

/** A role as the vault's identity holds it; null: Azure does not say since when. */
export const holding = (role: BuiltInRole, createdAt: Instant | null = null): RoleAssignment => ({
  id: resourceId(`${TARGET}/providers/Microsoft.Authorization/roleAssignments/${role}`),
  scope: TARGET,
  roleId: resourceId(
    `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${BUILT_IN_ROLES[role].toUpperCase()}`,
  ),
  principalId: 'p-1',
  createdAt,
});

export const is = <Value>(value: Value): Read<Value> => ({ state: 'known', value, at: NOW });

export const problem: Problem = {
  kind: 'forbidden',
  message: 'No.',
  code: 'AuthorizationFailed',
  requestId: 'r-1',
  missingAction: 'x/read',
  body: '',
};

const notAsked = { state: 'not asked' } as const;

const inOrder: DiskReads = {
  at: NOW,
  instance: is(instance),
  vault: is(vault),
  points: is([point]),
  disk: is(disk),
  subscriptions: notAsked,
  groups: notAsked,
  diskNames: notAsked,
  snapshots: is([snapshot]),
  targetRoles: is([holding('diskRestoreOperator')]),
  snapshotRoles: is([holding('diskSnapshotContributor')]),
  setRoles: notAsked,
  permissions: notAsked,
};

/** A restore of it, with some reads and choices otherwise. */
export function asked(
  reads: Partial<DiskReads> = {},
  choices: Partial<Asked['choices']> = {},
): Asked {
  return {
    reads: { ...inOrder, ...reads },
    choices: {
      subscription: SUBSCRIPTION,
      rg: 'rg-target',
      rgIsNew: false,
      point: 'point',
      ...choices,
    },
  };
}
