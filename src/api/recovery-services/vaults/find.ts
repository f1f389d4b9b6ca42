import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { type FirstRows, queryFirst } from '#src/api/resource-graph/query/first.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';
import type { Vault } from '#src/model/recovery-services.ts';

/**
 * Recovery Services vaults with these words in their name or resource group, names first: from
 * Resource Graph (azure-contract §1).
 */
export async function findVaults(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstRows<Vault>> {
  const query = [
    'resources',
    "| where type =~ 'microsoft.recoveryservices/vaults'",
    `| where ${hasWords(words, ['name', 'resourceGroup'])}`,
    `| extend rank = ${rankOf(words, 'name')}`,
    '| order by rank asc, tolower(name) asc, id asc',
    '| project id, name, type, location, properties',
  ].join('\n');
  const { rows, total } = await queryFirst(arm, vaultWire, { query, most }, signal);
  return { rows: rows.map(toVault), total };
}
