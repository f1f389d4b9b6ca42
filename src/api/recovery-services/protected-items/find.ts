import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { finder } from '#src/api/resource-graph/query/lists.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';

/**
 * Finds backup instances with these words in their name, the resource group of the machine or the name
 * of the vault, names first: from Resource Graph, over all vaults (azure-contract §1).
 */
export const findProtectedItems = finder({
  row: protectedItemWire,
  toThing: toProtectedItem,
  question: questionOf,
});

function questionOf(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    // An id holds group, name and vault among other words: few rows are left to be cut up.
    `where ${hasWords(words, ['id', 'properties.friendlyName'])}`,
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    'extend machine = tostring(properties.friendlyName)',
    // The row's own group is the vault's; the machine's is in its id.
    "extend machineGroup = tostring(split(tostring(properties.sourceResourceId), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['machine', 'machineGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'machine')}`,
    'order by rank asc, tolower(machine) asc, id asc',
    'project id, name, type, location, properties',
  ]);
}
