import { listText } from '#src/lib/wording.ts';
import type { RunnerSystem } from '#src/model/runner.ts';
import { counted, type FactsAbout, valued, yesNo } from './words.ts';

export type Encryption = 'none' | 'ADE' | 'SSE-PMK' | 'SSE-CMK' | 'SSE-PMK+CMK';

const encryption: Readonly<Record<Encryption, string>> = {
  none: 'off',
  ADE: 'Azure Disk Encryption',
  'SSE-PMK': 'platform-managed key',
  'SSE-CMK': 'customer-managed key',
  'SSE-PMK+CMK': 'platform-managed and customer-managed keys',
};

/** Operating systems as their makers name them. */
export const systemNames: Readonly<Record<RunnerSystem, string>> = {
  ws2022: 'Windows Server 2022',
  ws2019: 'Windows Server 2019',
  ws2016: 'Windows Server 2016',
  ws2012r2: 'Windows Server 2012 R2',
  ws2012: 'Windows Server 2012',
  ws2008r2: 'Windows Server 2008 R2',
  w11: 'Windows 11',
  w10: 'Windows 10',
  w81: 'Windows 8.1',
  w8: 'Windows 8',
  w7: 'Windows 7',
  otherWindows: 'Another Windows version',
  ubuntu: 'Ubuntu',
  centos: 'CentOS',
  rhel: 'Red Hat Enterprise Linux',
  debian: 'Debian',
  oracle: 'Oracle Linux',
  sles: 'SUSE Linux Enterprise Server',
  opensuse: 'openSUSE',
  otherLinux: 'Another Linux distribution',
};

/** Facts about the source VM, and about software in it. */
export const vmFacts = {
  'vm.id': valued<string>('the ID of the source VM', 'The source VM is'),
  'vm.name': valued<string>('the name of the source VM', 'The source VM is'),
  'vm.resourceGroup': valued<string>(
    'the resource group of the source VM',
    'The source VM’s resource group is',
  ),
  'vm.exists': yesNo(
    'whether the source VM exists',
    'The source VM exists',
    'The source VM no longer exists',
  ),
  /** Its backup instance takes no more backups. */
  'vm.isProtectionStopped': yesNo(
    'whether the VM’s backup is stopped',
    'The VM’s backup is stopped',
    'The VM’s backup isn’t stopped',
  ),
  'vm.deployment': valued<'arm' | 'classic'>(
    'how the VM was deployed',
    'The VM’s deployment model is',
    {
      arm: 'Azure Resource Manager',
      classic: 'classic',
    },
  ),
  'vm.isManaged': yesNo(
    'whether the VM’s disks are managed',
    'The VM’s disks are managed',
    'The VM’s disks are unmanaged',
  ),
  'vm.encryption': valued<Encryption>('the disk encryption', 'Disk encryption is', encryption),
  'vm.isPremium': yesNo(
    'whether the VM has premium disks',
    'The VM has premium disks',
    'The VM has no premium disks',
  ),
  'vm.size': valued<string>('the VM size', 'The VM size is'),
  'vm.zone': valued<string | null>(
    'the availability zone of the VM',
    'The VM is in zone',
    {},
    'The VM is in no availability zone',
  ),
  'vm.region': valued<string>('the region of the VM', 'The VM’s region is'),
  'vm.osType': valued<'Windows' | 'Linux'>('the operating system', 'The operating system is'),
  'vm.isGeneralized': yesNo(
    'whether the VM is generalized',
    'The VM is generalized',
    'The VM isn’t generalized',
  ),
  /** Whether it is not shut down. */
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
  /** The largest size each disk has or ever had, GiB; null when only the largest is known. */
  'vm.diskSizesGiB': {
    about: 'the sizes of the disks',
    say: (value: readonly number[] | null) =>
      Array.isArray(value) && value.length > 0
        ? `Disk sizes: ${listText(value.map(String))} GiB`
        : 'Only the size of the largest disk is known',
  },
  'vm.maxDiskGiB': {
    about: 'the size of the largest disk',
    say: (value: number) => `The largest disk has ${String(value)} GiB`,
  },
  'vm.availabilitySet': valued<string | null>(
    'the availability set of the VM',
    'The VM’s availability set is',
    {},
    'The VM is in no availability set',
  ),
  'vm.loadBalancer': valued<'none' | 'internal' | 'external'>(
    'whether a load balancer is in front',
    'Load balancer:',
  ),
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

  // Software in the VM, and services around it.
  'vm.hybridBenefit': yesNo(
    'whether Azure Hybrid Benefit is used',
    'Azure Hybrid Benefit is used',
    'Azure Hybrid Benefit isn’t used',
  ),
  'vm.isSql': yesNo('whether the VM is a SQL VM', 'The VM is a SQL VM', 'The VM isn’t a SQL VM'),
  'vm.hasExtensions': yesNo(
    'whether the VM has extensions',
    'The VM has extensions',
    'The VM has no extensions',
  ),
  'vm.cloudInit': yesNo(
    'whether the VM uses cloud-init',
    'The VM uses cloud-init',
    'The VM doesn’t use cloud-init',
  ),
  'vm.domainJoined': yesNo(
    'whether the VM is in a domain',
    'The VM is in a domain',
    'The VM is in no domain',
  ),
  'vm.domainTrouble': yesNo(
    'whether the VM has lost its domain',
    'The VM has lost its domain',
    'The VM’s domain relationship is intact',
  ),
  'vm.dc': valued<
    | 'none'
    | 'single-dc-single-domain'
    | 'multiple-dc-single-domain'
    | 'single-dc-multi-domain'
    | 'multi-domain-forest'
  >('whether the VM is a domain controller', 'Domain controller:', {
    none: 'no',
    'single-dc-single-domain': 'the only one of the only domain',
    'multiple-dc-single-domain': 'one of several of one domain',
    'single-dc-multi-domain': 'the only one of a domain among several',
    'multi-domain-forest': 'several domains of one forest',
  }),
  'vm.otherDcReachable': yesNo(
    'whether other domain controllers are reachable',
    'Other domain controllers are reachable',
    'No other domain controller is reachable',
  ),
  'vm.isolatedNetwork': yesNo(
    'whether the restore goes to an isolated network',
    'The restore goes to an isolated network',
    'The network of the restore isn’t isolated',
  ),
  'vm.vnetInPrimary': yesNo(
    'whether the VM’s network is in the primary region',
    'The VM’s network is in the primary region',
    'The VM’s network is missing in the primary region',
  ),
  'vm.keyVaultEncrypted': yesNo(
    'whether key vault keys encrypt the VM',
    'Key vault keys encrypt the VM',
    'No key vault key encrypts the VM',
  ),
  'vm.encryptedBlobs': yesNo(
    'whether the VM’s blobs are encrypted',
    'The VM’s blobs are encrypted',
    'The VM’s blobs aren’t encrypted',
  ),
  /** A disk that several machines share, or with Write Accelerator, is in the chosen point. */
  'vm.hasSharedDisks': yesNo(
    'whether the restore point has a shared disk',
    'The restore point has a shared disk',
    'The restore point has no shared disk',
  ),
  /** A disk that several machines share isn't in the chosen point. */
  'vm.leavesOutSharedDisks': yesNo(
    'whether the VM has a shared disk that isn’t in the restore point',
    'The VM has a shared disk that isn’t in the restore point',
    'The restore point leaves out no shared disk',
  ),
  'vm.hasWriteAccelerator': yesNo(
    'whether the restore point has a disk with Write Accelerator',
    'The restore point has a disk with Write Accelerator',
    'The restore point has no disk with Write Accelerator',
  ),
  /** Its system and version, as file recovery tells them apart: `ws2019`. */
  'vm.system': valued<string>(
    'the version of the backed-up VM’s operating system',
    'The backed-up VM has',
    systemNames,
  ),
  'vm.isDeduplicated': yesNo(
    'whether the files are on a deduplicated volume',
    'The files are on a deduplicated volume',
    'The files aren’t on a deduplicated volume',
  ),
  /** Volumes that span disks: dynamic disks, Storage Spaces, LVM, software RAID. */
  'vm.spansDisks': yesNo(
    'whether the VM has volumes that span several disks',
    'The VM has volumes that span several disks',
    'The VM has no volumes that span several disks',
  ),
  /** Its unmanaged disks are in a storage account that lets only some networks in. */
  'vm.isAccountRestricted': yesNo(
    'whether the storage account of the disks accepts only selected networks',
    'The storage account of the disks accepts only selected networks',
    'The storage account of the disks accepts all networks',
  ),
} as const satisfies FactsAbout<'vm'>;
