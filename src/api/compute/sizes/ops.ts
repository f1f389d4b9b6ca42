import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toMachineSizes } from '#src/api/compute/sizes/map.ts';
import { sizePageWire } from '#src/api/compute/sizes/wire.ts';
import { SIZE_API_VERSION } from '#src/api/compute/version.ts';
import { regionName } from '#src/model/places.ts';
import type { MachineSize } from '#src/model/machines.ts';

/**
 * The sizes that machines of a subscription can have in a region: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/skus` (2021-07-01), filtered by `location eq '{region}'`.
 */
export async function listMachineSizes(
  arm: ArmPipelines,
  subscriptionId: string,
  region: string,
  signal?: AbortSignal,
): Promise<MachineSize[]> {
  const filter = encodeURIComponent(`location eq '${regionName(region)}'`);
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus?api-version=${SIZE_API_VERSION}&$filter=${filter}`;
  return toMachineSizes(await wholeList(arm, sizePageWire, url, signal), region);
}
