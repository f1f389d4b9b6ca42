import { type EnforcementOfRules, advice, service } from './by.ts';

/** Who enforces the rules about restores by Commvault. */
export const commvaultEnforcement = {
  'commvault.disk-8tb': service('The document sets the limit at 8 TB.'),
  'commvault.classic.premium': service('The document calls it unsupported.'),
  'commvault.encrypted-blobs.files': service('The document calls it unsupported.'),
  'commvault.kv.subscription': service(
    'The document says that the key vault can’t be restored there.',
  ),
  'commvault.out-of-place': advice('The document lists them as inputs of such a restore.'),
  'platform.commvault.instance': service('The body names the VM by its GUID.'),
  'platform.commvault.point': advice('Without a time Commvault restores its newest backup.'),
  'platform.commvault.restore-disabled': service('The CommServe returns that access is denied.'),
  'platform.commvault.passkey': service('The CommServe returns that it requires the passkey.'),
  'platform.commvault.os-disk': service('The job fails: no OS disk found.'),
  'platform.commvault.hypervisor': service('The body names the hypervisor.'),
  'platform.commvault.in-place.confirm': advice(
    'Restore Center asks this, as Command Center does.',
  ),
  'platform.commvault.subscription': advice('It determines which lists from Azure are offered.'),
  'platform.commvault.subscription.hypervisor': service(
    'Its credentials are for one subscription.',
  ),
  'platform.commvault.name': advice('Without a name, Commvault generates one.'),
  'platform.commvault.name.form': service('Azure rejects the name as invalid.'),
  'platform.commvault.name.taken': service('The job fails with a conflict.'),
  'platform.commvault.rg': service('The body names the resource group.'),
  'platform.commvault.region': service('The body names the region.'),
  'platform.commvault.size': advice('Without a size, Commvault selects one.'),
  'platform.commvault.size.available': service('Azure can’t create a VM of this size.'),
  'platform.commvault.cores': service('The job fails with a quota error.'),
  'platform.commvault.account': service('Commvault requires only this field of the body.'),
  'platform.commvault.account.region': service('The job fails when it writes the disks.'),
  'platform.commvault.network': service('The job finds no such subnet in the region.'),
  'platform.commvault.network.region': service('The job finds no such subnet in the region.'),
  'platform.commvault.subnet': service('A NIC must be in a subnet.'),
  'platform.commvault.overwrite.confirm': advice(
    'Restore Center asks this, as Command Center does.',
  ),
} as const satisfies EnforcementOfRules;
