import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import {
  type DiskChoices,
  type DiskDraft,
  newDiskDraft,
} from '#src/datasources/azure-disk/fields.ts';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import { BUILT_IN_ROLES, type BuiltInRole, type RoleAssignment } from '#src/model/roles.ts';
import type { Read } from '#src/wizard/read.ts';

/** A disk's restore with every fact known; the tests of this folder start from it. */

export const SUB = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const group = (name: string) => `/subscriptions/${SUB}/resourceGroups/${name}`;
const vaultId = resourceId(
  `${group('rg-backup')}/providers/Microsoft.DataProtection/backupVaults/bv`,
);
const sourceDiskId = resourceId(`${group('rg-app')}/providers/Microsoft.Compute/disks/data-0`);
const instanceId = resourceId(`${vaultId}/backupInstances/data-0-data-0-${SUB}`);

export const NOON = instant(1_749_124_800_000);
export const HOUR_MS = 3_600_000;

export const known = <Value>(value: Value): Read<Value> => ({ state: 'known', value });

export const role = (name: BuiltInRole, scope: string): RoleAssignment => ({
  id: resourceId(`${scope}/providers/Microsoft.Authorization/roleAssignments/1`),
  scope: resourceId(scope),
  roleId: resourceId(`/providers/Microsoft.Authorization/roleDefinitions/${BUILT_IN_ROLES[name]}`),
  principalId: 'p',
  createdAt: instant(NOON - HOUR_MS),
});

const taken = instant(NOON - 12 * HOUR_MS);

export const reads: DiskReads = {
  at: NOON,
  instance: known({
    id: instanceId,
    vaultId,
    vaultName: 'bv',
    subscriptionId: SUB,
    friendlyName: 'data-0',
    sourceDiskId,
    resourceGroup: 'rg-app',
    region: 'westeurope',
    snapshotGroupId: resourceId(group('rg-backup')),
    policyName: 'daily',
    protectionState: 'ProtectionConfigured',
    deletion: null,
  }),
  vault: known({
    id: vaultId,
    name: 'bv',
    subscriptionId: SUB,
    resourceGroup: 'rg-backup',
    region: 'westeurope',
    principalId: 'p',
  }),
  points: known([
    {
      id: resourceId(`${instanceId}/recoveryPoints/p1`),
      name: 'p1',
      time: taken,
      expiresAt: instant(NOON + HOUR_MS),
      kind: 'Incremental',
      isComplete: true,
    },
  ]),
  disk: known(
    diskWith({ id: sourceDiskId, name: 'data-0', encryption: 'EncryptionAtRestWithPlatformKey' }),
  ),
  validation: 'none',
  machineBackup: { state: 'not asked' },
  subscriptions: known([{ id: SUB, name: 'Production', tenantId: 't' }]),
  groups: known([
    { id: resourceId(group('rg-app')), name: 'rg-app', region: 'westeurope' },
    { id: resourceId(group('rg-dr')), name: 'rg-dr', region: 'westeurope' },
  ]),
  diskNames: known(['data-0']),
  snapshots: known([
    {
      id: resourceId(`${group('rg-backup')}/providers/Microsoft.Compute/snapshots/s1`),
      name: 's1',
      sourceDiskId,
      isIncremental: true,
      createdAt: taken,
    },
  ]),
  targetRoles: known([role('diskRestoreOperator', group('rg-dr'))]),
  snapshotRoles: known([role('diskSnapshotContributor', group('rg-backup'))]),
  setRoles: { state: 'not asked' },
  runningRestores: known([]),
  otherRestores: known({ restores: [], unread: [] }),
  permissions: known([]),
};

/** A draft in which everything is chosen. */
export function draftWith(change: Partial<DiskChoices> = {}): DiskDraft {
  return newDiskDraft('d', NOON, {
    datasource: 'azure-disk',
    instance: instanceId,
    point: 'p1',
    subscription: SUB,
    rg: 'rg-dr',
    diskName: 'data-0-restored',
    ...change,
  });
}
