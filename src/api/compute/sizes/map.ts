import type { SizeWire } from '#src/api/compute/sizes/wire.ts';
import type { MachineSize } from '#src/model/machines.ts';
import { sameId } from '#src/model/resource-id.ts';
import { sameRegion } from '#src/model/places.ts';

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
