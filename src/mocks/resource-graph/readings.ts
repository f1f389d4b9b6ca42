import { diskWireOf, type Shown, shownDisk, shownDisks } from '#src/mocks/compute/disks.ts';
import { machineWireOf } from '#src/mocks/compute/machines.ts';
import { diskInstanceProperties } from '#src/mocks/data-protection/instances.ts';
import { diskJobId, diskJobProperties } from '#src/mocks/data-protection/jobs.ts';
import {
  backupVaultIdentity,
  backupVaultProperties,
  isListed,
} from '#src/mocks/data-protection/vaults.ts';
import { objectIn, textIn } from '#src/mocks/json.ts';
import { IS_CARD, ownCardIdsOf } from '#src/mocks/network/cards.ts';
import { shownCard, writtenPart } from '#src/mocks/network/machine-parts.ts';
import { cancelledAtOf, jobFields, jobWireOf } from '#src/mocks/recovery-services/jobs.ts';
import { isForbidden } from '#src/mocks/recovery-services/paths.ts';
import { itemFields, itemPropertiesOf } from '#src/mocks/recovery-services/protected-items.ts';
import { vaultKindOf, vaultPropertiesOf } from '#src/mocks/recovery-services/vaults.ts';
import { parseOrder } from '#src/mocks/resource-graph/kql/pipeline.ts';
import type { Ended, Reading } from '#src/mocks/resource-graph/rows.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import { isReported, type JobPlan, timelineAt } from '#src/mocks/time/plan.ts';
import { isoMs, seedMs, sevenDecimals } from '#src/mocks/time/text.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import {
  findGroup,
  findInstance,
  findJob,
  findMachine,
  findVault,
  instancesIn,
  jobsIn,
} from '#src/mocks/world/lookup.ts';
import type {
  BackupVaultSeed,
  DiskInstanceSeed,
  GroupSeed,
  InstanceSeed,
  MachineSeed,
  SubscriptionSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What rows of each type are read from (azure-contract §1). */

/**
 * Says what lies in vaults that the person may look into: of the others there is no row, and no word.
 * Undefined: all vaults are open.
 */
function seenIn(state: State): Seen {
  const known = seenByState.get(state);
  if (known !== undefined) return known.isSeen;
  const closed = state.seed.vaults.filter(isForbidden).map(({ id }) => id.toLowerCase());
  const isSeen: Seen =
    closed.length === 0 ? undefined : ({ vaultId }) => !closed.includes(vaultId.toLowerCase());
  seenByState.set(state, { isSeen });
  return isSeen;
}

type Seen = ((thing: { readonly vaultId: string }) => boolean) | undefined;

/** Each question about jobs reads it, and there may be thousands of vaults. */
const seenByState = new WeakMap<State, { readonly isSeen: Seen }>();

/** The regions of vaults; each is looked up once. */
function locationsIn(state: State): (vaultId: string) => string {
  const known = new Map<string, string>();
  return (vaultId) => {
    const location = known.get(vaultId) ?? findVault(state, vaultId)?.location ?? '';
    known.set(vaultId, location);
    return location;
  };
}

/** All that is protected here are virtual machines. */
const ofVirtualMachines = { backupManagementType: 'AzureIaasVM', workloadType: 'VM' };

/** The order of things that a world lists by their names, in the words of a query. */
const BY_NAME = parseOrder('tolower(tostring(properties.friendlyName)) asc, id asc');

export function items(state: State): Reading<InstanceSeed> {
  const locationOf = locationsIn(state);
  const isSeen = seenIn(state);
  const { instances } = state.seed;
  const ordered = isSeen === undefined && 'byId' in instances ? instances.inOrder : undefined;
  return {
    type: 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems',
    things: () => state.seed.instances,
    find: (id) => findInstance(state, id),
    inVault: (vaultId) => instancesIn(state, vaultId),
    ...(isSeen !== undefined && { isListed: isSeen }),
    whole: ordered && { ...ordered, order: BY_NAME },
    id: ({ id }) => id,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => locationOf(vaultId),
    // A copy that is made when something happens: what remains of a deletion doesn’t go down in it.
    properties: (one) => itemPropertiesOf(one, isoMs(one.softDeleted?.at ?? state.seed.startsAt)),
    fields: itemFields,
    same: ofVirtualMachines,
    isCached: true,
  };
}

export function jobs(state: State, now: number, ended: () => Ended<JobPlan>): Reading<JobPlan> {
  const isSeen = seenIn(state);
  const idOf = ({ vaultId, jobId }: JobPlan): string => `${vaultId}/backupJobs/${jobId}`;
  return {
    type: 'microsoft.recoveryservices/vaults/backupjobs',
    things: () => ended().things,
    find: (id) => {
      const plan = findJob(state, nameOf(id));
      return plan !== undefined && sameId(idOf(plan), id) ? plan : undefined;
    },
    inVault: (vaultId) => jobsIn(state, vaultId),
    isListed: (plan) => isReported(plan, now) && (isSeen === undefined || isSeen(plan)),
    id: idOf,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => findVault(state, vaultId)?.location ?? '',
    properties: (plan) => ({
      ...jobWireOf(plan, { state, now, isNumeric: false, isDetailed: false }).properties,
      workloadType: 'VM',
      dataSourceId: plan.machineId,
      vaultName: nameOf(plan.vaultId),
    }),
    same: ofVirtualMachines,
    fields: jobFields({ state, now, isNumeric: false, isDetailed: false }),
    changesWithTime: true,
    ending: {
      ended,
      hasEnded: (plan) =>
        timelineAt(plan, cancelledAtOf(state, plan.jobId), now).endedAtMs !== null,
    },
  };
}

export function vaults(state: State): Reading<VaultSeed> {
  return {
    type: 'microsoft.recoveryservices/vaults',
    things: () => state.seed.vaults,
    find: (id) => findVault(state, id),
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: vaultPropertiesOf,
    more: vaultKindOf,
  };
}

const machineTypes = {
  arm: 'microsoft.compute/virtualmachines',
  classic: 'microsoft.classiccompute/virtualmachines',
} as const;

/** Machines that are there; classic ones are answered in the same shape, their own would differ (G). */
export function machines(state: State, wanted: MachineSeed['deployment']): Reading<MachineSeed> {
  return {
    type: machineTypes[wanted],
    things: () => state.seed.machines,
    find: (id) => findMachine(state, id),
    isListed: ({ exists, deployment }) => exists && deployment === wanted,
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: (machine) => machineWireOf(machine, false).properties,
    more: (machine) => ({
      zones: machine.zone === undefined ? null : [machine.zone],
      tags: machineWireOf(machine, false).tags,
    }),
  };
}

/** A subscription's row is called by its display name; what its properties hold is a guess (G). */
export function subscriptions(state: State): Reading<SubscriptionSeed> {
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

export function groups(state: State): Reading<GroupSeed> {
  return {
    type: 'microsoft.resources/subscriptions/resourcegroups',
    things: () => state.groups,
    find: (id) => findGroup(state, id),
    id: groupId,
    location: ({ location }) => location,
    properties: () => ({ provisioningState: 'Succeeded' }),
  };
}

export function disks(state: State): Reading<Shown> {
  return {
    type: 'microsoft.compute/disks',
    things: () => shownDisks(state),
    find: (id) => shownDisk(state, id),
    id: ({ id }) => id,
    location: ({ machine, disk }) => (disk.home ?? machine).location,
    properties: (shown) => diskWireOf(state, shown).properties,
    // What a question looks for is known without making all that a disk says.
    fields: { diskState: ({ isAttached }) => (isAttached ? 'Attached' : 'Unattached') },
  };
}

/** A NIC by its id; of one that is named after a machine and was never written, that it is that machine's. */
interface Card {
  readonly id: string;
  readonly machineId?: string;
}

export function interfaces(state: State): Reading<Card> {
  const propertiesOf = ({ id }: Card) => objectIn(shownCard(state, id)?.properties);
  return {
    type: 'microsoft.network/networkinterfaces',
    things: () => cardsOf(state),
    find: (id) => (shownCard(state, id) === undefined ? undefined : { id }),
    isListed: ({ id, machineId }) => machineId !== undefined || shownCard(state, id) !== undefined,
    id: ({ id }) => id,
    location: ({ id }) => textIn(shownCard(state, id)?.location) ?? '',
    properties: propertiesOf,
    fields: {
      virtualMachine: (card) =>
        card.machineId === undefined
          ? propertiesOf(card)['virtualMachine']
          : { id: card.machineId },
    },
    more: ({ id }) => ({ tags: writtenPart(state, id)?.model['tags'] }),
  };
}

function* cardsOf(state: State): Generator<Card> {
  const written = (state.seed.written?.parts ?? []).filter(({ id }) => IS_CARD.test(id));
  const ids = new Set(written.map(({ id }) => id.toLowerCase()));
  yield* written.map(({ id }) => ({ id }));
  for (const machine of state.seed.machines) {
    if (!machine.exists) continue;
    for (const id of ownCardIdsOf(machine)) {
      if (ids.has(id.toLowerCase())) continue;
      // A machine that was written may have other NICs, and its own be loose.
      yield machine.cardIds === undefined ? { id, machineId: machine.id } : { id };
    }
  }
}

const regionOf = ({ seed }: State, vaultId: string): string =>
  byId(seed.backupVaults ?? [], vaultId)?.location ?? '';

export function backupVaults(state: State): Reading<BackupVaultSeed> {
  const { backupVaults: all = [] } = state.seed;
  return {
    type: 'microsoft.dataprotection/backupvaults',
    things: () => all,
    find: (id) => byId(all, id),
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: backupVaultProperties,
    more: (vault) => ({ identity: backupVaultIdentity(vault) }),
  };
}

export function diskInstances(state: State): Reading<DiskInstanceSeed> {
  const { diskInstances: all = [] } = state.seed;
  return {
    type: 'microsoft.dataprotection/backupvaults/backupinstances',
    things: () => all,
    isListed,
    find: (id) => byId(all, id),
    id: ({ id }) => id,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => regionOf(state, vaultId),
    properties: diskInstanceProperties,
  };
}

export function diskJobs(state: State, now: number): Reading<JobPlan> {
  return {
    type: 'microsoft.dataprotection/backupvaults/backupjobs',
    things: () => state.diskJobs,
    find: (id) => state.diskJobs.find((plan) => sameId(diskJobId(plan), id)),
    isListed: (plan) => isReported(plan, now),
    id: diskJobId,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => regionOf(state, vaultId),
    properties: (plan) => diskJobProperties(plan, { state, now, isDetailed: false }),
    // They are few: none is kept when it has ended.
    changesWithTime: true,
  };
}

interface ServiceEvent {
  readonly id: string;
  readonly region: string;
  readonly zone: string | undefined;
}

/** How long before the world's start the outages start. */
const BEFORE_MS = 25 * 60_000;

/**
 * What is down in the world, as Azure Service Health reports it to each subscription. The shape of `Impact`, and that a
 * zone stands in the title alone, are guesses (G).
 */
export function serviceEvents(state: State): Reading<ServiceEvent> {
  const { outages = [], startsAt } = state.seed;
  const events = state.seed.subscriptions.flatMap(({ subscriptionId }) =>
    outages.map(({ region, zone }, index) => ({
      id: `/subscriptions/${subscriptionId}/providers/Microsoft.ResourceHealth/events/SIM${String(index)}-0DC`,
      region: regionNamed(state.seed, region)?.displayName ?? region,
      zone,
    })),
  );
  return {
    type: 'microsoft.resourcehealth/events',
    things: () => events,
    find: (id) => events.find((event) => sameId(event.id, id)),
    id: ({ id }) => id,
    location: () => 'global',
    properties: ({ id, region, zone }) => ({
      EventType: 'ServiceIssue',
      Status: 'Active',
      TrackingId: nameOf(id),
      Title:
        zone === undefined
          ? `Virtual Machines and Storage unavailable in ${region}`
          : `Virtual Machines unavailable in Availability Zone ${zone} of ${region}`,
      ImpactStartTime: sevenDecimals(seedMs(startsAt) - BEFORE_MS),
      Impact: [
        {
          ImpactedService: 'Virtual Machines',
          ImpactedRegions: [{ ImpactedRegion: region, Status: 'Active' }],
        },
      ],
    }),
  };
}
