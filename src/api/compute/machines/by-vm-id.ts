import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { queryGraph } from '#src/api/resource-graph/query/ops.ts';
import { literal, question } from '#src/api/resource-graph/query/text.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

const row = z.looseObject({ id: z.string() });

/**
 * The VM with a `vmId`, classic ones too, from Resource Graph; null: none that the person may read has it. A restored
 * VM may have the `vmId` of its source, so of several it is the first by its ID.
 */
export async function findMachineByVmId(
  arm: ArmPipelines,
  vmId: string,
  signal?: AbortSignal,
): Promise<ResourceId | null> {
  const query = question('resources', [
    "where type =~ 'microsoft.compute/virtualmachines' or type =~ 'microsoft.classiccompute/virtualmachines'",
    `where properties.vmId =~ ${literal(vmId)}`,
    'order by id asc',
    'project id',
  ]);
  const [first] = await queryGraph(arm, row, query, signal);
  return first === undefined ? null : resourceId(first.id);
}

const withVmId = z.looseObject({ vmId: maybe(z.string()) });

/** The `vmId` of a VM in lower case, from Resource Graph; null: no such VM, or none that the person may read. */
export async function findVmId(
  arm: ArmPipelines,
  id: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const query = question('resources', [
    `where id =~ ${literal(id)}`,
    'project id, vmId = tostring(properties.vmId)',
  ]);
  const [first] = await queryGraph(arm, withVmId, query, signal);
  return first?.vmId?.toLowerCase() || null;
}
