import { systemNames } from '#src/strings/files/systems.ts';
import { valued, yesNo, type FactWords } from './words.ts';

/** Facts about software in the VM, and about services around it. */
export const guestFacts = {
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
  'vm.dc': valued('whether the VM is a domain controller', 'Domain controller:', {
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
  'vm.hasSharedDisks': yesNo(
    'whether the restore point has a shared disk',
    'The restore point has a shared disk',
    'The restore point has no shared disk',
  ),
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
