import type { SizeWire } from '#src/api/compute/sizes.ts';
import { type SizeFacts, sizeList } from '#src/mocks/compute/size-list.ts';
import { invalidParameter } from '#src/mocks/errors.ts';
import { listPath, onSubscription } from '#src/mocks/resource-lists.ts';
import { parseFilter, unknownKey, wants } from '#src/mocks/filter.ts';
import { regionsOf } from '#src/mocks/resources/regions.ts';
import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import { list, type Route, route } from '#src/mocks/service.ts';

/** One row of the sizes of 2021-07-01; zones are in no order (azure-contract §14). */
function sizeWireOf(size: SizeFacts, { name: region, hasZones }: RegionSeed): SizeWire & object {
  return {
    resourceType: 'virtualMachines',
    name: size.name,
    family: size.family,
    ...placeOf(region, hasZones ? ['2', '1', '3'] : []),
    restrictions: restrictionsOf(size, region),
    ...capabilitiesOf({ vCPUs: size.cores, MemoryGB: size.memoryGB }),
  };
}

/** The answer has rows of other things too. */
function diskWireOf({ name: region, hasZones }: RegionSeed): SizeWire {
  return {
    resourceType: 'disks',
    name: 'Premium_LRS',
    ...placeOf(region, hasZones ? ['3', '1', '2'] : []),
    restrictions: [],
  };
}

const placeOf = (location: string, zones: readonly string[]) => ({
  locations: [location],
  locationInfo: [{ location, zones: [...zones], zoneDetails: [] }],
});

const capabilitiesOf = (values: Readonly<Record<string, number>>) => ({
  capabilities: Object.entries(values).map(([name, value]) => ({ name, value: String(value) })),
});

function restrictionsOf({ closedIn, closedZones }: SizeFacts, region: string) {
  const reasonCode = 'NotAvailableForSubscription';
  const zones = closedZones?.[region] ?? [];
  return [
    ...(closedIn?.includes(region) === true
      ? [
          {
            type: 'Location',
            values: [region],
            reasonCode,
            restrictionInfo: { locations: [region] },
          },
        ]
      : []),
    ...(zones.length === 0
      ? []
      : [
          {
            type: 'Zone',
            values: [region],
            reasonCode,
            restrictionInfo: { locations: [region], zones: [...zones] },
          },
        ]),
  ];
}

/** Azure filters by the location and by nothing else; what it answers to other filters is a guess (G). */
const listSizes = onSubscription((call) => {
  const filter = parseFilter(call.request.url.searchParams.get('$filter'));
  if (filter === null || unknownKey(filter, ['location']) !== null)
    return invalidParameter('$filter');
  const regions = regionsOf(call.state.seed).filter(({ name }) => wants(filter, 'location', name));
  return list(
    regions.flatMap((region) => [
      diskWireOf(region),
      ...sizeList.map((size) => sizeWireOf(size, region)),
    ]),
  );
});

export const sizeRoutes: readonly Route[] = [
  route.get('sizes.list', listPath('Microsoft.Compute/skus'), listSizes),
];
