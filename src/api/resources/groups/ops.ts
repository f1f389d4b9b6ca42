import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { send } from '#src/api/arm/send.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/target.ts';

const API_VERSION = '2021-04-01';

/** The resource groups of a subscription: `GET /subscriptions/{sub}/resourcegroups` (2021-04-01). */
export async function listResourceGroups(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<ResourceGroup[]> {
  const url = `/subscriptions/${subscriptionId}/resourcegroups?api-version=${API_VERSION}`;
  const list = await wholeList(arm, resourceGroupPageWire, url, signal);
  return list.map((wire) => ({ id: resourceId(wire.id), name: wire.name, region: wire.location }));
}

/**
 * Makes a resource group: `PUT /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01). Doing it
 * twice changes nothing, so it may be repeated.
 */
export async function createResourceGroup(
  arm: ArmPipelines,
  group: { readonly subscriptionId: string; readonly name: string; readonly region: string },
): Promise<void> {
  const url = `${resourceGroupId(group.subscriptionId, group.name)}?api-version=${API_VERSION}`;
  await send(arm, { method: 'PUT', url, body: { location: group.region } });
}
