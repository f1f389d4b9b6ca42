import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { STATUS } from '#src/api/recovery-services/jobs/filter.ts';
import { toJob } from '#src/api/recovery-services/jobs/map.ts';
import { jobRowWire } from '#src/api/recovery-services/jobs/wire.ts';
import { type GraphPage, graphPage, type PageStart } from '#src/api/resource-graph/query/ops.ts';
import {
  isInVault,
  isOneOf,
  literal,
  question,
  where,
} from '#src/api/resource-graph/query/text.ts';
import type { Job } from '#src/model/job.ts';
import type { Datasource } from '#src/model/instance-list.ts';
import type { JobFilter, JobOrder, JobRange, JobSort } from '#src/model/job-list.ts';
import { nameOf } from '#src/model/resource-id.ts';

const AGO: Record<JobRange, string> = { '24h': '1d', '7d': '7d' };

/** What protects a datasource, in Azure's words (azure-contract §1, §8). */
const MANAGEMENT_TYPE: Record<Datasource, string> = { vm: 'AzureIaasVM' };

/** What the server sorts by. Equal values stand in the order of ids, or pages would overlap. */
const SORT: Record<JobSort, string> = {
  started: 'todatetime(properties.startTime)',
  status: 'tostring(properties.status)',
  instance: 'tolower(tostring(properties.entityFriendlyName))',
  operation: 'tostring(properties.operation)',
  vault: "tolower(tostring(split(id, '/')[8]))",
  duration: 'tostring(properties.duration)',
};

/** The question for a list of jobs over all vaults (azure-contract §1). */
export function jobsQuestion(filter: JobFilter, order: JobOrder): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupjobs'",
    `where todatetime(properties.startTime) > ago(${AGO[filter.range]})`,
    where(
      isOneOf(
        'properties.backupManagementType',
        filter.datasources.map((one) => MANAGEMENT_TYPE[one]),
      ),
    ),
    where(isOneOf('properties.operation', filter.operations)),
    where(
      isOneOf(
        'properties.status',
        filter.statuses.map((one) => STATUS[one]),
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

/**
 * Rows of jobs name their item by the machine's name alone: two machines of one name in one vault
 * are not told apart by it (azure-contract §1).
 */
function instanceCondition({ instance }: JobFilter): string | null {
  if (instance === null) return null;
  const machine = nameOf(instance).split(';').at(-1) ?? '';
  return `id startswith ${literal(`${vaultIdOf(instance) ?? ''}/`)} and properties.entityFriendlyName =~ ${literal(machine)}`;
}

function searchCondition(search: string): string | null {
  if (search === '') return null;
  const text = literal(search);
  const vault = `tostring(split(id, '/')[8]) contains ${text}`;
  return `properties.entityFriendlyName contains ${text} or ${vault} or name startswith ${text}`;
}

export interface JobPageWanted {
  readonly filter: JobFilter;
  readonly order: JobOrder;
  readonly start: PageStart;
  readonly top: number;
}

/** One page of the jobs over all vaults, filtered and sorted by Resource Graph: without progress. */
export async function listJobPage(
  arm: ArmPipelines,
  { filter, order, start, top }: JobPageWanted,
  signal?: AbortSignal,
): Promise<GraphPage<Job>> {
  const query = jobsQuestion(filter, order);
  const page = await graphPage(arm, { row: jobRowWire, query, start, top }, signal);
  return { ...page, rows: page.rows.map(toJob) };
}
