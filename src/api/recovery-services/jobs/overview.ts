import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { jobStatus } from '#src/api/recovery-services/jobs/map.ts';
import { jobCountWire } from '#src/api/recovery-services/jobs/wire-counts.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { JobCount } from '#src/model/jobs.ts';

/**
 * Jobs over all vaults, of machines and of disks, with the columns that both questions below go by
 * (azure-contract §1, §8, §11).
 */
const JOBS = [
  "where type in~ ('microsoft.recoveryservices/vaults/backupjobs', 'microsoft.dataprotection/backupvaults/backupjobs')",
  "where type =~ 'microsoft.recoveryservices/vaults/backupjobs' or properties.dataSourceType =~ 'Microsoft.Compute/disks'",
  'extend operation = tostring(properties.operation), status = tostring(properties.status)',
  'extend startedAt = todatetime(properties.startTime)',
];
const RUNS = "status in~ ('InProgress', 'Started', 'Cancelling')";

/**
 * Counts the jobs of each operation that started in each hour of the last 24, by status, in Resource
 * Graph; and all that run, whenever they started.
 */
export async function countJobs(arm: ArmPipelines, signal?: AbortSignal): Promise<JobCount[]> {
  const query = question('recoveryservicesresources', [
    ...JOBS,
    `where startedAt > ago(24h) or ${RUNS}`,
    'summarize jobs = count() by operation, status, hour = bin(startedAt, 1h)',
  ]);
  const rows = await queryGraph(arm, jobCountWire, query, signal);
  return rows.map(({ operation, status, hour, jobs }) => ({
    operation: operation ?? '',
    status: jobStatus(status),
    hour: parseInstant(hour),
    jobs,
  }));
}

/**
 * The query for the jobs that need attention, the newest of each kind first: restores that run, then
 * what failed or ended with warnings in the last 24 hours.
 */
export const NOTABLE_JOBS = question('recoveryservicesresources', [
  ...JOBS,
  `extend rank = case(operation in~ ('Restore', 'CrossRegionRestore') and ${RUNS}, 0, status in~ ('Failed', 'CompletedWithWarnings') and startedAt > ago(24h), 1, 2)`,
  'where rank < 2',
  'order by rank asc, startedAt desc, id asc',
  'project id, name, type, properties',
]);
