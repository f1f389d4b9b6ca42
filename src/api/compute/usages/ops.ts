import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { usagePageWire, type UsageWire } from '#src/api/compute/usages/wire.ts';
import { MACHINE_API_VERSION } from '#src/api/compute/version.ts';
import type { ComputeUsage } from '#src/model/machines.ts';
import { regionName } from '#src/model/places.ts';

/**
 * What a subscription uses of compute in a region: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/locations/{location}/usages` (2024-03-01).
 */
export async function listComputeUsages(
  arm: ArmPipelines,
  subscriptionId: string,
  region: string,
  signal?: AbortSignal,
): Promise<ComputeUsage[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/locations/${regionName(region)}/usages?api-version=${MACHINE_API_VERSION}`;
  return (await wholeList(arm, usagePageWire, url, signal)).map(toUsage);
}

function toUsage({ name, currentValue, limit }: UsageWire): ComputeUsage {
  const value = name.value ?? '';
  return {
    name: value,
    label: name.localizedValue ?? value,
    used: currentValue,
    limit: limit < 0 ? null : limit,
  };
}
