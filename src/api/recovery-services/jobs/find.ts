import { INSTANCE, rowsOf, typesOf } from '#src/api/recovery-services/jobs/list.ts';
import { isOneOf, question, where } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';

/**
 * The question for jobs with these words in the name of their instance, their id, the resource group of the machine or
 * the disk, or the name of the vault; instances first, newest first: over all vaults of both kinds and all the days that
 * Resource Graph keeps (azure-contract §1).
 */
export function jobSearchQuestion(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    where(isOneOf('type', typesOf([]))),
    `where ${rowsOf([])}`,
    `extend instance = ${INSTANCE}`,
    "extend sourceGroup = tostring(split(tostring(properties.dataSourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['instance', 'name', 'sourceGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'instance')}`,
    'order by rank asc, todatetime(properties.startTime) desc, id asc',
    'project id, name, type, properties',
  ]);
}
