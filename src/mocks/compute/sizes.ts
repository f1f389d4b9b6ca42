import type { SizeWire, UsageWire, VmSizeWire } from '#src/api/compute/sizes.ts';
import { listPath, onSubscription, withSubscription } from '#src/mocks/collection.ts';
import { failure, invalidParameter } from '#src/mocks/errors.ts';
import { parseFilter, unknownKey, wants } from '#src/mocks/filter.ts';
import { regionNamed, regionsOf } from '#src/mocks/locations.ts';
import { type Answer, type Call, list, param, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Sizes of machines, where they are offered, and the quotas that they count against. */

/** A size of machines as the simulated subscriptions may use it. */
export interface SizeFacts {
  readonly name: string;
  readonly cores: number;
  /** The quota that it counts against. */
  readonly family: string;
  readonly memoryGB: number;
  /** Regions in which no subscription here may use it. */
  readonly closedIn?: readonly string[];
  /** Zones in which no subscription here may use it, by region. */
  readonly closedZones?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Sizes that Azure offers; which, and where, is made up (G). Sizes that it has given up, such as
 * `Standard_A2`, and those of classic machines are in no list.
 */
export const sizeList: readonly SizeFacts[] = [
  { name: 'Standard_A1_v2', family: 'standardAv2Family', cores: 1, memoryGB: 2 },
  { name: 'Standard_B2s', family: 'standardBSFamily', cores: 2, memoryGB: 4 },
  { name: 'Standard_B2ms', family: 'standardBSFamily', cores: 2, memoryGB: 8 },
  { name: 'Standard_D2_v3', family: 'standardDv3Family', cores: 2, memoryGB: 8 },
  { name: 'Standard_D2s_v5', family: 'standardDSv5Family', cores: 2, memoryGB: 8 },
  {
    name: 'Standard_D4s_v5',
    family: 'standardDSv5Family',
    cores: 4,
    memoryGB: 16,
    closedZones: { northeurope: ['3'] },
  },
  { name: 'Standard_D8s_v5', family: 'standardDSv5Family', cores: 8, memoryGB: 32 },
  { name: 'Standard_E4s_v5', family: 'standardESv5Family', cores: 4, memoryGB: 32 },
  { name: 'Standard_E8s_v5', family: 'standardESv5Family', cores: 8, memoryGB: 64 },
  { name: 'Standard_E16s_v5', family: 'standardESv5Family', cores: 16, memoryGB: 128 },
  {
    name: 'Standard_M64s',
    family: 'standardMSFamily',
    cores: 64,
    memoryGB: 1024,
    closedIn: ['westus'],
  },
  // On its way out: still listed, and closed to those who have no machine of it left.
  {
    name: 'Standard_NC6s_v3',
    family: 'standardNCSv3Family',
    cores: 6,
    memoryGB: 112,
    closedIn: ['eastus2', 'northeurope'],
  },
];

/** What a size allows; two data disks for each vCPU, as most families have it (G). */
export const maxDataDisksOf = ({ cores }: Pick<SizeFacts, 'cores'>): number => cores * 2;

/** Premium disks need a size with an `s` in its name (Azure virtual machine sizes, naming conventions). */
export const takesPremium = (size: string): boolean => /^Standard_[A-Z]+\d+[a-z]*s/.test(size);

/** What is known of a size; undefined: Azure does not offer it. */
export const sizeOf = (name: string): SizeFacts | undefined =>
  sizeList.find((size) => sameId(size.name, name));

/** One row of the sizes of 2021-07-01; zones are in no order (azure-contract §14). */
function sizeWireOf(size: SizeFacts, { name: region, hasZones }: RegionSeed): SizeWire & object {
  return {
    resourceType: 'virtualMachines',
    name: size.name,
    family: size.family,
    ...zonesAt(region, hasZones ? ['2', '1', '3'] : []),
    restrictions: restrictionsOf(size, region),
    ...capabilitiesOf({ vCPUs: size.cores, MemoryGB: size.memoryGB }),
  };
}

/** The answer has rows of other things too. */
function diskRowOf({ name: region, hasZones }: RegionSeed): SizeWire {
  return {
    resourceType: 'disks',
    name: 'Premium_LRS',
    ...zonesAt(region, hasZones ? ['3', '1', '2'] : []),
    restrictions: [],
  };
}

const zonesAt = (location: string, zones: readonly string[]) => ({
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
      diskRowOf(region),
      ...sizeList.map((size) => sizeWireOf(size, region)),
    ]),
  );
});

/** What a new subscription may use of vCPUs (G). */
const CORE_LIMIT = 100;
const MACHINE_LIMIT = 25_000;

/** What of a size counts against quotas. */
type Cores = Pick<SizeFacts, 'cores'> & Partial<Pick<SizeFacts, 'family'>>;

/** Sizes that Azure has given up are in no list: two vCPUs (G), of no family. */
const coresOf = (size: string): Cores => sizeOf(size) ?? { cores: 2 };

/** A quota as the world has it. */
interface Quota {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

interface Place {
  readonly subscriptionId: string;
  readonly location: string;
}

const ALL_SIZES = 'cores';

function machinesIn(state: State, { subscriptionId, location }: Place): readonly MachineSeed[] {
  return [...machinesOf(state, subscriptionId)].filter(
    (one) =>
      one.exists &&
      one.deployment === 'arm' &&
      sameRegion(one.location, location) &&
      sameId(one.id.split('/')[2], subscriptionId),
  );
}

/** The quotas of cores: of all sizes together, and of each family; a world may say otherwise. */
function quotasIn(state: State, place: Place, machines: readonly MachineSeed[]): Quota[] {
  const seeded = (state.seed.quotas ?? []).filter(
    (one) =>
      sameId(one.subscriptionId, place.subscriptionId) && sameRegion(one.location, place.location),
  );
  const sizes = machines.map(({ size }) => coresOf(size));
  const byFamily = Map.groupBy(sizes, ({ family }) => family);
  const sumOf = (all: readonly Cores[] = []) => all.reduce((sum, { cores }) => sum + cores, 0);
  const families = new Set(sizeList.map(({ family }) => family));
  return [ALL_SIZES, ...families].map((name) => {
    const used = sumOf(name === ALL_SIZES ? sizes : byFamily.get(name));
    return seeded.find((one) => one.name === name) ?? { name, used, limit: CORE_LIMIT };
  });
}

/** The quotas of a region that have too few cores left for one more machine of a size. */
export function quotasShortFor(state: State, place: Place, size: string): Quota[] {
  const { cores, family } = coresOf(size);
  if (family === undefined) return [];
  return quotasIn(state, place, machinesIn(state, place)).filter(
    ({ name, used, limit }) => (name === ALL_SIZES || name === family) && limit - used < cores,
  );
}

/** What a subscription uses in a region (azure-contract §14; 2024-03-01). */
function usagesOf(call: Call, location: string): readonly UsageWire[] {
  const { state } = call;
  const place = { subscriptionId: param(call, 'sub'), location };
  const machines = machinesIn(state, place);
  const row = (value: string, localizedValue: string, currentValue: number, limit: number) => ({
    unit: 'Count',
    currentValue,
    limit,
    name: { value, localizedValue },
  });
  return [
    row('availabilitySets', 'Availability Sets', 0, 2500),
    ...quotasIn(state, place, machines).map(({ name, used, limit }) =>
      row(name, labelOf(name), used, limit),
    ),
    row('virtualMachines', 'Virtual Machines', machines.length, MACHINE_LIMIT),
  ];
}

const labelOf = (name: string): string =>
  name === ALL_SIZES
    ? 'Total Regional vCPUs'
    : `${name.replace(/^standard|Family$/g, '')} Family vCPUs`;

/** What each size offers (2024-03-01); Windows' own disk is as large as most families allow. */
const sizesThere = (): readonly VmSizeWire[] =>
  sizeList.map(({ name, cores, memoryGB }) => ({
    name,
    numberOfCores: cores,
    osDiskSizeInMB: 1_047_552,
    resourceDiskSizeInMB: 0,
    memoryInMB: memoryGB * 1024,
    maxDataDiskCount: maxDataDisksOf({ cores }),
  }));

/** Runs `work` with the region that the path names; the codes without one are guesses (G). */
function inRegion(call: Call, work: (region: string) => Answer): Answer {
  return withSubscription(call, () => {
    const location = param(call, 'location');
    const region = regionNamed(call.state.seed, location);
    return region === undefined
      ? failure(400, 'InvalidParameter', `The location '${location}' is not valid.`)
      : work(region.name);
  });
}

const regionPath = '/subscriptions/{sub}/providers/Microsoft.Compute/locations/{location}';

export const sizeRoutes: readonly Route[] = [
  route.get('sizes.list', listPath('Microsoft.Compute/skus'), listSizes),
  route.get('usages.list', `${regionPath}/usages`, (call) =>
    inRegion(call, (region) => list(usagesOf(call, region))),
  ),
  route.get('vmSizes.list', `${regionPath}/vmSizes`, (call) =>
    inRegion(call, () => list(sizesThere())),
  ),
];
