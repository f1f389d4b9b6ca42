import { type EnforcementOfRules, portal, service } from './by.ts';

/** Who enforces the rules about restores to another region, subscription or zone. */
export const elsewhereEnforcement = {
  'crr.enabled': service('Without the vault’s property no data is kept in the secondary region.'),
  'crr.paired-only': service('The document allows the paired region only.'),
  'crr.secondary-data-to-secondary': portal(
    'The view belongs to the form; a request does not name it.',
  ),
  'crr.ultra-disks': service('The document calls it unsupported.'),
  'crr.identity': service('The document calls it unsupported.'),
  'crr.staging.secondary-region': service('The account must be in the region restored to.'),
  'crr.grs-only': service('Other vaults have no copy in the paired region.'),
  'crr.disaster.staging': service('The body of a restore names the storage account (004).'),
  'crr.disaster.staging-region': service('The account must be in the datacenter restored to.'),
  'csr.disabled': service('The restore is allowed only where the vault’s property is on.'),
  'csr.permanently-disabled': service(
    'The restore is allowed only where the vault’s property is on, and this one cannot be turned on again.',
  ),
  'csr.permanent.no-reenable': service('The document calls the operation irreversible.'),
  'csr.same-tenant': service('Restores to another subscription stay within one tenant.'),
  'csr.rbac': service('Role-based access decides.'),
  'csr.managed-only': service('The document allows managed machines only.'),
  'csr.ade': service('The document calls it unsupported.'),
  'csr.vault-moved': service('The document says that such a restore fails.'),
  'czr.block.snapshot': service('The document calls snapshot points unsupported.'),
  'czr.block.encrypted': service('The document calls encrypted machines unsupported.'),
  'czr.block.redundancy': service('The data of such a vault is not replicated across zones.'),
  'czr.block.secondary-no-zones': service(
    'Nothing can be made in a zone that the region does not have.',
  ),
  'czr.managed-only': service('The document allows managed machines only.'),
  'czr.non-pinned': service('For a machine in no zone the document names vaults with ZRS only.'),
  'czr.pinned-zone-down': service('Nothing can be made in a zone that is unavailable.'),
  'platform.outage.locally-redundant': service('Nothing can be created in a region that is down.'),
  'platform.outage.zone-redundant': service('Nothing can be created in a region that is down.'),
  'platform.outage.snapshot': service(
    'Only vault data is replicated, so there is nothing to read.',
  ),
} as const satisfies EnforcementOfRules;
