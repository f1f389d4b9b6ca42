import type { UsageWire, VmSizeWire } from '#src/api/compute/sizes.ts';
import { maxDataDisksOf } from '#src/mocks/compute/size-limits.ts';
import { type SizeFacts, sizeList } from '#src/mocks/compute/size-list.ts';
import { failure } from '#src/mocks/errors.ts';
import { withSubscription } from '#src/mocks/resource-lists.ts';
import { regionNamed } from '#src/mocks/resources/regions.ts';
import { type Answer, type Call, list, param, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What a subscription uses in a region, and how big sizes are there (azure-contract §14; 2024-03-01). */

/** What a new subscription may use of vCPUs (G). */
const CORE_LIMIT = 100;
const MACHINE_LIMIT = 25_000;

/** What of a size counts against quotas. */
type Cores = Pick<SizeFacts, 'cores'> & Partial<Pick<SizeFacts, 'family'>>;

/** Sizes that Azure has given up are in no list: two vCPUs (G), of no family. */
const coresOf = (size: string): Cores =>
  sizeList.find(({ name }) => sameId(name, size)) ?? { cores: 2 };

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

/** What each size offers; Windows' own disk is as large as most families allow. */
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

const place = '/subscriptions/{sub}/providers/Microsoft.Compute/locations/{location}';

export const usageRoutes: readonly Route[] = [
  route.get('usages.list', `${place}/usages`, (call) =>
    inRegion(call, (region) => list(usagesOf(call, region))),
  ),
  route.get('vmSizes.list', `${place}/vmSizes`, (call) => inRegion(call, () => list(sizesThere()))),
];
