import { valued, yesNo, type FactWords } from './words.ts';

/** Facts that only restores by Commvault depend on. */
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
  'commvault.hypervisorSubscription': valued(
    'the subscription of the hypervisor',
    'The VMs of the hypervisor are in the subscription',
  ),
  'commvault.hasCores': yesNo(
    'whether the quotas leave enough vCPUs',
    'The quotas leave enough vCPUs',
    'The quotas leave too few vCPUs',
  ),
} as const satisfies Record<string, FactWords>;
