import { toJob } from '#src/api/recovery-services/jobs/map.ts';
import { jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { finder } from '#src/api/resource-graph/query/lists.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';

/**
 * Jobs with these words in the name of their instance, their id, the resource group of the machine
 * or the name of the vault; instances first, newest first: from Resource Graph, over all vaults and
 * all the days that it keeps (azure-contract §1).
 */
export const findJobs = finder({ row: jobWire, toThing: toJob, question: questionOf });

function questionOf(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupjobs'",
    'extend machine = tostring(properties.entityFriendlyName)',
    "extend machineGroup = tostring(split(tostring(properties.dataSourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['machine', 'name', 'machineGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'machine')}`,
    'order by rank asc, todatetime(properties.startTime) desc, id asc',
    'project id, name, type, properties',
  ]);
}
