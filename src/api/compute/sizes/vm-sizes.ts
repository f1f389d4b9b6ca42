import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vmSizePageWire } from '#src/api/compute/sizes/wire-vm.ts';
import { MACHINE_API_VERSION } from '#src/api/compute/version.ts';
import { regionName } from '#src/model/region.ts';

/** How big a machine of a size is. */
export interface SizeMeasures {
  readonly name: string;
  readonly cores: number | null;
  readonly memoryMB: number | null;
  readonly maxDataDisks: number | null;
}

/**
 * How big the sizes of a region are, whether or not the subscription may use them: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/locations/{location}/vmSizes` (2024-03-01).
 */
export async function listSizeMeasures(
  arm: ArmPipelines,
  subscriptionId: string,
  region: string,
  signal?: AbortSignal,
): Promise<SizeMeasures[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/locations/${regionName(region)}/vmSizes?api-version=${MACHINE_API_VERSION}`;
  const rows = await wholeList(arm, vmSizePageWire, url, signal);
  return rows.map(({ name, numberOfCores, memoryInMB, maxDataDiskCount }) => ({
    name,
    cores: numberOfCores ?? null,
    memoryMB: memoryInMB ?? null,
    maxDataDisks: maxDataDiskCount ?? null,
  }));
}
