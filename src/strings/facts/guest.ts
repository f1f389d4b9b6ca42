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
} as const satisfies Record<string, FactWords>;
