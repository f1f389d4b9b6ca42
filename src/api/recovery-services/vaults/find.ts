import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { toVault } from '#src/api/recovery-services/vaults/map.ts';
import { vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { graphPage } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf, WITH_SUBSCRIPTION } from '#src/api/resource-graph/query/words.ts';
import type { FirstHits, VaultHit } from '#src/model/search.ts';

const rowWire = z.extend(vaultWire, { subscriptionName: maybe(z.string()) });

/**
 * Recovery Services vaults with these words in their name or resource group, names first: from
 * Resource Graph (azure-contract §1).
 */
export async function findVaults(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstHits<VaultHit>> {
  const wanted = { row: rowWire, query: questionOf(words), start: { skip: 0 }, top: most };
  const { rows, total } = await graphPage(arm, wanted, signal);
  const hits = rows.map((row) => ({
    vault: toVault(row),
    subscription: row.subscriptionName || null,
  }));
  return { hits, total };
}

function questionOf(words: readonly string[]): string {
  return question('resources', [
    "where type =~ 'microsoft.recoveryservices/vaults'",
    `where ${hasWords(words, ['name', 'resourceGroup'])}`,
    WITH_SUBSCRIPTION,
    `extend rank = ${rankOf(words, 'name')}`,
    'order by rank asc, tolower(name) asc, id asc',
    'project id, name, type, location, properties, subscriptionName',
  ]);
}
