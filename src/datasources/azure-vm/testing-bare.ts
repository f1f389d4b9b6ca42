import { machineWire, toMachine } from '#src/api/compute/machines.ts';
import { networkInterfaceWire, toNetworkInterface } from '#src/api/network/interfaces.ts';
import { protectedItemWire, toProtectedItemDetails } from '#src/api/recovery-services/items.ts';
import { recoveryPointWire, toRecoveryPoint } from '#src/api/recovery-services/points.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { exampleManagedDisk } from '#src/datasources/azure-vm/testing-disk.ts';
import { itemId, networkId, SUB } from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** A source of which Azure returns nothing that its schemas leave optional, and one of which it returns all. */

const group = `/subscriptions/${SUB}/resourceGroups/testRG`;
const machineId = `${group}/providers/Microsoft.Compute/virtualMachines/testVM`;
const nicId = `${group}/providers/Microsoft.Network/networkInterfaces/nic`;
const diskId = resourceId(`${group}/providers/Microsoft.Compute/disks/os`);
const pointName = '20982486783671';

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const itemOf = (properties: object) =>
  toProtectedItemDetails(
    protectedItemWire.parse({
      id: itemId('testVM'),
      name: 'VM;testRG;testVM',
      properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', ...properties },
    }),
  );
const pointOf = (properties: object) =>
  toRecoveryPoint(
    recoveryPointWire.parse({
      id: `${itemId('testVM')}/recoveryPoints/${pointName}`,
      name: pointName,
      properties: { objectType: 'IaasVMRecoveryPoint', ...properties },
    }),
  );
const machineOf = (properties: object, more: object = {}) =>
  toMachine(
    machineWire.parse({ id: machineId, name: 'testVM', location: 'westus', ...more, properties }),
  );
const nicOf = (properties?: object) =>
  toNetworkInterface(networkInterfaceWire.parse({ id: nicId, properties }));
const bareDisk = {
  ...exampleManagedDisk(diskId),
  sizeGiB: null,
  encryption: null,
  hasPrivateAccess: null,
};

/** Each answer about the source, without all that it may leave out. */
export const BARE = {
  item: { instance: read(itemOf({})), machine: { state: 'not asked' }, disks: [], interfaces: [] },
  point: { points: read([pointOf({})]) },
  VM: { machine: read(machineOf({})), disks: [], interfaces: [], subnets: [] },
  NIC: { interfaces: [read(nicOf())], subnets: [] },
  disk: { disks: [read(bareDisk)] },
} as const satisfies Record<string, Partial<Reads>>;

export const FULL: Partial<Reads> = {
  instance: read(
    itemOf({
      friendlyName: 'testVM',
      sourceResourceId: machineId,
      protectionState: 'Protected',
      policyName: 'daily',
      healthStatus: 'Passed',
      lastBackupStatus: 'Completed',
      lastBackupTime: '2025-06-01T00:00:00Z',
      lastRecoveryPoint: '2025-06-01T00:00:00Z',
      extendedInfo: { oldestRecoveryPoint: '2025-05-01T00:00:00Z', recoveryPointCount: 1 },
    }),
  ),
  points: read([
    pointOf({
      recoveryPointType: 'AppConsistent',
      recoveryPointTime: '1970-01-01T00:00:00.000Z',
      sourceVMStorageType: 'PremiumVMOnPremiumStorage',
      isSourceVMEncrypted: false,
      isInstantIlrSessionActive: false,
      recoveryPointTierDetails: [{ type: 'HardenedRP', status: 'Valid' }],
      isManagedVirtualMachine: true,
      virtualMachineSize: 'Standard_A1_v2',
      originalStorageAccountOption: false,
      osType: 'Windows',
      zones: ['1'],
      recoveryPointDiskConfiguration: {
        numberOfDisksIncludedInBackup: 2,
        numberOfDisksAttachedToVm: 2,
        includedDiskList: [{ lun: -1, name: 'os' }],
        excludedDiskList: [{ lun: 0, name: 'data' }],
      },
      isPrivateAccessEnabledOnAnyDisk: false,
    }),
  ]),
  machine: read(
    machineOf(
      {
        hardwareProfile: { vmSize: 'Standard_A1_v2' },
        storageProfile: {
          imageReference: { publisher: 'MicrosoftWindowsServer' },
          osDisk: {
            name: 'os',
            osType: 'Windows',
            diskSizeGB: 32,
            writeAcceleratorEnabled: false,
            managedDisk: {
              id: diskId,
              storageAccountType: 'Premium_LRS',
              diskEncryptionSet: { id: '/sets/one' },
            },
          },
          dataDisks: [],
        },
        availabilitySet: { id: '/sets/avset' },
        licenseType: 'Windows_Server',
        networkProfile: { networkInterfaces: [{ id: nicId }] },
        osProfile: { secrets: [] },
        securityProfile: { encryptionAtHost: true },
        instanceView: { statuses: [{ code: 'PowerState/running' }] },
      },
      {
        zones: ['1'],
        tags: {},
        identity: { type: 'UserAssigned' },
        resources: [{ name: 'Monitor' }],
      },
    ),
  ),
  disks: [read({ ...exampleManagedDisk(diskId), sizeGiB: 32, hasPrivateAccess: false })],
  interfaces: [
    read(
      nicOf({
        networkSecurityGroup: { id: '/nsg' },
        ipConfigurations: [
          {
            properties: {
              privateIPAllocationMethod: 'Static',
              privateIPAddress: '10.0.0.4',
              subnet: { id: `${networkId}/subnets/default` },
            },
          },
        ],
      }),
    ),
  ],
};
