import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about one kind of restore. */
export const kindsEnforcement = {
  'create-vm.name.required': service('The body names the new VM.'),
  'create-vm.name.unused': service(
    'The document requires a VM name that doesn’t exist in the subscription.',
  ),
  'create-vm.rg.required': service('The body names the target resource group.'),
  'create-vm.vnet.required': service('The body names the virtual network.'),
  'create-vm.vnet.same-region': service('A VM can’t be attached to a network in another region.'),
  'create-vm.vnet.subscription': portal(
    'The portal lists only networks in the subscription. No rejection is documented.',
  ),
  'create-vm.vnet.active': portal(
    'The portal lists only active networks. No rejection is documented.',
  ),
  'create-vm.vnet.affinity-group': portal(
    'The portal doesn’t list such networks. No rejection is documented.',
  ),
  'create-vm.subnet.required': service('The body names the subnet.'),
  'create-vm.staging.required': service(
    'The body names the storage account, even if it isn’t used.',
  ),
  'create-vm.region.same-as-source': service('The document allows no other region.'),
  'restore-disks.rg.required': service(
    'Managed disks are created in the resource group that the body names.',
  ),
  'restore-disks.rg.new-unique': portal(
    'The form for a new group requires an unused name. You can restore to an existing group.',
  ),
  'restore-disks.staging.required': service(
    'The body of a disk restore names the storage account.',
  ),
  'template.deploy.shared-key-off': service(
    'The deployment reads the template with a signature created from the account’s key.',
  ),
  'template.terms': portal('The portal’s deployment form requires it before Purchase.'),
  'template.values': service('Azure rejects a deployment without its parameters.'),
  'template.crr.vnet': service(
    'The VM is created in the secondary region and requires a network there.',
  ),
  'replace.source.exists': service(
    'The current VM must exist. Otherwise the job fails with UserErrorBcmDatasourceNotPresent.',
  ),
  'replace.encrypted': service('Replace existing supports only unencrypted managed VMs.'),
  'replace.unmanaged': service('The document calls unmanaged VMs unsupported.'),
  'replace.classic': service('The document calls classic VMs unsupported.'),
  'replace.generalized': service('The document calls generalized VMs unsupported.'),
  'replace.no-secondary': service('The documents offer it only in the VM’s own region.'),
  'replace.subscription.not-applicable': portal('The option has no subscription field.'),
  'replace.staging.required': service('The body of a restore names the storage account.'),
  'replace.destructive.confirm': advice('Restore Center asks this. Azure doesn’t.'),
  'disk.no-olr': service('The document calls original-location recovery unsupported.'),
  'disk.target.subscription': service('The request names the target subscription.'),
  'disk.target.rg': service('The request names the target resource group.'),
  'disk.name.required': service('The request names the new disk.'),
  'disk.name.unused': service('The document lists this as a reason why validation fails.'),
  'disk.role.target': service('The document lists this as a reason why validation fails.'),
  'disk.role.snapshot-rg': service('The document lists this as a reason why validation fails.'),
  'disk.snapshots.present': service('The document lists this as a reason why validation fails.'),
  'disk.des.reader': service('The document lists this as a requirement of a restore.'),
  'rest.body.required.disks': service('The sample body in the REST document contains them all.'),
  'rest.body.required.vm': service('The sample body in the REST document contains them all.'),
  'rest.storage': service('The REST document states both conditions for the account in the body.'),
} as const satisfies EnforcementOfRules;
