import type { StagingChoice, VnetChoice } from '../fields.ts';
import { type FactsAbout, type FactWords, named, ofNumber, valued, yesNo } from './words.ts';

/** Facts about the target of a restore, and about the operator. */
export const targetFacts = {
  'target.vmNames': named('the VMs of the target subscription', 'VMs in the target subscription'),
  'target.rgNames': named(
    'the resource groups of the target subscription',
    'Resource groups in the target subscription',
  ),
  'target.diskNames': named(
    'the disks of the target resource group',
    'Disks in the target resource group',
  ),
  'target.hasPermissions': yesNo(
    'whether you have permissions in the target subscription',
    'You have permissions in the target subscription',
    'You have no permissions in the target subscription',
  ),
  'target.regionHasZones': yesNo(
    'whether the target region has zones',
    'The target region has zones',
    'The target region has no zones',
  ),
  /** What the target subscription calls the zone of the VM, in the vault's region; null: it is in none. */
  'target.ownZone': valued<string | null>(
    'which zone of the target subscription is the VM’s zone',
    'In the target subscription, the VM’s zone is zone',
    {},
    'The VM is in no availability zone',
  ),
  'target.vnetInSecondary': yesNo(
    'whether a network is set up in the secondary region',
    'A network is set up in the secondary region',
    'No network is set up in the secondary region',
  ),
  'target.stagingAccountsInRegion': ofNumber(
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
    'The disk encryption set isn’t ready',
  ),
  'target.firstSubnet': valued<string | null>(
    'the first subnet of the network',
    'The network’s first subnet is',
    {},
    'The network has no subnet',
  ),
  'platform.skuAvailable': yesNo(
    'whether the VM size is available in the region',
    'The VM size is available in the region',
    'The VM size isn’t available in the region',
  ),
  'platform.primaryDown': yesNo(
    'whether the primary datacenter is down',
    'The primary datacenter is down',
    'The primary datacenter isn’t reported as down',
  ),
  'platform.pinnedZoneDown': yesNo(
    'whether the VM’s zone is down',
    'The VM’s zone is down',
    'The VM’s zone isn’t reported as down',
  ),
  'operator.canRestoreVm': yesNo(
    'whether you have permission to restore to a new VM',
    'You have permission to restore to a new VM',
    'You don’t have permission to restore to a new VM',
  ),
  'operator.isBackupAdmin': yesNo(
    'whether you are a Backup admin',
    'You are a Backup admin',
    'You aren’t a Backup admin',
  ),
  'operator.isAppAdmin': yesNo(
    'whether you are an App admin',
    'You are an App admin',
    'You aren’t an App admin',
  ),
  'identity.hasRestoreOperator': yesNo(
    'whether the identity is VM restore operator on the account and the resource group',
    'The identity is VM restore operator on the account and the resource group',
    'The identity isn’t VM restore operator on both the account and the resource group',
  ),
  'identity.hasAllActions': yesNo(
    'whether the identity has all required actions',
    'The identity has all required actions',
    'The identity lacks required actions',
  ),
} as const satisfies FactsAbout<'target' | 'platform' | 'operator' | 'identity'>;

type WordsOf<Name extends string, Chosen> = {
  readonly [Key in keyof Chosen & string as `${Name}.${Key}`]: FactWords<Chosen[Key]>;
};

/** Facts about the account, network and subscription that are chosen. */
export const chosenFacts = {
  'c.subscriptionTenant': valued<string | null>(
    'the tenant of the chosen subscription',
    'The chosen subscription’s tenant is',
  ),
  'c.staging.region': valued<string>(
    'the region of the storage account',
    'The account’s region is',
  ),
  'c.staging.kind': valued<StagingChoice['kind']>(
    'the kind of the storage account',
    'The account’s kind is',
  ),
  'c.staging.redundancy': valued<StagingChoice['redundancy']>(
    'the redundancy of the storage account',
    'The account’s redundancy is',
  ),
  'c.staging.tier': valued<StagingChoice['tier']>(
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
    'The account can’t be reached with its keys',
  ),
  'c.vnet.region': valued<string>('the region of the network', 'The network’s region is'),
  'c.vnet.subscription': valued<string>(
    'the subscription of the network',
    'The network’s subscription is',
  ),
  'c.vnet.active': yesNo(
    'whether the network is active',
    'The network is active',
    'The network isn’t active',
  ),
  'c.vnet.affinityGroup': yesNo(
    'whether the network is tied to an affinity group',
    'The network is tied to an affinity group',
    'The network is tied to no affinity group',
  ),
} as const satisfies WordsOf<'c.staging', StagingChoice> &
  WordsOf<'c.vnet', VnetChoice> & { readonly 'c.subscriptionTenant': FactWords };
