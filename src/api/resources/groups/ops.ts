import { listReader } from '#src/api/arm/reader.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { send } from '#src/api/arm/send.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { GROUP_API_VERSION } from '#src/api/resources/version.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ResourceGroup } from '#src/model/target.ts';

/** The resource groups of a subscription: `GET /subscriptions/{sub}/resourcegroups` (2021-04-01). */
export const listResourceGroups = listReader(
  resourceGroupPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/resourcegroups?api-version=${GROUP_API_VERSION}`,
  ({ id, name, location }): ResourceGroup => ({ id: resourceId(id), name, region: location }),
);

/**
 * Whether a resource group is there: `HEAD /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01), 204
 * or 404 (azure-contract §14).
 * @throws ArmError for every other answer: then nobody knows.
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
 * Makes a resource group that is not there: `PUT /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01).
 * One that is there, in whatever region, is left alone and used, since a PUT replaces a group: without
 * tags in it, all tags are gone. A group's region does not bind what is put into it. A race remains: a
 * group that somebody else makes between the question and the PUT, or one of its repetitions, is
 * rewritten, and Azure has no condition to prevent it.
 * @throws ArmError as {@link send}; `refused` by 409 where the race was for another region.
 */
export async function createResourceGroup(
  arm: ArmPipelines,
  group: { readonly subscriptionId: string; readonly name: string; readonly region: string },
): Promise<'created' | 'existed'> {
  const url = `${resourceGroupId(group.subscriptionId, group.name)}?api-version=${GROUP_API_VERSION}`;
  if (await hasResourceGroup(arm, url)) return 'existed';
  await send(arm, { method: 'PUT', url, body: { location: group.region } });
  return 'created';
}
