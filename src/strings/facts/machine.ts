import { counted, valued, yesNo, type FactWords } from './words.ts';

const encryption = {
  none: 'off',
  ADE: 'Azure Disk Encryption',
  'SSE-PMK': 'platform-managed key',
  'SSE-CMK': 'customer-managed key',
  'SSE-PMK+CMK': 'platform-managed and customer-managed keys',
};

/** Facts about the source VM. */
export const machineFacts = {
  'vm.id': valued('the id of the source machine', 'The source machine is'),
  'vm.name': valued('the name of the source machine', 'The source machine is'),
  'vm.resourceGroup': valued(
    'the resource group of the source machine',
    'The source machine’s resource group is',
  ),
  'vm.exists': yesNo(
    'whether the source machine exists',
    'The source machine exists',
    'The source machine no longer exists',
  ),
  'vm.deployment': valued('how the machine was deployed', 'The machine’s deployment model is', {
    arm: 'Azure Resource Manager',
    classic: 'classic',
  }),
  'vm.isManaged': yesNo(
    'whether the machine’s disks are managed',
    'The machine’s disks are managed',
    'The machine’s disks are unmanaged',
  ),
  'vm.encryption': valued('the disk encryption', 'Disk encryption is', encryption),
  'vm.isPremium': yesNo(
    'whether the machine has premium disks',
    'The machine has premium disks',
    'The machine has no premium disks',
  ),
  'vm.size': valued('the machine size', 'The machine size is'),
  'vm.zone': valued(
    'the availability zone of the machine',
    'The machine is in zone',
    {},
    'The machine is in no availability zone',
  ),
  'vm.region': valued('the region of the machine', 'The machine’s region is'),
  'vm.osType': valued('the operating system', 'The operating system is'),
  'vm.isGeneralized': yesNo(
    'whether the machine is generalized',
    'The machine is generalized',
    'The machine is not generalized',
  ),
  'vm.isRunning': yesNo(
    'whether the machine is shut down',
    'The machine isn’t shut down',
    'The machine is shut down',
  ),
  'vm.fromCustomImage': yesNo(
    'whether the machine was made from a custom image',
    'The machine was made from a custom image',
    'The machine was not made from a custom image',
  ),
  'vm.hasUserIdentity': yesNo(
    'whether the machine has a user-assigned identity',
    'The machine has a user-assigned identity',
    'The machine has no user-assigned identity',
  ),
  'vm.hasKeyVaultLink': yesNo(
    'whether the machine is linked with a key vault',
    'The machine is linked with a key vault',
    'The machine is not linked with a key vault',
  ),
  'vm.hasUltraDisks': yesNo(
    'whether the machine has Ultra disks',
    'The machine has Ultra disks',
    'The machine has no Ultra disks',
  ),
  'vm.hasPrivateEndpointDisks': yesNo(
    'whether the machine’s disks have private access',
    'Disks of the machine have private access',
    'No disk of the machine has private access',
  ),
  'vm.encryptionAtHost': yesNo(
    'whether the machine is encrypted at host',
    'Encryption at host is on',
    'Encryption at host is off',
  ),
  'vm.diskCount': counted('how many disks the machine has', 'The machine has', 'disk', 'disks'),
  'vm.diskSizesGiB': {
    about: 'the sizes of the disks',
    say: (value) =>
      Array.isArray(value) && value.length > 0
        ? `Disk sizes: ${value.map(String).join(', ')} GiB`
        : 'Only the size of the largest disk is known',
  },
  'vm.maxDiskGiB': {
    about: 'the size of the largest disk',
    say: (value) => `The largest disk has ${String(value)} GiB`,
  },
  'vm.availabilitySet': valued(
    'the availability set of the machine',
    'The machine’s availability set is',
    {},
    'The machine is in no availability set',
  ),
  'vm.loadBalancer': valued('whether a load balancer is in front', 'Load balancer:'),
  'vm.nicCount': counted(
    'how many network cards the machine has',
    'The machine has',
    'network card',
    'network cards',
  ),
  'vm.reservedIpCount': counted(
    'how many reserved addresses the machine has',
    'The machine has',
    'reserved address',
    'reserved addresses',
  ),
  'vm.staticIp': yesNo(
    'whether the machine’s address is static',
    'The machine’s address is static',
    'The machine’s address is dynamic',
  ),
  'vm.hasNsg': yesNo(
    'whether the machine has a network security group',
    'The machine has a network security group',
    'The machine has no network security group',
  ),
} as const satisfies Record<string, FactWords>;
