import type {
  CommServeSeed,
  HypervisorSeed,
  VmFacts,
  VmGroupSeed,
  VmList,
  VmSeed,
} from '#src/mocks/commvault/seed.ts';
import type { Call } from '#src/mocks/service.ts';
import { vmIdOf, vmNameHash } from '#src/mocks/world/ids.ts';
import type { MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { disksOf, machineOf } from '#src/mocks/world/worlds/builders.ts';
import { corp, corporate, prod, production } from '#src/mocks/world/worlds/default-estate.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What the default world's CommServe protects: each VM is there for a fact of its own. */

/** The subscriptions of the default world for which the CommServe has credentials. */
const defaultSubscriptions: readonly string[] = [production, corporate];

/** A VM that Azure has no more, and a disk over 8 TB. */
const edgeCache = machineOf(prod('rg-app-prod'), 'edge-cache-09', {
  location: 'westeurope',
  size: 'Standard_D4s_v5',
  osType: 'Linux',
  exists: false,
  disks: disksOf('edge-cache-09', 'Premium_LRS', [64, 9216]),
});

const machineId = (group: string, name: string, kind = 'Compute'): string =>
  `${group}/providers/Microsoft.${kind}/virtualMachines/${name}`;

const wanted: readonly (readonly [id: string, facts: VmFacts])[] = [
  [machineId(prod('rg-app-prod'), 'app01'), {}],
  [machineId(prod('rg-erp'), 'sql-erp-02'), {}],
  [machineId(prod('rg-web'), 'web-fe-07'), { hasErrors: true }],
  // A Key Vault encrypts it.
  [machineId(prod('rg-app-prod'), 'keys-lnx-01'), {}],
  // Customer-managed keys, by a streaming backup and by a snapshot.
  [machineId(prod('rg-shop'), 'shop-cart-01'), {}],
  [machineId(corp('rg-finance'), 'fin-ledger-01'), { isSnap: true }],
  [machineId(prod('rg-pay'), 'pay-api-02'), { needsPasskey: true }],
  [edgeCache.id, { stoppedDays: 5 }],
  [machineId(corp('rg-files'), 'files-hq'), { isSnap: true }],
  [machineId(corp('rg-identity'), 'dc-hq-01'), { isSnap: true, isRestoreOff: true }],
  [machineId(corp('rg-media'), 'media-arch-01'), { isSnap: true, hasNoOsDisk: true }],
  [machineId(corp('rg-legacy'), 'legacy-img-03'), {}],
  [machineId(corp('rg-legacy'), 'classic-crm', 'ClassicCompute'), {}],
  [machineId(corp('rg-build'), 'build-agent-04'), { isSnap: true, hasNoBackup: true }],
];

/** The VMs of the default world's CommServe with their facts, in their order. */
export function defaultVms({ machines }: WorldSeed): readonly (readonly [MachineSeed, VmFacts])[] {
  const all = [...machines, edgeCache];
  return wanted.flatMap(([id, facts]) => {
    const machine = all.find((one) => sameId(one.id, id));
    return machine === undefined ? [] : [[machine, facts] as const];
  });
}

/** The CommServe of a world: the default world's is written down, others protect what is there. */

/** How many VMs it protects of a small world that is not the default one. */
const FEW = 10;

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const hypervisorOf = (
  { subscriptionId, displayName }: WorldSeed['subscriptions'][number],
  index: number,
): HypervisorSeed => ({
  id: 120 + index,
  name: `hv-${slug(displayName)}`,
  subscriptionId,
  instanceId: 7 + index,
});

/** Each hypervisor has two groups: one is streamed, the other snapped. */
const groupsOf = ({ id, name }: HypervisorSeed, index: number): readonly VmGroupSeed[] =>
  [false, true].map((isIntelliSnap) => ({
    id: 35_311 + 2 * index + (isIntelliSnap ? 1 : 0),
    name: `vmg-${name.slice(3)}-${isIntelliSnap ? 'snap' : 'stream'}`,
    hypervisorId: id,
    planId: isIntelliSnap ? 42 : 41,
    planName: isIntelliSnap ? 'Azure snapshots 14 days' : 'Azure nightly 14 days',
    isIntelliSnap,
  }));

type Home = Pick<CommServeSeed, 'hypervisors' | 'groups'>;

/** A VM in its group; undefined where no hypervisor has its subscription. */
function vmOf(
  { hypervisors, groups }: Home,
  index: number,
  machine: MachineSeed,
  facts: VmFacts,
): VmSeed | undefined {
  const subscription = machine.id.split('/')[2];
  const hypervisor = hypervisors.find((one) => sameId(one.subscriptionId, subscription));
  const group = groups.find(
    (one) => one.hypervisorId === hypervisor?.id && one.isIntelliSnap === (facts.isSnap ?? false),
  );
  if (hypervisor === undefined || group === undefined) return undefined;
  const name = nameOf(machine.id);
  const guid = vmIdOf(machine);
  return { ...facts, index, guid, name, clientId: 1000 + index, machine, group, hypervisor };
}

function writtenList(home: Home, seed: WorldSeed): VmList {
  const all: VmSeed[] = [];
  const given =
    seed.name === 'default'
      ? defaultVms(seed)
      : [...seed.machines]
          .slice(0, FEW)
          .map((one, index) => [one, { isSnap: index % 2 === 1 }] as const);
  for (const [machine, facts] of given) {
    const vm = vmOf(home, all.length, machine, facts);
    if (vm !== undefined) all.push(vm);
  }
  return {
    length: all.length,
    at: (index) => all[index],
    factsAt: (index) => all[index] ?? {},
    byGuid: (guid) => all.find((one) => sameId(one.guid, guid)),
  };
}

type Ordered = NonNullable<Exclude<WorldSeed['machines'], readonly unknown[]>['inOrder']>;

/** All VMs of a large world, in its order: every third by a snapshot. */
function madeList(home: Home, machines: Ordered): VmList {
  const at = (index: number): VmSeed | undefined => {
    const [machine] = machines.slice(index, index + 1);
    return machine && vmOf(home, index, machine, factsAt(index));
  };
  let known: Map<string, number[]> | null = null;
  const placesOfHash = (hash: string): readonly number[] => {
    known ??= placesByHash(machines);
    return known.get(hash) ?? [];
  };
  return {
    length: machines.length,
    at,
    factsAt,
    byGuid: (guid) =>
      placesOfHash(guid.slice(24).toLowerCase())
        .map(at)
        .find((vm) => sameId(vm?.guid, guid)),
  };
}

/** The facts of a large world's VM: one in fifty has no backup, one in twenty has errors. */
const factsAt = (index: number): VmFacts => ({
  isSnap: index % 3 === 0,
  ...(index % 50 === 49 ? { hasNoBackup: true } : {}),
  ...(index % 20 === 7 ? { hasErrors: true } : {}),
});

function placesByHash(machines: Ordered): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let last: { name: string; own: number[] } = { name: '', own: [] };
  for (const [place, { id }] of machines.slice(0, machines.length).entries()) {
    const name = nameOf(id);
    if (name !== last.name) {
      const hash = vmNameHash(name);
      last = { name, own: places.get(hash) ?? [] };
      places.set(hash, last.own);
    }
    last.own.push(place);
  }
  return places;
}

const made = new WeakMap<WorldSeed, CommServeSeed>();

/** The CommServe beside a world as that was at its start. */
function commServeOf(seed: WorldSeed): CommServeSeed {
  const known = made.get(seed);
  if (known !== undefined) return known;
  const subscriptions = seed.subscriptions.filter(
    ({ subscriptionId }) =>
      seed.name !== 'default' || defaultSubscriptions.includes(subscriptionId),
  );
  const hypervisors = subscriptions.map(hypervisorOf);
  const groups = hypervisors.flatMap(groupsOf);
  const home = { hypervisors, groups };
  const { machines } = seed;
  const ordered = 'byId' in machines ? machines.inOrder : undefined;
  const commServe = {
    ...home,
    accessNodes: ['an-weu-1', 'an-weu-2', 'an-neu-1'].map((name, index) => ({
      id: 60 + index,
      name,
    })),
    vms: ordered === undefined ? writtenList(home, seed) : madeList(home, ordered),
    jobStep: ordered === undefined ? 1000 : 200_000,
  };
  made.set(seed, commServe);
  return commServe;
}

/** What a CommServe knew at the world's start. */
export const commServeIn = ({ stored }: Pick<Call, 'stored'>): CommServeSeed =>
  commServeOf(stored.seed);
