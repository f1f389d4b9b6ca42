import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about the steps before the configuration, and Review. */
export const flowEnforcement = {
  'datasource.type.required': portal(
    'The type determines which list appears. No request contains it.',
  ),
  'datasource.vm.wrong-vault': service(
    'The two kinds of vault have different providers. A Backup vault has no VM restore.',
  ),
  'datasource.disk.wrong-vault': service(
    'The two kinds of vault have different providers. A Recovery Services vault has no disk restore.',
  ),
  'datasource.files.arm-only': service(
    'File recovery exists only for Resource Manager VMs in a Recovery Services vault.',
  ),
  'instance.required': portal('A restore is posted to a backup instance’s address.'),
  'instance.secondary.managed-only': service(
    'Cross Region Restore supports managed Azure VMs only.',
  ),
  'platform.instance.soft-deleted': service(
    'The document says to undelete it first. No recorded response shows the rejection.',
  ),
  'instance.disk.pick': portal('A disk restore is posted to a backup instance’s address.'),
  'point.required': service('The address and body of every restore include the restore point.'),
  'point.tier.snapshot-only.no-replace': portal(
    'The document says when to use the option. It names no error from Azure.',
  ),
  'point.secondary.vault-only': service(
    'Only vault data is replicated, so there is nothing to read.',
  ),
  'point.not-in-secondary': service('The secondary region has only replicated restore points.'),
  'point.csr.snapshot': service(
    'Cross Subscription Restore doesn’t support snapshot-tier restore points.',
  ),
  'point.unmanaged.vault-only': service('Azure doesn’t support this conversion from snapshots.'),
  'point.archive': service(
    'Azure restores from the archive only after rehydration. The five documents don’t mention it.',
  ),
  'config.option.required': service('The body names the recovery type.'),
  'config.restore-type.create-new': service('The body names the recovery type.'),
  'review.all-rules': advice('Restore Center’s own check of the other rules’ issues.'),
  'review.warnings.acknowledge': advice('Restore Center asks this. Azure doesn’t.'),
  'review.disk.gate': portal('The portal allows Restore after validation has succeeded.'),
} as const satisfies EnforcementOfRules;
