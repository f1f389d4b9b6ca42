import { type EnforcementOfRules, portal, service } from './by.ts';

/** Who enforces the rules about restores to another region, subscription or zone. */
export const elsewhereEnforcement = {
  'crr.enabled': service('Without this setting, the vault has no data in the secondary region.'),
  'crr.paired-only': service('The document allows the paired region only.'),
  'crr.secondary-data-to-secondary': portal(
    'The view belongs to the form. A request doesn’t contain it.',
  ),
  'crr.ultra-disks': service('The document calls it unsupported.'),
  'crr.identity': service('The document calls it unsupported.'),
  'crr.staging.secondary-region': service('The account must be in the target region.'),
  'crr.grs-only': service('Other vaults have no copy in the paired region.'),
  'crr.disaster.staging': service('The body of a restore names the storage account.'),
  'crr.disaster.staging-region': service('The account must be in the target datacenter.'),
  'csr.disabled': service('The vault’s property must be on.'),
  'csr.permanently-disabled': service(
    'The vault’s property must be on, and this one can’t be turned on again.',
  ),
  'csr.permanent.no-reenable': service('The document calls the operation irreversible.'),
  'csr.same-tenant': service('Restores to another subscription stay within one tenant.'),
  'csr.rbac': service('Role-based access decides.'),
  'csr.managed-only': service('The document allows only VMs with managed disks.'),
  'csr.ade': service('The document calls it unsupported.'),
  'csr.vault-moved': service('The document says that this restore fails.'),
  'czr.block.snapshot': service('The document calls snapshot-tier restore points unsupported.'),
  'czr.block.encrypted': service('The document calls encrypted VMs unsupported.'),
  'czr.block.redundancy': service('The vault’s data isn’t replicated across zones.'),
  'czr.block.secondary-no-zones': service(
    'Azure can’t create anything in a zone that the region doesn’t have.',
  ),
  'czr.managed-only': service('The document allows only VMs with managed disks.'),
  'czr.non-pinned': service('For a VM in no zone, the document names only vaults with ZRS.'),
  'czr.pinned-zone-down': service('Azure can’t create anything in a zone that is unavailable.'),
  'platform.outage.locally-redundant': service(
    'Azure can’t create anything in a region that is down.',
  ),
  'platform.outage.zone-redundant': service(
    'Azure can’t create anything in a region that is down.',
  ),
  'platform.outage.snapshot': service(
    'Only vault data is replicated, so there is nothing to read.',
  ),
} as const satisfies EnforcementOfRules;
