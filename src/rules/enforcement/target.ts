import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about what is restored, where it goes and who restores it. */
export const targetEnforcement = {
  'staging.region': service(
    'Azure’s troubleshooting page names vault and account in two regions as a refused restore.',
  ),
  'staging.none-in-region': portal('The list is empty, so nothing can be chosen.'),
  'staging.blob-kind': service('The documents say the type is not supported.'),
  'staging.zrs': service(
    'The documents say that zone redundancy is not supported; 004 refuses it for the body’s account.',
  ),
  'staging.premium.non-premium-vm': service('The documents say that it is not supported.'),
  'staging.premium.network-rules': service('The documents say that it is not supported.'),
  'staging.firewall.system-identity': service(
    'A user-assigned identity is not let through the account’s network rules.',
  ),
  'network.required': portal(
    'The step is shown for this machine; Azure has its own default when the field is not sent.',
  ),
  'network.private.disk-access': service(
    'Private access is given by naming the disk access resource.',
  ),
  'network.client.no-cli': advice(
    'The two clients have no parameter for it; the service is never asked.',
  ),
  'unmanaged.encrypted': service('The document calls encrypted machines unsupported.'),
  'encryption.ade.create-vm': portal(
    'The document gives these steps and names no error; 000 is silent (C-10).',
  ),
  'identity.rbac.create-vm': service('Role-based access decides.'),
  'identity.managed-only': service('The document allows managed machines only.'),
  'identity.on-vault': service('Only an identity of the vault can act for it.'),
  'identity.user.resource-id': service(
    'The body names a user-assigned identity by its resource id.',
  ),
  'identity.permissions': service('Role-based access decides.'),
  'platform.vm-name.blanks': service('A blank is none of the characters of a name.'),
  'platform.vm-name.length': service('The name of the resource can have up to 64 characters.'),
  'platform.vm-name.characters': service('Azure answers that the name is invalid.'),
  'platform.vm-name.edges': service('Azure answers that the name is invalid.'),
  'platform.rg-name.blanks': service('A blank is none of the characters of a name.'),
  'platform.rg-name.length': service('The name of a group can have up to 90 characters.'),
  'platform.rg-name.characters': service('Azure answers that the name is invalid.'),
  'platform.rg-name.end': service('The name of a group cannot end with a period.'),
  'platform.identity-id.blanks': service('With blanks it is not a resource id.'),
  'platform.identity-id.form': service('Another id names no user-assigned identity.'),
  'platform.identity-id.kind': service('Another resource is no identity that Azure could act by.'),
  'platform.replace.running': service(
    'Its check before the restore fails with UserErrorVmNotShutDown.',
  ),
  'platform.replace.loss-read': advice('Our own question; Azure does not ask it.'),
  'platform.crr.no-cancel-read': advice('Our own question; Azure does not ask it.'),
  'platform.disk-access.endpoint': service(
    'Nobody reaches a disk through it; Azure refuses the restore.',
  ),
  'platform.encryption-set.ready': service('Azure does not encrypt under a set that failed.'),
  'platform.identity-id.on-vault': service('The identity must be one of the vault’s.'),
} as const satisfies EnforcementOfRules;
