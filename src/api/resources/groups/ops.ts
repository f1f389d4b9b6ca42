import { listReader } from '#src/api/arm/reader.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { send } from '#src/api/arm/send.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { GROUP_API_VERSION } from '#src/api/resources/version.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/places.ts';

/** The resource groups of a subscription: `GET /subscriptions/{sub}/resourcegroups` (2021-04-01). */
export const listResourceGroups = listReader(
  resourceGroupPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/resourcegroups?api-version=${GROUP_API_VERSION}`,
  ({ id, name, location }): ResourceGroup => ({ id: resourceId(id), name, region: location }),
);

/**
 * Checks whether a resource group exists: `HEAD /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01), 204
 * or 404 (azure-contract §14).
 * @throws ArmError for every other answer, which leaves the question open.
 */
async function hasResourceGroup(arm: ArmPipelines, url: string): Promise<boolean> {
  try {
    await send(arm, { method: 'HEAD', url });
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/**
 * Creates a missing resource group: `PUT /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01).
 * An existing group, in any region, is used unchanged: a PUT replaces a group, and without tags in it
 * all tags are gone. A group's region does not restrict its resources. A race remains: a group that
 * another client creates between the check and the PUT is overwritten, and Azure has no condition to
 * prevent it. `onRequest` is called where the group is missing, before the PUT leaves.
 * @throws ArmError as {@link send}; `refused` by 409 where the race was for another region.
 */
export async function createResourceGroup(
  arm: ArmPipelines,
  group: { readonly subscriptionId: string; readonly name: string; readonly region: string },
  onRequest: () => void = () => undefined,
): Promise<'created' | 'existed'> {
  const url = `${resourceGroupId(group.subscriptionId, group.name)}?api-version=${GROUP_API_VERSION}`;
  if (await hasResourceGroup(arm, url)) return 'existed';
  onRequest();
  await send(arm, { method: 'PUT', url, body: { location: group.region }, starts: true });
  return 'created';
}
