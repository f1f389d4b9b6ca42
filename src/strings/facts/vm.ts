import { listText } from '#src/lib/wording.ts';
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
  'vm.id': valued('the ID of the source VM', 'The source VM is'),
  'vm.name': valued('the name of the source VM', 'The source VM is'),
  'vm.resourceGroup': valued(
    'the resource group of the source VM',
    'The source VM’s resource group is',
  ),
  'vm.exists': yesNo(
    'whether the source VM exists',
    'The source VM exists',
    'The source VM no longer exists',
  ),
  'vm.isProtectionStopped': yesNo(
    'whether the VM’s backup is stopped',
    'The VM’s backup is stopped',
    'The VM’s backup isn’t stopped',
  ),
  'vm.deployment': valued('how the VM was deployed', 'The VM’s deployment model is', {
    arm: 'Azure Resource Manager',
    classic: 'classic',
  }),
  'vm.isManaged': yesNo(
    'whether the VM’s disks are managed',
    'The VM’s disks are managed',
    'The VM’s disks are unmanaged',
  ),
  'vm.encryption': valued('the disk encryption', 'Disk encryption is', encryption),
  'vm.isPremium': yesNo(
    'whether the VM has premium disks',
    'The VM has premium disks',
    'The VM has no premium disks',
  ),
  'vm.size': valued('the VM size', 'The VM size is'),
  'vm.zone': valued(
    'the availability zone of the VM',
    'The VM is in zone',
    {},
    'The VM is in no availability zone',
  ),
  'vm.region': valued('the region of the VM', 'The VM’s region is'),
  'vm.osType': valued('the operating system', 'The operating system is'),
  'vm.isGeneralized': yesNo(
    'whether the VM is generalized',
    'The VM is generalized',
    'The VM isn’t generalized',
  ),
  'vm.isRunning': yesNo(
    'whether the VM is shut down',
    'The VM isn’t shut down',
    'The VM is shut down',
  ),
  'vm.fromCustomImage': yesNo(
    'whether the VM was created from a custom image',
    'The VM was created from a custom image',
    'The VM wasn’t created from a custom image',
  ),
  'vm.hasUserIdentity': yesNo(
    'whether the VM has a user-assigned identity',
    'The VM has a user-assigned identity',
    'The VM has no user-assigned identity',
  ),
  'vm.hasKeyVaultLink': yesNo(
    'whether the VM is linked with a key vault',
    'The VM is linked with a key vault',
    'The VM isn’t linked with a key vault',
  ),
  'vm.hasUltraDisks': yesNo(
    'whether the VM has Ultra disks',
    'The VM has Ultra disks',
    'The VM has no Ultra disks',
  ),
  'vm.hasPrivateEndpointDisks': yesNo(
    'whether the VM’s disks have private access',
    'Disks of the VM have private access',
    'No disk of the VM has private access',
  ),
  'vm.encryptionAtHost': yesNo(
    'whether the VM is encrypted at host',
    'Encryption at host is on',
    'Encryption at host is off',
  ),
  'vm.diskCount': counted('how many disks the VM has', 'The VM has', 'disk', 'disks'),
  'vm.diskSizesGiB': {
    about: 'the sizes of the disks',
    say: (value) =>
      Array.isArray(value) && value.length > 0
        ? `Disk sizes: ${listText(value.map(String))} GiB`
        : 'Only the size of the largest disk is known',
  },
  'vm.maxDiskGiB': {
    about: 'the size of the largest disk',
    say: (value) => `The largest disk has ${String(value)} GiB`,
  },
  'vm.availabilitySet': valued(
    'the availability set of the VM',
    'The VM’s availability set is',
    {},
    'The VM is in no availability set',
  ),
  'vm.loadBalancer': valued('whether a load balancer is in front', 'Load balancer:'),
  'vm.nicCount': counted('how many NICs the VM has', 'The VM has', 'NIC', 'NICs'),
  'vm.reservedIpCount': counted(
    'how many reserved addresses the VM has',
    'The VM has',
    'reserved address',
    'reserved addresses',
  ),
  'vm.staticIp': yesNo(
    'whether the VM’s address is static',
    'The VM’s address is static',
    'The VM’s address is dynamic',
  ),
  'vm.hasNsg': yesNo(
    'whether the VM has a network security group',
    'The VM has a network security group',
    'The VM has no network security group',
  ),
} as const satisfies Record<string, FactWords>;
