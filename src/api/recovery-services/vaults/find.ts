import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { finder } from '#src/api/resource-graph/query/lists.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';

/**
 * Recovery Services vaults with these words in their name or resource group, names first: from
 * Resource Graph (azure-contract §1).
 */
export const findVaults = finder({ row: vaultWire, toThing: toVault, question: questionOf });

function questionOf(words: readonly string[]): string {
  return question('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    `where ${hasWords(words, ['name', 'resourceGroup'])}`,
    `extend rank = ${rankOf(words, 'name')}`,
    'order by rank asc, tolower(name) asc, id asc',
    'project id, name, type, location, properties',
  ]);
}
