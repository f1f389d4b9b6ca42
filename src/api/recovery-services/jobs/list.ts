import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { STATUS } from '#src/api/recovery-services/jobs/filter.ts';
import {
  isInVault,
  isOneOf,
  literal,
  question,
  where,
} from '#src/api/resource-graph/query/text.ts';
import { BACKUP_PROVIDERS, type BackupProvider, providerOf } from '#src/model/vaults.ts';
import type { JobFilter, JobOrder, JobRange, JobSort, JobStatus } from '#src/model/jobs.ts';
import { instanceName } from '#src/model/instances.ts';

const AGO: Record<JobRange, string> = { '24h': '1d', '7d': '7d', '30d': '30d' };

/** The rows that are jobs of a service, of machines or of disks, in Azure's words (azure-contract §1, §8, §11). */
const ROWS: Record<BackupProvider, string> = {
  'Microsoft.RecoveryServices': "properties.backupManagementType =~ 'AzureIaasVM'",
  'Microsoft.DataProtection': "properties.dataSourceType =~ 'Microsoft.Compute/disks'",
};

/** A Recovery Services vault calls a machine by one name, a Backup vault a disk by another: one is empty. */
export const INSTANCE =
  'strcat(tostring(properties.entityFriendlyName), tostring(properties.dataSourceName))';

/** The same state in the words of a Backup vault, where they differ (azure-contract §11). */
const ALSO: Partial<Record<JobStatus, readonly string[]>> = {
  inProgress: ['Started'],
  completed: ['Success', 'Succeeded'],
  completedWithWarnings: ['SuccessWithWarning', 'SuccessWithWarnings', 'CompletedWithWarning'],
};

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<JobSort, string> = {
  started: 'todatetime(properties.startTime)',
  status: 'tostring(properties.status)',
  instance: `tolower(${INSTANCE})`,
  operation: 'tostring(properties.operation)',
  vault: "tolower(tostring(split(id, '/')[8]))",
  duration: 'tostring(properties.duration)',
};

/** The question for a list of jobs over all vaults, of machines and of disks (azure-contract §1). */
export function jobsQuestion(filter: JobFilter, order: JobOrder): string {
  return question('recoveryservicesresources', [
    where(isOneOf('type', typesOf(filter.providers))),
    `where todatetime(properties.startTime) > ago(${AGO[filter.range]})`,
    `where ${rowsOf(filter.providers)}`,
    where(isOneOf('properties.operation', filter.operations)),
    where(
      isOneOf(
        'properties.status',
        filter.statuses.flatMap((one) => [STATUS[one], ...(ALSO[one] ?? [])]),
      ),
    ),
    where(isOneOf('subscriptionId', filter.subscriptions)),
    where(isInVault(filter.vaults)),
    where(instanceCondition(filter)),
    where(searchCondition(filter.search)),
    `order by ${SORT[order.by]} ${order.isDescending ? 'desc' : 'asc'}, id asc`,
    'project id, name, type, properties',
  ]);
}

/** Types of rows; of one service alone the other type is not gone through. No service: all of them. */
export function typesOf(providers: readonly BackupProvider[]): string[] {
  const wanted = providers.length === 0 ? BACKUP_PROVIDERS : providers;
  return wanted.map((one) => TYPES[one]);
}

/** The condition for their rows: Backup vaults protect much that is no disk, and of that nothing is shown. */
export function rowsOf(providers: readonly BackupProvider[]): string {
  return providers.length === 0
    ? `type =~ ${literal(TYPES['Microsoft.RecoveryServices'])} or ${ROWS['Microsoft.DataProtection']}`
    : providers.map((one) => ROWS[one]).join(' or ');
}

const TYPES: Record<BackupProvider, string> = {
  'Microsoft.RecoveryServices': 'microsoft.recoveryservices/vaults/backupjobs',
  'Microsoft.DataProtection': 'microsoft.dataprotection/backupvaults/backupjobs',
};

/**
 * A disk's jobs name its instance. Rows of jobs name their item by the machine's name alone, which
 * doesn't distinguish two machines of one name in one vault (azure-contract §1).
 */
function instanceCondition({ instance }: JobFilter): string | null {
  if (instance === null) return null;
  if (providerOf(instance) === 'Microsoft.DataProtection')
    return `properties.backupInstanceId =~ ${literal(instance)}`;
  const machine = instanceName(instance);
  return `id startswith ${literal(`${vaultIdOf(instance) ?? ''}/`)} and properties.entityFriendlyName =~ ${literal(machine)}`;
}

function searchCondition(search: string): string | null {
  if (search === '') return null;
  const text = literal(search);
  const vault = `tostring(split(id, '/')[8]) contains ${text}`;
  return `${INSTANCE} contains ${text} or ${vault} or name startswith ${text}`;
}
