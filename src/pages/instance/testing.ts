import { instant } from '#src/lib/time.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A restore point that says everything, but for what differs. */
export function examplePoint(different: Partial<RecoveryPoint> = {}): RecoveryPoint {
  return {
    id: resourceId('/item/recoveryPoints/1'),
    name: '1',
    time: instant(0),
    consistency: 'application',
    tier: 'snapshotAndVaultStandard',
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
    ...different,
  };
}
