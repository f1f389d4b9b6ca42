import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/target.ts';

/** The resource groups of a subscription: `GET /subscriptions/{sub}/resourcegroups` (2021-04-01). */
export async function listResourceGroups(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<ResourceGroup[]> {
  const url = `/subscriptions/${subscriptionId}/resourcegroups?api-version=2021-04-01`;
  const list = await wholeList(arm, resourceGroupPageWire, url, signal);
  return list.map((wire) => ({ id: resourceId(wire.id), name: wire.name, region: wire.location }));
}
