import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import type { DiskBuild, DiskOrder } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { app01, diskId, machineId, nicId, subnetId } from '#src/mocks/testing-writes.ts';
import type { TestAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Signs in to a simulated Azure, and goes by its time: whoever waits has waited at once. */
export function signedIn(it: TestAzure) {
  const arm = testArm((request) => it.azure.fetch(request));
  startSession(arm.arm);
  const realDelayMs = (ms: number): number => {
    it.clock.add(ms / 1000);
    return 0;
  };
  installClock({ now: it.clock.now, realDelayMs, onJump: () => () => undefined });
  return { ...it, ...arm };
}

/** A VM that is built from restored disks. */
export const BUILD: DiskBuild = {
  kind: 'build',
  at: 1,
  machineId: machineId('built01'),
  nicId: nicId('new-nic'),
  subnetId: subnetId('default'),
  address: null,
  region: 'westeurope',
  zone: '1',
  size: 'Standard_D2s_v5',
  osType: 'Linux',
  osDiskId: diskId('new-os'),
  dataDisks: [{ diskId: diskId('new-data'), lun: 3 }],
  availabilitySetId: null,
  licenseType: 'RHEL_BYOS',
};

/** The restored OS disk in the place of the one of app01. */
export const SWAP: Extract<DiskOrder, { kind: 'swap' }> = {
  kind: 'swap',
  at: 1,
  machineId: resourceId(app01.id),
  diskId: diskId('new-os'),
  before: null,
  wasRunning: true,
};
