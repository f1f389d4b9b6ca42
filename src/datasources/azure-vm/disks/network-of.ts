import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * The network that a restore was sent to: that of its subnet, else the one that its job names as `Group
 * rg-network vnet-prod` (azure-contract §8), taken to be in the subscription of its disks. Null: neither is known.
 */
export function networkOf(
  group: ResourceId,
  job: JobDetails,
  subnetId: string | null,
): ResourceId | null {
  if (subnetId !== null) return resourceId(subnetId.replace(/\/subnets\/[^/]+$/i, ''));
  const text = propertyOf(job, 'Target VNet Name')?.trim() ?? '';
  const [, of, name] = /^Group (\S+) (\S+)$/i.exec(text) ?? [];
  if (of === undefined || name === undefined) return null;
  const owner = resourceGroupId(parseResourceId(group)?.subscriptionId ?? '', of);
  return resourceId(`${owner}/providers/Microsoft.Network/virtualNetworks/${name}`);
}
