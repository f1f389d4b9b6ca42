import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { toJob } from '#src/api/recovery-services/jobs/map.ts';
import { jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { graphPage } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf, WITH_SUBSCRIPTION } from '#src/api/resource-graph/query/words.ts';
import type { FirstHits, JobHit } from '#src/model/search.ts';

const rowWire = z.extend(jobWire, { subscriptionName: maybe(z.string()) });

/**
 * Jobs with these words in the name of their instance, their id, the resource group of the machine
 * or the name of the vault; instances first, newest first: from Resource Graph, over all vaults and
 * all the days that it keeps (azure-contract §1).
 */
export async function findJobs(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstHits<JobHit>> {
  const wanted = { row: rowWire, query: questionOf(words), start: { skip: 0 }, top: most };
  const { rows, total } = await graphPage(arm, wanted, signal);
  const hits = rows.map((row) => ({
    job: toJob(row),
    subscription: row.subscriptionName || null,
  }));
  return { hits, total };
}

function questionOf(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupjobs'",
    'extend machine = tostring(properties.entityFriendlyName)',
    "extend machineGroup = tostring(split(tostring(properties.dataSourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['machine', 'name', 'machineGroup', 'vault'])}`,
    WITH_SUBSCRIPTION,
    `extend rank = ${rankOf(words, 'machine')}`,
    'order by rank asc, todatetime(properties.startTime) desc, id asc',
    'project id, name, type, properties, subscriptionName',
  ]);
}
