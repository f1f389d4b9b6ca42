import { systemNames } from '#src/strings/files/systems.ts';
import { valued, yesNo, type FactWords } from './words.ts';

/** Facts about software in the VM, and about services around it. */
export const guestFacts = {
  'vm.hybridBenefit': yesNo(
    'whether the hybrid licence benefit is used',
    'The hybrid licence benefit is used',
    'The hybrid licence benefit is not used',
  ),
  'vm.isSql': yesNo(
    'whether it is a SQL machine',
    'It is a SQL machine',
    'It is not a SQL machine',
  ),
  'vm.hasExtensions': yesNo(
    'whether the machine has extensions',
    'The machine has extensions',
    'The machine has no extensions',
  ),
  'vm.cloudInit': yesNo(
    'whether the machine uses cloud-init',
    'The machine uses cloud-init',
    'The machine does not use cloud-init',
  ),
  'vm.domainJoined': yesNo(
    'whether the machine is in a domain',
    'The machine is in a domain',
    'The machine is in no domain',
  ),
  'vm.domainTrouble': yesNo(
    'whether the machine has lost its domain',
    'The machine has lost its domain',
    'The machine’s domain relationship is sound',
  ),
  'vm.dc': valued('whether the machine is a domain controller', 'Domain controller:', {
    none: 'no',
    'single-dc-single-domain': 'the only one of the only domain',
    'multiple-dc-single-domain': 'one of several of one domain',
    'single-dc-multi-domain': 'the only one of a domain among several',
    'multi-domain-forest': 'several domains of one forest',
  }),
  'vm.otherDcReachable': yesNo(
    'whether other domain controllers can be reached',
    'Other domain controllers can be reached',
    'No other domain controller can be reached',
  ),
  'vm.isolatedNetwork': yesNo(
    'whether the restore goes to an isolated network',
    'The restore goes to an isolated network',
    'The network of the restore is not isolated',
  ),
  'vm.vnetInPrimary': yesNo(
    'whether the machine’s network is in the primary region',
    'The machine’s network is in the primary region',
    'The machine’s network is missing in the primary region',
  ),
  'vm.keyVaultEncrypted': yesNo(
    'whether keys of a key vault encrypt the machine',
    'Keys of a key vault encrypt the machine',
    'No key of a key vault encrypts the machine',
  ),
  'vm.encryptedBlobs': yesNo(
    'whether the machine’s blobs are encrypted',
    'The machine’s blobs are encrypted',
    'The machine’s blobs are not encrypted',
  ),
  'vm.hasSharedDisks': yesNo(
    'whether the restore point has a shared disk',
    'The restore point has a shared disk',
    'The restore point has no shared disk',
  ),
  'vm.hasWriteAccelerator': yesNo(
    'whether the restore point has a disk with Write Accelerator',
    'The restore point has a disk with Write Accelerator',
    'The restore point has no disk with Write Accelerator',
  ),
  'vm.system': valued(
    'the version of the backed-up VM’s operating system',
    'The backed-up VM has',
    systemNames,
  ),
  'vm.isDeduplicated': yesNo(
    'whether the files are on a deduplicated volume',
    'The files are on a deduplicated volume',
    'The files aren’t on a deduplicated volume',
  ),
  'vm.spansDisks': yesNo(
    'whether the VM has volumes that span several disks',
    'The VM has volumes that span several disks',
    'The VM has no volumes that span several disks',
  ),
  'vm.isAccountRestricted': yesNo(
    'whether the storage account of the disks accepts only selected networks',
    'The storage account of the disks accepts only selected networks',
    'The storage account of the disks accepts all networks',
  ),
} as const satisfies Record<string, FactWords>;
