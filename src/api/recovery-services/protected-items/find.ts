import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { type FirstRows, queryFirst } from '#src/api/resource-graph/query/first.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

/**
 * Protected VMs with these words in their name, the resource group of the machine or the name of
 * the vault, names first: from Resource Graph, over all vaults (azure-contract §1).
 */
export async function findProtectedItems(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstRows<ProtectedItem>> {
  const { rows, total } = await queryFirst(
    arm,
    protectedItemWire,
    { query: question(words), most },
    signal,
  );
  return { rows: rows.map(toProtectedItem), total };
}

function question(words: readonly string[]): string {
  return [
    'recoveryservicesresources',
    "| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "| where properties.backupManagementType =~ 'AzureIaasVM'",
    '| extend machine = tostring(properties.friendlyName)',
    // The row's own group is the vault's; the machine's is in its id.
    "| extend machineGroup = tostring(split(tostring(properties.sourceResourceId), '/')[4])",
    "| extend vault = tostring(split(id, '/')[8])",
    `| where ${hasWords(words, ['machine', 'machineGroup', 'vault'])}`,
    `| extend rank = ${rankOf(words, 'machine')}`,
    '| order by rank asc, tolower(machine) asc, id asc',
    '| project id, name, type, properties',
  ].join('\n');
}
