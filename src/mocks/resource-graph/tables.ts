import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { jobFields, jobWireOf } from '#src/mocks/recovery-services/jobs.ts';
import { itemFields, itemWireOf } from '#src/mocks/recovery-services/protected-items.ts';
import { vaultWireOf } from '#src/mocks/recovery-services/vaults.ts';
import { isForbidden } from '#src/mocks/recovery-services/rights.ts';
import type { Kind, Tables } from '#src/mocks/resource-graph/kql/run.ts';
import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import {
  commonColumns,
  kindOf,
  type Place,
  type PlaceOf,
  type Reading,
  resourceColumns,
  type ResourceRow,
} from '#src/mocks/resource-graph/rows.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import {
  allJobs,
  findGroup,
  findInstance,
  findJob,
  findMachine,
  findVault,
  instancesIn,
  jobsIn,
} from '#src/mocks/world/lookup.ts';
import type {
  GroupSeed,
  InstanceSeed,
  MachineSeed,
  SubscriptionSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

interface Asked {
  readonly state: State;
  readonly now: number;
  /** Ids of subscriptions; none means all. */
  readonly subscriptions: readonly string[];
}

/** The tables of Resource Graph as a person sees them (azure-contract §1). */
export function tablesOf({ state, now, subscriptions }: Asked): Tables<ResourceRow> {
  const scope = new Set(subscriptions.map((id) => id.toLowerCase()));
  const lasting = lastingKinds(state);
  return {
    now,
    isInScope: (row) => scope.size === 0 || scope.has(row.subscriptionId.toLowerCase()),
    table: (name) => {
      switch (name.toLowerCase()) {
        case 'recoveryservicesresources':
          return {
            columns: commonColumns,
            kinds: [lasting.items, kindOf(jobs(state, now), lasting.placeOf)],
          };
        case 'resources':
          return { columns: resourceColumns, kinds: lasting.resources };
        case 'resourcecontainers':
          return { columns: commonColumns, kinds: lasting.containers };
        default:
          throw new KqlError('DisallowedLogicalTableName', `Table ${name} is invalid.`);
      }
    },
  };
}

interface LastingKinds {
  readonly placeOf: PlaceOf;
  readonly items: Kind<ResourceRow>;
  readonly resources: readonly Kind<ResourceRow>[];
  readonly containers: readonly Kind<ResourceRow>[];
}

const lastingByState = new WeakMap<State, LastingKinds>();

/** What stays the same for as long as nothing is done to the world. */
function lastingKinds(state: State): LastingKinds {
  const known = lastingByState.get(state);
  if (known !== undefined) return known;
  const placeOf = placesOf(state);
  const made = {
    placeOf,
    items: kindOf(items(state), placeOf),
    resources: [
      kindOf(vaults(state), placeOf),
      kindOf(machines(state, 'arm'), placeOf),
      kindOf(machines(state, 'classic'), placeOf),
    ],
    containers: [kindOf(subscriptionRows(state), placeOf), kindOf(groups(state), placeOf)],
  };
  lastingByState.set(state, made);
  return made;
}

/** Places by id, of groups and of all that lies in them. */
function placesOf(state: State): PlaceOf {
  const known = new Map<string, Place>();
  return (id) => {
    const end = id.indexOf('/providers/');
    const key = end < 0 ? id : id.slice(0, end);
    const found = known.get(key);
    if (found !== undefined) return found;
    const [, , subscriptionId = '', , group = ''] = key.split('/');
    const tenant = state.seed.subscriptions.find((one) =>
      sameId(one.subscriptionId, subscriptionId),
    );
    const place = {
      subscriptionId,
      resourceGroup: group.toLowerCase(),
      tenantId: tenant?.tenantId ?? '',
    };
    known.set(key, place);
    return place;
  };
}

/** Says what lies in vaults that the person may look into: of the others there is no row, and no word. */
function seenIn(state: State): (thing: { readonly vaultId: string }) => boolean {
  const closed = state.seed.vaults.filter(isForbidden).map(({ id }) => id.toLowerCase());
  return closed.length === 0
    ? () => true
    : ({ vaultId }) => !closed.includes(vaultId.toLowerCase());
}

function items(state: State): Reading<InstanceSeed> {
  return {
    type: 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems',
    things: () => state.seed.instances,
    find: (id) => findInstance(state, id),
    inVault: (vaultId) => instancesIn(state, vaultId),
    isListed: seenIn(state),
    id: ({ id }) => id,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => findVault(state, vaultId)?.location ?? '',
    properties: (instance) => itemWireOf(instance).properties,
    fields: itemFields,
    isKept: true,
  };
}

function jobs(state: State, now: number): Reading<JobPlan> {
  const isSeen = seenIn(state);
  const idOf = ({ vaultId, jobId }: JobPlan): string => `${vaultId}/backupJobs/${jobId}`;
  return {
    type: 'microsoft.recoveryservices/vaults/backupjobs',
    things: () => allJobs(state),
    find: (id) => {
      const plan = findJob(state, nameOf(id));
      return plan !== undefined && sameId(idOf(plan), id) ? plan : undefined;
    },
    inVault: (vaultId) => jobsIn(state, vaultId),
    isListed: (plan) => plan.startedAtMs <= now && isSeen(plan),
    id: idOf,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => findVault(state, vaultId)?.location ?? '',
    properties: (plan) => ({
      ...jobWireOf(plan, { state, now, isNumeric: false, isDetailed: false }).properties,
      workloadType: 'VM',
      dataSourceId: plan.machineId,
      vaultName: nameOf(plan.vaultId),
    }),
    fields: jobFields({ state, now, isNumeric: false, isDetailed: false }),
    changesWithTime: true,
  };
}

function vaults(state: State): Reading<VaultSeed> {
  return {
    type: 'microsoft.recoveryservices/vaults',
    things: () => state.seed.vaults,
    find: (id) => findVault(state, id),
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: (vault) => vaultWireOf(vault).properties,
    more: (vault) => {
      const { sku, identity } = vaultWireOf(vault);
      return { sku, identity };
    },
  };
}

const machineTypes = {
  arm: 'microsoft.compute/virtualmachines',
  classic: 'microsoft.classiccompute/virtualmachines',
} as const;

/** Machines that are there; classic ones are answered in the same shape, their own would differ (G). */
function machines(state: State, wanted: MachineSeed['deployment']): Reading<MachineSeed> {
  return {
    type: machineTypes[wanted],
    things: () => state.seed.machines,
    find: (id) => findMachine(state, id),
    isListed: ({ exists, deployment }) => exists && deployment === wanted,
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: (machine) => machineWireOf(machine, false).properties,
    more: ({ zone }) => ({ zones: zone === undefined ? null : [zone] }),
  };
}

/** A subscription's row is called by its display name; what its properties hold is a guess (G). */
function subscriptionRows(state: State): Reading<SubscriptionSeed> {
  const idOf = ({ subscriptionId }: SubscriptionSeed): string => `/subscriptions/${subscriptionId}`;
  return {
    type: 'microsoft.resources/subscriptions',
    things: () => state.seed.subscriptions,
    find: (id) => state.seed.subscriptions.find((one) => sameId(idOf(one), id)),
    id: idOf,
    name: ({ displayName }) => displayName,
    location: () => '',
    properties: () => ({ state: 'Enabled' }),
  };
}

function groups(state: State): Reading<GroupSeed> {
  return {
    type: 'microsoft.resources/subscriptions/resourcegroups',
    things: () => state.groups,
    find: (id) => findGroup(state, id),
    id: groupId,
    location: ({ location }) => location,
    properties: () => ({ provisioningState: 'Succeeded' }),
  };
}
