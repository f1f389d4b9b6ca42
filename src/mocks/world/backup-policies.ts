import type { State } from '#src/mocks/world/fold.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import type { VaultSeed } from '#src/mocks/world/seed.ts';

/** A backup policy of a vault. */
export interface BackupPolicy {
  readonly id: string;
  readonly name: string;
  readonly kind: 'AzureIaasVM' | 'AzureWorkload';
  /** How many machines it protects. */
  readonly count: number;
}

/** The policies that every vault is created with (documentation of Azure Backup). */
const OF_EVERY_VAULT = ['DefaultPolicy', 'EnhancedPolicy'];
const OF_DATABASES = 'HourlyLogBackup';

/** The policies of a vault: those that it was created with, and those of its items. */
export function policiesOf(state: State, { id }: VaultSeed): BackupPolicy[] {
  const used = instancesIn(state, id).map(({ policyName }) => policyName);
  const machines = [...new Set([...OF_EVERY_VAULT, ...used])].map((name) => ({
    id: `${id}/backupPolicies/${name}`,
    name,
    kind: 'AzureIaasVM' as const,
    count: used.filter((one) => one === name).length,
  }));
  const databases = {
    id: `${id}/backupPolicies/${OF_DATABASES}`,
    name: OF_DATABASES,
    kind: 'AzureWorkload' as const,
    count: 0,
  };
  return [...machines, databases];
}
