import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about one kind of restore. */
export const kindsEnforcement = {
  'create-vm.name.required': service('The body names the machine to make.'),
  'create-vm.name.unused': service(
    'The document asks for a machine that does not exist in the subscription.',
  ),
  'create-vm.rg.required': service('The body names the target resource group.'),
  'create-vm.vnet.required': service('The body names the virtual network (004).'),
  'create-vm.vnet.same-region': service(
    'A machine cannot be attached to a network of another region.',
  ),
  'create-vm.vnet.subscription': portal(
    'The portal lists the networks of the subscription only; no refusal is documented.',
  ),
  'create-vm.vnet.active': portal(
    'The portal lists active networks only; no refusal is documented.',
  ),
  'create-vm.vnet.affinity-group': portal(
    'The portal does not list such networks; no refusal is documented.',
  ),
  'create-vm.subnet.required': service('The body names the subnet (004).'),
  'create-vm.staging.required': service(
    'The body names the storage account (004), also where it stays unused.',
  ),
  'create-vm.region.same-as-source': service('The document allows no other region.'),
  'restore-disks.rg.required': service(
    'Managed disks are created in the group that the body names.',
  ),
  'restore-disks.rg.new-unique': portal(
    'The form that makes the group asks for an unused name; a restore into an existing group is allowed.',
  ),
  'restore-disks.staging.required': service(
    'The body of a disk restore names the storage account (004).',
  ),
  'template.deploy.shared-key-off': service(
    'The deployment reads the template with a signature made from the account’s key.',
  ),
  'template.terms': portal('The portal’s deployment form asks for it before Purchase.'),
  'template.values': service('A deployment without its parameters is refused.'),
  'template.crr.vnet': service(
    'The machine is made in the secondary region and needs a network there.',
  ),
  'replace.source.exists': service(
    'The current machine must exist; a job fails with UserErrorBcmDatasourceNotPresent.',
  ),
  'replace.encrypted': service('Replace existing is supported for unencrypted managed machines.'),
  'replace.unmanaged': service('The document calls unmanaged machines unsupported.'),
  'replace.classic': service('The document calls classic machines unsupported.'),
  'replace.generalized': service('The document calls generalized machines unsupported.'),
  'replace.no-secondary': service('The documents offer it in the machine’s own region only.'),
  'replace.subscription.not-applicable': portal('The option has no subscription field.'),
  'replace.staging.required': service('The body of a restore names the storage account.'),
  'replace.destructive.confirm': advice('Our own question; Azure does not ask it.'),
  'disk.no-olr': service('The document calls original-location recovery unsupported.'),
  'disk.target.subscription': service('The request names the subscription that it restores to.'),
  'disk.target.rg': service('The request names the group that it restores to.'),
  'disk.name.required': service('The request names the new disk.'),
  'disk.name.unused': service('The document lists it among the reasons why validation fails.'),
  'disk.role.target': service('The document lists it among the reasons why validation fails.'),
  'disk.role.snapshot-rg': service('The document lists it among the reasons why validation fails.'),
  'disk.snapshots.present': service(
    'The document lists it among the reasons why validation fails.',
  ),
  'disk.des.reader': service('The document counts it among what a restore requires.'),
  'rest.body.required.disks': service('The sample body of 004 carries them all.'),
  'rest.body.required.vm': service('The sample body of 004 carries them all.'),
  'rest.storage': service('004 states both conditions for the body’s account.'),
} as const satisfies EnforcementOfRules;
