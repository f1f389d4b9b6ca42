import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe, tagsWire } from '#src/api/arm/wire.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { isOneOf, question } from '#src/api/resource-graph/query/text.ts';
import type { SourceMachine } from '#src/model/instances.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

const rowWire = z.looseObject({ id: z.string(), vmSize: maybe(z.string()), tags: tagsWire });

/**
 * Those of some source machines that are there, with their sizes and tags, from Resource Graph (table
 * `resources`); the others are gone.
 */
export async function listSourceMachines(
  arm: ArmPipelines,
  ids: readonly ResourceId[],
  signal?: AbortSignal,
): Promise<SourceMachine[]> {
  const query = question('resources', [
    `where ${isOneOf('id', ids) ?? 'false'}`,
    "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')",
    'project id, vmSize = tostring(properties.hardwareProfile.vmSize), tags',
    'order by id asc',
  ]);
  const rows = await queryGraph(arm, rowWire, query, signal);
  return rows.map(({ id, vmSize, tags }) => ({
    id: resourceId(id),
    size: vmSize || null,
    tags: tags ?? {},
  }));
}
