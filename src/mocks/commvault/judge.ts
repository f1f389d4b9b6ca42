import type { Order } from '#src/mocks/commvault/order.ts';
import type { StageKind } from '#src/mocks/commvault/task.ts';
import { quotasShortFor } from '#src/mocks/compute/sizes.ts';
import { inside, objectIn, textIn } from '#src/mocks/json.ts';
import { ownCardIdsOf } from '#src/mocks/network/cards.ts';
import { shownCard } from '#src/mocks/network/machine-parts.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import { stepsOf } from '#src/mocks/world/deployed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findGroup, findMachine } from '#src/mocks/world/lookup.ts';
import { diskIdOf } from '#src/mocks/world/made-things.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/**
 * What Azure and the library hold against a restore, found by its job in the stage that needs it. Texts
 * are ours (A) but for those marked R; which stage finds what is assumed (A).
 */

/** A stage that fails, and why. */
interface Failing {
  readonly stage: StageKind;
  readonly reason: string;
}

/** The world as the job finds it when it comes to a stage. */
type StateIn = (stage: StageKind) => State;

type Check = (order: Order, stateIn: StateIn) => string | null;

const LARGEST_GIB = 8192;

/** A group in which the person may only look: for the job it has a lock. */
function judgeDelete({ wish, targetId }: Order, stateIn: StateIn): string | null {
  if (!wish.isInPlace) return null;
  const state = stateIn('delete');
  if (findMachine(state, targetId)?.exists !== true) return null;
  if (!wish.overwrites) return 'The VM exists, and the job isn’t allowed to overwrite it.';
  return findGroup(state, groupOf(targetId))?.isReadOnly === true
    ? `ScopeLocked: The scope '${targetId}' can’t be deleted because it is locked.`
    : null;
}

const judgeBackup: Check = ({ backup }) =>
  backup === undefined ? 'There is no backup of the VM in the given time range.' : null;

const judgeOsDisk: Check = ({ disks }) =>
  disks.some(({ lun }) => lun < 0)
    ? null
    : // R, to the letter.
      'No OS disk found. Please check if OS disk was filtered as part of backup';

const judgeDiskSize: Check = ({ disks, source, wish }) => {
  const large = disks.find(({ sizeGiB }) => sizeGiB > LARGEST_GIB);
  return large === undefined || !(source.isManaged && wish.restoreAsManagedVM)
    ? null
    : `The managed disk ${large.name} is larger than 8 TB.`;
};

/** Only the account of the destination's region can stage the disks. */
function judgeAccount(order: Order, stateIn: StateIn): string | null {
  const { wish, hypervisor, location, source } = order;
  const account = stateIn('write').seed.accounts.find(
    ({ id }) =>
      sameId(nameOf(id), wish.Datastore) && sameId(id.split('/')[2], hypervisor.subscriptionId),
  );
  if (account === undefined) return `The storage account ${wish.Datastore} couldn’t be found.`;
  if (!sameRegion(account.location, location)) {
    return `The storage account ${wish.Datastore} isn’t in the region ${location}.`;
  }
  return source.deployment === 'classic' && account.sku.startsWith('Premium')
    ? `A classic VM can’t be restored to the premium storage account ${wish.Datastore}.`
    : null;
}

const judgeKeyVault: Check = ({ source, hypervisor, vm }) =>
  source.encryption === 'ADE' && !sameId(hypervisor.subscriptionId, vm.hypervisor.subscriptionId)
    ? 'The VM is encrypted with a key vault of another subscription.'
    : null;

function judgePlace({ targetId, location }: Order, stateIn: StateIn): string | null {
  const state = stateIn('create');
  const group = findGroup(state, groupOf(targetId));
  if (group === undefined) {
    return `ResourceGroupNotFound: Resource group '${nameOf(groupOf(targetId))}' could not be found.`;
  }
  if (group.isReadOnly === true) {
    return `AuthorizationFailed: The application isn’t allowed to write to '${groupOf(targetId)}'.`;
  }
  return regionNamed(state.seed, location) === undefined
    ? `LocationNotAvailableForResourceType: The location '${location}' isn’t available.`
    : null;
}

/** A name is taken by a VM that is there, and by one that another job will create. */
function judgeName({ wish, targetId, newName, atMs }: Order, stateIn: StateIn): string | null {
  const state = stateIn('create');
  const isTaken =
    findMachine(state, targetId)?.exists === true ||
    state.deployments
      .flatMap(stepsOf)
      .some((step) => step.startsAtMs > atMs && sameId(step.resourceId, targetId));
  return isTaken && !wish.overwrites
    ? `Conflict: A VM named ${newName} already exists in the resource group (409).`
    : null;
}

/** A disk of the group may have a name that the job wants to give (R). */
function judgeDiskNames({ wish, targetId, disks }: Order, stateIn: StateIn): string | null {
  if (wish.isInPlace || wish.overwrites) return null;
  const { machines, looseDisks = [] } = stateIn('create').seed;
  const group = groupOf(targetId);
  const own = 'near' in machines ? [] : machines.filter(({ exists }) => exists);
  const taken = [
    ...looseDisks.map(({ id }) => id),
    ...own.flatMap((one) => (one.isManaged ? one.disks.map((disk) => diskIdOf(one, disk)) : [])),
  ];
  const same = disks.find(({ name }) =>
    taken.some((id) => sameId(id, `${group}/providers/Microsoft.Compute/disks/${name}`)),
  );
  return same === undefined
    ? null
    : `Conflict: A disk named ${same.name} already exists in the resource group (409).`;
}

/** In place the VM has given its cores back by then. */
function judgeQuota(order: Order, stateIn: StateIn): string | null {
  const { wish, hypervisor, location, size } = order;
  if (wish.isInPlace) return null;
  const { subscriptionId } = hypervisor;
  const [short] = quotasShortFor(stateIn('create'), { subscriptionId, location }, size);
  return short === undefined
    ? null
    : `OperationNotAllowed (409): Operation could not be completed as it results in exceeding approved ${short.name} cores quota. Current limit: ${short.limit}, current usage: ${short.used}.`;
}

/** A subnet is in the region, and in the subscription of the hypervisor's credentials. */
function judgeSubnet({ wish, location, hypervisor }: Order, stateIn: StateIn): string | null {
  const { networks } = stateIn('create').seed;
  const missing = wish.nics.find(
    ({ subnetId }) =>
      subnetId !== '' &&
      !networks.some(
        (one) =>
          sameRegion(one.location, location) &&
          sameId(one.id.split('/')[2], hypervisor.subscriptionId) &&
          one.subnets.some(({ name }) => sameId(`${one.id}/subnets/${name}`, subnetId)),
      ),
  );
  return missing === undefined
    ? null
    : `InvalidResourceReference: The subnet '${missing.subnetId}' couldn’t be found in ${location}.`;
}

/** In the order of the stages. */
const checks: readonly (readonly [StageKind, Check])[] = [
  ['delete', judgeDelete],
  ['mount', judgeBackup],
  ['mount', judgeOsDisk],
  ['mount', judgeDiskSize],
  ['write', judgeAccount],
  ['create', judgeKeyVault],
  ['create', judgePlace],
  ['create', judgeName],
  ['create', judgeDiskNames],
  ['create', judgeQuota],
  ['create', judgeSubnet],
];

/** The first stage that fails; null: none does. */
export function failingOf(order: Order, stateIn: StateIn): Failing | null {
  for (const [stage, check] of checks) {
    const reason = check(order, stateIn);
    if (reason !== null) return { stage, reason };
  }
  return null;
}

/** The network security group of a restored VM: the requested one, else the source's (003). */

const IS_GROUP = /\/networkSecurityGroups\/[^/]+$/i;

/** The group that a body names, under whatever key (A); null: none. */
const named = ({ wish }: Order): string | null =>
  wish.securityGroups
    .flatMap((one) => Object.values(objectIn(one)))
    .flatMap((value) => textIn(value) ?? [])
    .find((value) => IS_GROUP.test(value)) ?? null;

/** The group of a VM's first NIC. */
function groupOfCard(state: State, cardId: string): string | null {
  const properties = inside(shownCard(state, cardId), 'properties');
  return textIn(inside(properties, 'networkSecurityGroup')['id']);
}

/** The resource ID of the group that a restore sets; null: it sets none. */
export function securityGroupOf(order: Order, state: State): string | null {
  const [cardId = ''] = ownCardIdsOf(order.source);
  const { network } = order.source;
  const own =
    network?.hasSecurityGroup === true
      ? (groupOfCard(state, cardId) ?? guardOf(order.source.id))
      : null;
  return named(order) ?? own;
}

/** What the group of a VM is called that is gone. */
const guardOf = (id: string): string =>
  `${id.slice(0, id.indexOf('/providers/'))}/providers/Microsoft.Network/networkSecurityGroups/nsg-${nameOf(id)}`;

/** Why a group can't be set: it belongs to another region; null: it can. */
export function securityGroupProblem(order: Order, id: string | null): string | null {
  if (id === null) return null;
  const isSources = sameId(nameOf(id), `nsg-${nameOf(order.source.id)}`);
  return isSources && !sameRegion(order.source.location, order.location)
    ? `The network security group ${nameOf(id)} isn’t in the region ${order.location}. The VM was restored without it.`
    : null;
}
