import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { literal, question } from '#src/api/resource-graph/query/text.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

const rowWire = z.looseObject({ id: z.string() });

/** The VMs of a name in a resource group of whatever subscription, from Resource Graph, which lags by minutes. */
export async function listMachinesNamed(
  arm: ArmPipelines,
  { name, group }: { readonly name: string; readonly group: string },
  signal?: AbortSignal,
): Promise<ResourceId[]> {
  const query = question('resources', [
    "where type =~ 'microsoft.compute/virtualmachines'",
    `where name =~ ${literal(name)} and resourceGroup =~ ${literal(group)}`,
    'project id',
    'order by id asc',
  ]);
  return (await queryGraph(arm, rowWire, query, signal)).map(({ id }) => resourceId(id));
}
