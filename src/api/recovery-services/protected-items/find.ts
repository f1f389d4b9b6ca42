import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { toProtectedItem } from '#src/api/recovery-services/protected-items/map.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { graphPage } from '#src/api/resource-graph/query/ops.ts';
import { question } from '#src/api/resource-graph/query/text.ts';
import { hasWords, rankOf, WITH_SUBSCRIPTION } from '#src/api/resource-graph/query/words.ts';
import type { FirstHits, InstanceHit } from '#src/model/search.ts';

const rowWire = z.extend(protectedItemWire, {
  subscriptionName: maybe(z.string()),
  /** The source machine's id; nothing where Resource Graph shows no such machine. */
  seen: maybe(z.string()),
});

/** Adds `seen` to rows: the machine's id where Resource Graph shows one of that id. */
const MACHINES = [
  'join kind=leftouter (resources',
  "| where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')",
  '| project source = tolower(id), seen = id) on source',
].join(' ');

/**
 * Protected VMs with these words in their name, the resource group of the machine or the name of
 * the vault, names first: from Resource Graph, over all vaults (azure-contract §1).
 */
export async function findProtectedItems(
  arm: ArmPipelines,
  words: readonly string[],
  most: number,
  signal?: AbortSignal,
): Promise<FirstHits<InstanceHit>> {
  const wanted = { row: rowWire, query: questionOf(words), start: { skip: 0 }, top: most };
  const { rows, total } = await graphPage(arm, wanted, signal);
  return { hits: rows.map(toHit), total };
}

function toHit(row: z.output<typeof rowWire>): InstanceHit {
  const item = toProtectedItem(row);
  return {
    item,
    subscription: row.subscriptionName || null,
    // Not every classic machine is in Resource Graph.
    isSourceSeen: row.seen ? true : item.deployment === 'classic' ? null : false,
  };
}

function questionOf(words: readonly string[]): string {
  return question('recoveryservicesresources', [
    "where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'",
    "where properties.backupManagementType =~ 'AzureIaasVM'",
    'extend machine = tostring(properties.friendlyName)',
    'extend source = tolower(tostring(properties.sourceResourceId))',
    // The row's own group is the vault's; the machine's is in its id.
    "extend machineGroup = tostring(split(source, '/')[4])",
    "extend vault = tostring(split(id, '/')[8])",
    `where ${hasWords(words, ['machine', 'machineGroup', 'vault'])}`,
    MACHINES,
    WITH_SUBSCRIPTION,
    `extend rank = ${rankOf(words, 'machine')}`,
    'order by rank asc, tolower(machine) asc, id asc',
    'project id, name, type, properties, subscriptionName, seen',
  ]);
}
