import { type EnforcementOfRules, advice, portal, service } from './by.ts';

/** Who enforces the rules about the steps before the configuration, and Review. */
export const flowEnforcement = {
  'datasource.type.required': portal(
    'The type decides which list is shown; no request carries it by itself.',
  ),
  'datasource.vm.wrong-vault': service(
    'The two kinds of vault belong to two providers; a Backup vault has no VM restore.',
  ),
  'datasource.disk.wrong-vault': service(
    'The two kinds of vault belong to two providers; a Recovery Services vault has no disk restore.',
  ),
  'datasource.files.arm-only': service(
    'File recovery exists only for Resource Manager machines in a Recovery Services vault.',
  ),
  'instance.required': portal(
    'A restore is posted under one protected item; without it there is no address to post to.',
  ),
  'instance.secondary.managed-only': service(
    'Cross Region Restore supports managed Azure VMs only.',
  ),
  'instance.disk.pick': portal(
    'A disk restore is posted under one backup instance; without it there is no address to post to.',
  ),
  'point.required': service('The point is part of the address and of the body of every restore.'),
  'point.tier.snapshot-only.no-replace': portal(
    'The document says when to use the option; it names no error of the service.',
  ),
  'point.secondary.vault-only': service(
    'Only vault data is replicated, so there is nothing to read.',
  ),
  'point.not-in-secondary': service(
    'The secondary region holds only the points that were replicated.',
  ),
  'point.csr.snapshot': service(
    'Cross Subscription Restore is unsupported for snapshot-tier points.',
  ),
  'point.unmanaged.vault-only': service('The change is not supported from snapshots.'),
  'point.archive': service(
    'Azure restores from the archive only after rehydration; the five documents do not speak of it (G-01).',
  ),
  'config.option.required': service('The body names the recovery type.'),
  'config.restore-type.create-new': service('The body names the recovery type.'),
  'review.all-rules': advice('Our own gate over the findings of the other rules.'),
  'review.warnings.acknowledge': advice('Our own question; Azure does not ask it.'),
  'review.disk.gate': portal('The portal opens Restore after a validation that succeeded.'),
} as const satisfies EnforcementOfRules;
