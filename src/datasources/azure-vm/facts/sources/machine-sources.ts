import {
  answered,
  elsewhere,
  reported,
  reportedByOneOf,
  type WireField,
} from '#src/wizard/explain/fact-source.ts';
import type { SourcesOf } from '#src/datasources/azure-vm/facts/sources/read-sources.ts';

const storage = 'properties.storageProfile';
const address = 'properties.ipConfigurations[].properties';
const managedDisk = `${storage}.osDisk.managedDisk, ${storage}.dataDisks[].managedDisk`;

/** The system as it was at the point, else as it is. */
const osType = [
  ['points', 'value[].properties.osType'],
  ['machine', `${storage}.osDisk.osType`],
] as const satisfies readonly WireField[];

const encryption = [
  ['points', 'value[].properties.isSourceVMEncrypted'],
  ['machine', `${storage}.osDisk.managedDisk.diskEncryptionSet.id`],
] as const satisfies readonly WireField[];

/** Facts about the source machine. */
export const machineSources: SourcesOf<'vm'> = {
  'vm.id': reported(['instance', 'properties.sourceResourceId']),
  'vm.name': reported(['instance', 'properties.friendlyName']),
  'vm.resourceGroup': reported(['instance', 'properties.sourceResourceId']),
  'vm.deployment': reported(['instance', 'properties.protectedItemType']),
  'vm.exists': reported(['machine', 'id']),
  'vm.isProtectionStopped': reported(['instance', 'properties.protectionState']),
  'vm.isManaged': reportedByOneOf(
    [['points', 'value[].properties.isManagedVirtualMachine']],
    [['machine', managedDisk]],
  ),
  // The disks tell whether Azure's own key is used beside the customer's.
  'vm.encryption': reportedByOneOf(
    [...encryption, ['disks', 'properties.encryption.type']],
    encryption,
  ),
  'vm.isPremium': reported(['points', 'value[].properties.sourceVMStorageType']),
  'vm.size': reportedByOneOf(
    [['points', 'value[].properties.virtualMachineSize']],
    [['machine', 'properties.hardwareProfile.vmSize']],
  ),
  'vm.zone': reported(['machine', 'zones[]']),
  // Where the machine is gone its vault tells the region.
  'vm.region': reportedByOneOf(
    [['machine', 'location']],
    [
      ['machine', 'id'],
      ['vault', 'location'],
    ],
  ),
  'vm.osType': reportedByOneOf([osType[0]], [osType[1]]),
  'vm.isGeneralized': reported(['machine', 'properties.instanceView.statuses[].code']),
  'vm.isRunning': reported(['machine', 'properties.instanceView.statuses[].code']),
  'vm.fromCustomImage': reported(['machine', `${storage}.imageReference`]),
  'vm.hasUserIdentity': reported(['machine', 'identity.type']),
  'vm.hasKeyVaultLink': reported(['machine', 'properties.osProfile.secrets']),
  'vm.hasUltraDisks': reported(['machine', `${storage}.osDisk.managedDisk.storageAccountType`]),
  'vm.hasPrivateEndpointDisks': reportedByOneOf(
    [['points', 'value[].properties.isPrivateAccessEnabledOnAnyDisk']],
    [['disks', 'properties.networkAccessPolicy']],
  ),
  'vm.encryptionAtHost': reported(['machine', 'properties.securityProfile.encryptionAtHost']),
  'vm.diskCount': reported(['machine', `${storage}.osDisk, ${storage}.dataDisks[]`]),
  'vm.diskSizesGiB': reported([
    'machine',
    `${storage}.osDisk.diskSizeGB, ${storage}.dataDisks[].diskSizeGB`,
  ]),
  'vm.maxDiskGiB': { from: 'nobody', because: 'diskHistory' },
  'vm.availabilitySet': reported(['machine', 'properties.availabilitySet.id']),
  'vm.loadBalancer': reported(
    ['interfaces', `${address}.loadBalancerBackendAddressPools[].id`],
    ['balancers', 'properties.frontendIPConfigurations[].properties.publicIPAddress.id'],
  ),
  'vm.nicCount': reported(['machine', 'properties.networkProfile.networkInterfaces']),
  'vm.reservedIpCount': reported(
    ['interfaces', `${address}.publicIPAddress.id`],
    ['publicAddresses', 'properties.publicIPAllocationMethod'],
  ),
  'vm.staticIp': reported(['interfaces', `${address}.privateIPAllocationMethod`]),
  'vm.hasNsg': reported(
    ['interfaces', 'properties.networkSecurityGroup.id'],
    ['subnets', 'properties.networkSecurityGroup.id'],
  ),
  'vm.hybridBenefit': reported(['machine', 'properties.licenseType']),
  'vm.isSql': { from: 'operator', question: 'isSql', unless: [['machine', 'resources[].name']] },
  'vm.hasExtensions': reported(['machine', 'resources']),
  'vm.cloudInit': answered('cloudInit'),
  'vm.domainJoined': answered('domainJoined'),
  'vm.domainTrouble': answered('domainTrouble'),
  'vm.dc': { from: 'operator', question: 'dc', unless: osType },
  'vm.otherDcReachable': answered('otherDcReachable'),
  'vm.isolatedNetwork': answered('isolatedNetwork'),
  'vm.vnetInPrimary': reported(['interfaces', `${address}.subnet.id`]),
  'vm.keyVaultEncrypted': elsewhere('commvault'),
  'vm.encryptedBlobs': elsewhere('commvault'),
  'vm.hasSharedDisks': reported(['disks', 'properties.maxShares']),
  'vm.leavesOutSharedDisks': reported(
    ['disks', 'properties.maxShares'],
    ['points', 'value[].properties.recoveryPointDiskConfiguration.includedDiskList[].lun'],
  ),
  'vm.hasWriteAccelerator': reported([
    'machine',
    `${storage}.osDisk.writeAcceleratorEnabled, ${storage}.dataDisks[].writeAcceleratorEnabled`,
  ]),
  'vm.system': elsewhere('files'),
  'vm.isDeduplicated': elsewhere('files'),
  'vm.spansDisks': elsewhere('files'),
  'vm.isAccountRestricted': elsewhere('files'),
};
