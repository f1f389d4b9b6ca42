import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';

/** A restore point that says everything, but for what differs. */
export function examplePoint(different: Partial<RecoveryPoint> = {}): RecoveryPoint {
  return {
    id: resourceId('/item/recoveryPoints/1'),
    name: '1',
    time: instant(0),
    consistency: 'AppConsistent',
    tier: 'SnapshotAndVault',
    isManaged: true,
    isEncrypted: false,
    isPremium: false,
    vmSize: 'Standard_A1_v2',
    osType: 'Windows',
    zone: null,
    diskCount: 1,
    disks: [{ lun: -1, name: 'os' }],
    excludedDisks: [],
    hasPrivateAccessDisks: false,
    originalStorageAccountOption: false,
    isMounted: false,
    expiresAt: null,
    isSoftDeleted: false,
    keyVaultIds: [],
    ...different,
  };
}

/** The machine of that point as it is now, but for what differs. */
export function exampleMachine(different: Partial<Machine> = {}): Machine {
  return {
    id: resourceId('/machine'),
    name: 'testVM',
    region: 'westus',
    zone: null,
    tags: {},
    size: 'Standard_A1_v2',
    osType: 'Windows',
    disks: [
      {
        name: 'os',
        lun: -1,
        sizeGiB: 32,
        sku: 'Standard_LRS',
        managedDiskId: resourceId('/disks/os'),
        encryptionSetId: null,
        hasWriteAccelerator: false,
      },
    ],
    availabilitySet: null,
    hasUltraDisks: false,
    hybridBenefit: false,
    nicCount: 1,
    nicIds: [],
    extensions: [],
    hasUserIdentity: false,
    hasKeyVaultLink: false,
    isFromCustomImage: false,
    isGeneralized: false,
    isRunning: false,
    usesEncryptionAtHost: false,
    ...different,
  };
}
