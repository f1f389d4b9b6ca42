import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';

/** A row of vaults counted by Resource Graph. Its columns are named by the question. */
const vaultCountWire = z.looseObject({ subscriptionId: z.string(), vaults: z.number() });

/** How many vaults of both kinds the person may see, and in how many subscriptions. */
export interface VaultCount {
  readonly vaults: number;
  readonly subscriptions: number;
}

/** Counts the vaults of each subscription: Resource Graph counts (azure-contract §1). */
export async function countVaults(arm: ArmPipelines, signal?: AbortSignal): Promise<VaultCount> {
  const query = question('resources', [
    "where type in~ ('microsoft.recoveryservices/vaults', 'microsoft.dataprotection/backupvaults')",
    'summarize vaults = count() by subscriptionId',
  ]);
  const rows = await queryGraph(arm, vaultCountWire, query, signal);
  return {
    vaults: rows.reduce((sum, { vaults }) => sum + vaults, 0),
    subscriptions: rows.length,
  };
}
