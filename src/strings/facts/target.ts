import { counted, named, valued, yesNo, type FactWords } from './words.ts';

/** Facts about the target of a restore, and about the operator. */
export const targetFacts = {
  'target.vmNames': named(
    'the machines of the target subscription',
    'Machines in the target subscription',
  ),
  'target.rgNames': named(
    'the resource groups of the target subscription',
    'Resource groups in the target subscription',
  ),
  'target.hasPermissions': yesNo(
    'whether you have rights in the target subscription',
    'You have rights in the target subscription',
    'You have no rights in the target subscription',
  ),
  'target.regionHasZones': yesNo(
    'whether the target region has zones',
    'The target region has zones',
    'The target region has no zones',
  ),
  'target.vnetInSecondary': yesNo(
    'whether a network is set up in the secondary region',
    'A network is set up in the secondary region',
    'No network is set up in the secondary region',
  ),
  'target.stagingAccountsInRegion': counted(
    'how many storage accounts the region has',
    'The region has',
    'storage account',
    'storage accounts',
  ),
  'target.diskAccessUsable': yesNo(
    'whether the disk access has an approved private endpoint',
    'The disk access has an approved private endpoint',
    'The disk access has no approved private endpoint',
  ),
  'target.encryptionSetReady': yesNo(
    'whether the disk encryption set is ready',
    'The disk encryption set is ready',
    'The disk encryption set is not ready',
  ),
  'target.firstSubnet': valued(
    'the first subnet of the network',
    'The network’s first subnet is',
    {},
    'The network has no subnet',
  ),
  'platform.skuAvailable': yesNo(
    'whether the machine size is available in the region',
    'The machine size is available in the region',
    'The machine size is not available in the region',
  ),
  'platform.primaryDown': yesNo(
    'whether the primary datacenter is down',
    'The primary datacenter is down',
    'The primary datacenter is not reported down',
  ),
  'platform.pinnedZoneDown': yesNo(
    'whether the machine’s zone is down',
    'The machine’s zone is down',
    'The machine’s zone is not reported down',
  ),
  'operator.canRestoreVm': yesNo(
    'whether your role lets you restore to a new machine',
    'Your role lets you restore to a new machine',
    'Your role does not let you restore to a new machine',
  ),
  'operator.isBackupAdmin': yesNo(
    'whether you are a Backup admin',
    'You are a Backup admin',
    'You are not a Backup admin',
  ),
  'operator.isAppAdmin': yesNo(
    'whether you are an App admin',
    'You are an App admin',
    'You are not an App admin',
  ),
  'identity.hasRestoreOperator': yesNo(
    'whether the identity is VM restore operator on the account and the group',
    'The identity is VM restore operator on the account and the group',
    'The identity is not VM restore operator on both the account and the group',
  ),
  'identity.hasAllActions': yesNo(
    'whether the identity has all actions that a restore needs',
    'The identity has all actions that a restore needs',
    'The identity lacks actions that a restore needs',
  ),
  'c.subscriptionTenant': valued(
    'the tenant of the chosen subscription',
    'The chosen subscription’s tenant is',
  ),
  'c.staging.region': valued('the region of the storage account', 'The account’s region is'),
  'c.staging.kind': valued('the kind of the storage account', 'The account’s kind is'),
  'c.staging.redundancy': valued(
    'the redundancy of the storage account',
    'The account’s redundancy is',
  ),
  'c.staging.tier': valued(
    'the performance of the storage account',
    'The account’s performance is',
  ),
  'c.staging.hasNetworkRules': yesNo(
    'whether the storage account has network rules',
    'The account has network rules',
    'The account is open to all networks',
  ),
  'c.staging.allowSharedKey': yesNo(
    'whether the storage account allows its keys',
    'The account can be reached with its keys',
    'The account cannot be reached with its keys',
  ),
  'c.vnet.region': valued('the region of the network', 'The network’s region is'),
  'c.vnet.subscription': valued('the subscription of the network', 'The network’s subscription is'),
  'c.vnet.active': yesNo(
    'whether the network is active',
    'The network is active',
    'The network is not active',
  ),
  'c.vnet.affinityGroup': yesNo(
    'whether the network is tied to an affinity group',
    'The network is tied to an affinity group',
    'The network is tied to no affinity group',
  ),
} as const satisfies Record<string, FactWords>;
