import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { graphPage } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf } from '#src/api/resource-graph/query/words.ts';
import type { Vault } from '#src/model/recovery-services.ts';
import type { FirstHits } from '#src/model/search.ts';

/**
 * Recovery Services vaults with these words in their name or resource group, names first: from
 * Resource Graph (azure-contract §1).
 */
export async function findVaults(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstHits<Vault>> {
  const wanted = { row: vaultWire, query: questionOf(words), start: { skip: 0 }, top: most };
  const { rows, total } = await graphPage(arm, wanted, signal);
  return { hits: rows.map(toVault), total };
}

function questionOf(words: readonly string[]): string {
  return question('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    `where ${hasWords(words, ['name', 'resourceGroup'])}`,
    `extend rank = ${rankOf(words, 'name')}`,
    'order by rank asc, tolower(name) asc, id asc',
    'project id, name, type, location, properties',
  ]);
}
