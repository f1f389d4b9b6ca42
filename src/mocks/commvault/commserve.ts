import { defaultSubscriptions, defaultVms } from '#src/mocks/commvault/default-vms.ts';
import type {
  CommServeSeed,
  HypervisorSeed,
  VmFacts,
  VmGroupSeed,
  VmList,
  VmSeed,
} from '#src/mocks/commvault/seed.ts';
import { vmIdOf, vmNameHash } from '#src/mocks/world/ids.ts';
import type { MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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
export function commServeOf(seed: WorldSeed): CommServeSeed {
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
