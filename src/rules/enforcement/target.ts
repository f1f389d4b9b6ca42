import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about what is restored, where it goes and who restores it. */
export const targetEnforcement = {
  'staging.region': service(
    'Azure’s troubleshooting page lists a vault and account in different regions as a rejected restore.',
  ),
  'staging.none-in-region': portal('The list is empty, so you can’t select anything.'),
  'staging.blob-kind': service('The documents call this type unsupported.'),
  'staging.zrs': service(
    'The documents call zone redundancy unsupported. The REST document excludes it for the account in the body.',
  ),
  'staging.premium.non-premium-vm': service('The documents call it unsupported.'),
  'staging.premium.network-rules': service('The documents call it unsupported.'),
  'staging.firewall.system-identity': service(
    'The account’s network rules block user-assigned identities.',
  ),
  'network.required': portal(
    'This VM requires the step. Azure uses its own default if the field isn’t sent.',
  ),
  'network.private.disk-access': service('Private access requires the disk access resource.'),
  'network.client.no-cli': advice(
    'The two clients have no parameter for it, so Azure never receives it.',
  ),
  'unmanaged.encrypted': service('The document calls encrypted VMs unsupported.'),
  'encryption.ade.create-vm': portal(
    'The older restore document gives these steps and names no error. The newer one doesn’t mention them.',
  ),
  'identity.rbac.create-vm': service('Role-based access decides.'),
  'identity.managed-only': service('The document allows only VMs with managed disks.'),
  'identity.on-vault': service('Only an identity of the vault can act for it.'),
  'identity.user.resource-id': service(
    'The body names a user-assigned identity by its resource ID.',
  ),
  'identity.permissions': service('Role-based access decides.'),
  'platform.vm-name.blanks': service('Names can’t contain spaces.'),
  'platform.vm-name.length': service('The resource name can have up to 64 characters.'),
  'platform.vm-name.characters': service('Azure rejects the name as invalid.'),
  'platform.vm-name.edges': service('Azure rejects the name as invalid.'),
  'platform.rg-name.blanks': service('Names can’t contain spaces.'),
  'platform.rg-name.length': service('A resource group name can have up to 90 characters.'),
  'platform.rg-name.characters': service('Azure rejects the name as invalid.'),
  'platform.rg-name.end': service('A resource group name can’t end with a period.'),
  'platform.identity-id.blanks': service('With spaces, it isn’t a resource ID.'),
  'platform.identity-id.form': service('No other ID names a user-assigned identity.'),
  'platform.identity-id.kind': service('Azure can’t use another resource as an identity.'),
  'platform.replace.running': service(
    'Azure’s check before the restore fails with UserErrorVmNotShutDown.',
  ),
  'platform.replace.loss-read': advice('Restore Center asks this. Azure doesn’t.'),
  'platform.crr.no-cancel-read': advice('Restore Center asks this. Azure doesn’t.'),
  'platform.disk-access.endpoint': service(
    'The disks would be unreachable, so Azure rejects the restore.',
  ),
  'platform.encryption-set.ready': service('Azure can’t encrypt with a set that failed.'),
  'platform.identity-id.on-vault': service('The identity must be one of the vault’s.'),
} as const satisfies EnforcementOfRules;
