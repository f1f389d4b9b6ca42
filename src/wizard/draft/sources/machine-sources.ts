import {
  asked,
  elsewhere,
  type SourcesOf,
  told,
  toldBy,
  type WireField,
} from '#src/wizard/draft/sources/fact-source.ts';

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
  'vm.id': told(['instance', 'properties.sourceResourceId']),
  'vm.name': told(['instance', 'properties.friendlyName']),
  'vm.resourceGroup': told(['instance', 'properties.sourceResourceId']),
  'vm.deployment': told(['instance', 'properties.protectedItemType']),
  'vm.exists': told(['machine', 'id']),
  'vm.isManaged': toldBy(
    [['points', 'value[].properties.isManagedVirtualMachine']],
    [['machine', managedDisk]],
  ),
  // The disks tell whether Azure's own key is used beside the customer's.
  'vm.encryption': toldBy([...encryption, ['disks', 'properties.encryption.type']], encryption),
  'vm.isPremium': told(['points', 'value[].properties.sourceVMStorageType']),
  'vm.size': toldBy(
    [['points', 'value[].properties.virtualMachineSize']],
    [['machine', 'properties.hardwareProfile.vmSize']],
  ),
  'vm.zone': told(['machine', 'zones[]']),
  // Where the machine is gone its vault tells the region.
  'vm.region': toldBy(
    [['machine', 'location']],
    [
      ['machine', 'id'],
      ['vault', 'location'],
    ],
  ),
  'vm.osType': toldBy([osType[0]], [osType[1]]),
  'vm.isGeneralized': told(['machine', 'properties.instanceView.statuses[].code']),
  'vm.isRunning': told(['machine', 'properties.instanceView.statuses[].code']),
  'vm.fromCustomImage': told(['machine', `${storage}.imageReference`]),
  'vm.hasUserIdentity': told(['machine', 'identity.type']),
  'vm.hasKeyVaultLink': told(['machine', 'properties.osProfile.secrets']),
  'vm.hasUltraDisks': told(['machine', `${storage}.osDisk.managedDisk.storageAccountType`]),
  'vm.hasPrivateEndpointDisks': toldBy(
    [['points', 'value[].properties.isPrivateAccessEnabledOnAnyDisk']],
    [['disks', 'properties.networkAccessPolicy']],
  ),
  'vm.encryptionAtHost': told(['machine', 'properties.securityProfile.encryptionAtHost']),
  'vm.diskCount': told(['machine', `${storage}.osDisk, ${storage}.dataDisks[]`]),
  'vm.diskSizesGiB': told([
    'machine',
    `${storage}.osDisk.diskSizeGB, ${storage}.dataDisks[].diskSizeGB`,
  ]),
  'vm.maxDiskGiB': { from: 'nobody', because: 'diskHistory' },
  'vm.availabilitySet': told(['machine', 'properties.availabilitySet.id']),
  'vm.loadBalancer': told(
    ['interfaces', `${address}.loadBalancerBackendAddressPools[].id`],
    ['balancers', 'properties.frontendIPConfigurations[].properties.publicIPAddress.id'],
  ),
  'vm.nicCount': told(['machine', 'properties.networkProfile.networkInterfaces']),
  'vm.reservedIpCount': told(
    ['interfaces', `${address}.publicIPAddress.id`],
    ['publicAddresses', 'properties.publicIPAllocationMethod'],
  ),
  'vm.staticIp': told(['interfaces', `${address}.privateIPAllocationMethod`]),
  'vm.hasNsg': told(
    ['interfaces', 'properties.networkSecurityGroup.id'],
    ['subnets', 'properties.networkSecurityGroup.id'],
  ),
  'vm.hybridBenefit': told(['machine', 'properties.licenseType']),
  'vm.isSql': { from: 'operator', question: 'isSql', unless: [['machine', 'resources[].name']] },
  'vm.hasExtensions': told(['machine', 'resources']),
  'vm.cloudInit': asked('cloudInit'),
  'vm.domainJoined': asked('domainJoined'),
  'vm.domainTrouble': asked('domainTrouble'),
  'vm.dc': { from: 'operator', question: 'dc', unless: osType },
  'vm.otherDcReachable': asked('otherDcReachable'),
  'vm.isolatedNetwork': asked('isolatedNetwork'),
  'vm.vnetInPrimary': told(['interfaces', `${address}.subnet.id`]),
  'vm.keyVaultEncrypted': elsewhere('commvault'),
  'vm.encryptedBlobs': elsewhere('commvault'),
};
