import { type FactsAbout, valued, yesNo } from './words.ts';

export const commvaultFacts = {
  'commvault.isRestoreEnabled': yesNo(
    'whether restores of the VM are turned on',
    'Restores of the VM are turned on',
    'Restores of the VM are turned off',
  ),
  'commvault.needsPasskey': yesNo(
    'whether restoring the VM requires a passkey',
    'Restoring the VM requires a passkey',
    'Restoring the VM requires no passkey',
  ),
  'commvault.hasOsDisk': yesNo(
    'whether the backup holds the OS disk',
    'The backup holds the OS disk',
    'The backup doesn’t hold the OS disk',
  ),
  /** The subscription that the hypervisor restored to has credentials for. */
  'commvault.hypervisorSubscription': valued<string>(
    'the subscription of the hypervisor',
    'The VMs of the hypervisor are in the subscription',
  ),
  /** Without a network of its own, Commvault uses that of the source. */
  'commvault.sharesNetwork': yesNo(
    'whether the new VM is on a virtual network of its source',
    'The new VM is on a virtual network of its source',
    'The new VM is on no virtual network of its source',
  ),
  'commvault.hasCores': yesNo(
    'whether the quotas leave enough vCPUs',
    'The quotas leave enough vCPUs',
    'The quotas leave too few vCPUs',
  ),
} as const satisfies FactsAbout<'commvault'>;

/** What `vault.subscription` is called in a restore by Commvault, which has no vault. */
export const sourceSubscription = valued<string>(
  'the subscription of the source VM',
  'The source VM’s subscription is',
);
