import { toDiskInstance } from '#src/api/data-protection/backup-instances/map.ts';
import { backupInstanceWire } from '#src/api/data-protection/backup-instances/wire.ts';
import { finder } from '#src/api/resource-graph/query/lists.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';

/**
 * Protected disks with these words in their name, the resource group of the disk or the name of the
 * vault, names first: from Resource Graph, over all Backup vaults (azure-contract §1).
 */
export const findDiskInstances = finder({
  row: backupInstanceWire,
  toThing: toDiskInstance,
  question: questionOf,
});

function questionOf(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.dataprotection/backupvaults/backupinstances'",
    "where properties.dataSourceInfo.datasourceType =~ 'Microsoft.Compute/disks'",
    'extend disk = tostring(properties.dataSourceInfo.resourceName)',
    // The row's own group is the vault's; the disk's is in its id.
    "extend diskGroup = tostring(split(tostring(properties.dataSourceInfo.resourceID), '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['disk', 'diskGroup', 'vault'])}`,
    `extend rank = ${rankOf(words, 'disk')}`,
    'order by rank asc, tolower(disk) asc, id asc',
    'project id, name, type, subscriptionId, properties',
  ]);
}
