import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { uncut, wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { MACHINE_API_VERSION, SIZE_API_VERSION } from '#src/api/versions.ts';
import type { ComputeUsage, MachineSize } from '#src/model/machines.ts';
import { regionName, sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

const placesWire = maybe(z.array(z.string()));

/**
 * One row of `GET …/Microsoft.Compute/skus` of 2021-07-01 (azure-contract §14). What is not named here
 * is dropped while it is read: the answer is megabytes long, and nearly all of it are capabilities.
 */
const sizeWire = z.object({
  /** `virtualMachines`, `disks` and others. */
  resourceType: maybe(z.string()),
  name: maybe(z.string()),
  /** The quota that it counts against, as `usages` names it. */
  family: maybe(z.string()),
  /** Of many the one that says how many cores it has. */
  capabilities: maybe(
    z.pipe(
      z.array(z.object({ name: maybe(z.string()), value: maybe(z.string()) })),
      z.transform((all) => all.filter(({ name }) => name?.toLowerCase() === 'vcpus')),
    ),
  ),
  /** Zones are in no order. */
  locationInfo: maybe(z.array(z.object({ location: maybe(z.string()), zones: placesWire }))),
  restrictions: maybe(
    z.array(
      z.object({
        /** `Location` or `Zone`. */
        type: maybe(z.string()),
        /** `NotAvailableForSubscription` or `QuotaId`. */
        reasonCode: maybe(z.string()),
        restrictionInfo: maybe(z.object({ locations: placesWire, zones: placesWire })),
      }),
    ),
  ),
});
export type SizeWire = z.infer<typeof sizeWire>;

export const sizePageWire = pageOf(sizeWire);

/** `GET …/Microsoft.Compute/locations/{region}/vmSizes` of 2024-03-01 (azure-contract §14). */
const vmSizeWire = z.looseObject({
  name: z.string(),
  numberOfCores: maybe(z.number()),
  memoryInMB: maybe(z.number()),
  maxDataDiskCount: maybe(z.number()),
});
export type VmSizeWire = z.infer<typeof vmSizeWire>;

export const vmSizePageWire = pageOf(vmSizeWire);

/** Maps one region's rows to machine sizes, without those that the subscription can't use. */
export function toMachineSizes(rows: readonly SizeWire[], region: string): MachineSize[] {
  return rows
    .filter(({ resourceType }) => sameId(resourceType, 'virtualMachines'))
    .map((row) => toMachineSize(row, region));
}

function toMachineSize(
  { name, family, capabilities, locationInfo, restrictions }: SizeWire,
  region: string,
): MachineSize {
  const here = (restrictions ?? []).filter(({ restrictionInfo }) => {
    // A restriction that names no place holds wherever the row does.
    const places = restrictionInfo?.locations ?? [region];
    return places.some((place) => sameRegion(place, region));
  });
  const ofType = (wanted: string) => here.filter(({ type }) => sameId(type, wanted));
  const closed = ofType('Zone').flatMap(({ restrictionInfo }) => restrictionInfo?.zones ?? []);
  const cores = Number(capabilities?.[0]?.value ?? Number.NaN);
  const place = locationInfo?.find(({ location }) => sameRegion(location, region));
  return {
    name: name ?? '',
    isOffered: ofType('Location').length === 0,
    zones: (place?.zones ?? []).filter((zone) => !closed.includes(zone)).toSorted(),
    family: family ?? null,
    cores: Number.isFinite(cores) ? cores : null,
  };
}

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

/** How much of something a subscription uses and may use (azure-contract §14). */
const usageWire = z.looseObject({
  currentValue: z.number(),
  /** -1: as much as one likes. */
  limit: z.number(),
  /** `cores` is all vCPUs of the region. */
  name: z.looseObject({ value: maybe(z.string()), localizedValue: maybe(z.string()) }),
});
export type UsageWire = z.infer<typeof usageWire>;

/** `GET …/Microsoft.Compute/locations/{region}/usages` of 2024-03-01; vaults answer the same shape. */
export const usagePageWire = pageOf(usageWire);

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

const HOUR_MS = 3_600_000;

/** The sizes that machines of a subscription can have in a region: megabytes, kept for an hour. */
export const machineSizesQuery = (subscriptionId: string, region: string) =>
  queryOptions({
    queryKey: ['machine sizes', subscriptionId.toLowerCase(), regionName(region)],
    queryFn: ({ signal }) => listMachineSizes(session(), subscriptionId, region, signal),
    staleTime: HOUR_MS,
    gcTime: HOUR_MS,
  });

/** What a subscription uses of its quotas of machines in a region. */
export const computeUsagesQuery = (subscriptionId: string, region: string) =>
  queryOptions({
    queryKey: ['compute usages', subscriptionId.toLowerCase(), regionName(region)],
    queryFn: ({ signal }) => uncut(listComputeUsages(session(), subscriptionId, region, signal)),
  });
