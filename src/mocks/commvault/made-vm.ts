import type { Order } from '#src/mocks/commvault/order.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { type StageKind, stageTimes, type Task } from '#src/mocks/commvault/task.ts';
import {
  addressIdsOf,
  freeAddress,
  ownCardIdsOf,
  subnetIdOf,
  subnetOf,
} from '#src/mocks/network/cards.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import type { DeploymentStep, WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { MachineSeed, PartSeed } from '#src/mocks/world/seed.ts';

/** The first NIC of a restored VM with a network security group, as a request would have written it. */
function cardWith(securityGroup: string, vm: MachineSeed, state: State): PartSeed {
  const [id = ''] = ownCardIdsOf(vm);
  const [publicAddress] = addressIdsOf(vm);
  const properties = {
    primary: true,
    privateIPAllocationMethod: 'Dynamic',
    ...placeOf(vm, id, state),
    ...(publicAddress === undefined ? {} : { publicIPAddress: { id: publicAddress } }),
  };
  return {
    id,
    model: {
      location: vm.location,
      properties: {
        primary: true,
        networkSecurityGroup: { id: securityGroup },
        ipConfigurations: [{ name: 'ipconfig1', properties }],
      },
    },
  };
}

/** The subnet and the address that the NIC has had since the VM was created; empty where neither is known. */
function placeOf(vm: MachineSeed, cardId: string, state: State): object {
  const subnetId = subnetIdOf(state, vm) ?? '';
  const subnet = subnetOf(state, subnetId);
  if (subnet === undefined) return {};
  const address = freeAddress(state, subnet, { taken: [], cardId });
  return {
    subnet: { id: subnetId },
    ...(address === null ? {} : { privateIPAddress: address }),
  };
}

/**
 * What a restore job does in Azure as its stages come. It is stored as a deployment is, whose later steps
 * are never done when it is stopped; no resource group lists it.
 */

/** Under which name the steps of a job are stored. */
export const stepsIdOf = (jobId: number): string => `${COMMSERVE_ORIGIN}/Job/${jobId}`;

type Written = Extract<WorldEvent, { readonly type: 'resource-written' }>;

interface Making {
  readonly order: Order;
  readonly task: Task;
  readonly state: State;
  /** The network security group that is set; null: none. */
  readonly securityGroup: string | null;
}

/** The event of a job's acceptance by which Azure's world changes as the job goes on. */
export function stepsEvent(making: Making): WorldEvent {
  const { task } = making;
  const id = stepsIdOf(task.jobId);
  const steps = stepsOf(making);
  const plan = {
    deploymentId: id,
    operationId: String(task.taskId),
    correlationId: guidFrom(id),
    steps,
    endsAtMs: Math.max(task.atMs, ...steps.map(({ endsAtMs }) => endsAtMs)),
    echo: {},
  };
  return { type: 'deployment-accepted', at: task.atMs, plan };
}

/** Each change comes at the end of its stage, but for the VM, which is there while it is created. */
function stepsOf(making: Making): readonly DeploymentStep<WorldEvent>[] {
  const { order, task } = making;
  const { ending } = task;
  const failing = ending.kind === 'failed' ? task.stages[ending.stage]?.kind : undefined;
  const times = stageTimes(task).filter(({ kind }) => kind !== failing);
  const vm = vmOf(making);
  return times.flatMap(({ kind, fromMs, untilMs }): DeploymentStep<WorldEvent>[] => {
    const at = kind === 'create' ? fromMs : untilMs;
    if (at === Infinity) return [];
    const made = madeIn(kind, { ...making, vm, at, ms: kind === 'create' ? untilMs - fromMs : 0 });
    return made === null
      ? []
      : [
          {
            operationId: guidFrom(`${task.jobId}:${kind}`),
            resourceId: order.targetId,
            startsAtMs: at,
            endsAtMs: untilMs === Infinity ? at : untilMs,
            statusCode: 'OK',
            made,
          },
        ];
  });
}

interface MakingNow extends Making {
  readonly vm: MachineSeed;
  readonly at: number;
  readonly ms: number;
}

function madeIn(kind: StageKind, now: MakingNow): WorldEvent | null {
  const { order, vm, at } = now;
  const hasConversion = now.task.stages.some((one) => one.kind === 'convert');
  switch (kind) {
    case 'delete':
      return { type: 'resource-removed', at, id: order.targetId };
    // 003: an unmanaged VM comes first, in the staging storage account.
    case 'create':
      return written(now, { ...vm, isManaged: vm.isManaged && !hasConversion }, { isNew: true });
    case 'convert':
      return written(now, vm, { isNew: false });
    case 'secure':
      return now.securityGroup === null || now.task.ending.kind === 'with-errors'
        ? null
        : written(now, vm, { isNew: false, parts: [cardWith(now.securityGroup, vm, now.state)] });
    default:
      return null;
  }
}

const written = (
  { order, at, ms }: MakingNow,
  machine: MachineSeed,
  more: Pick<Written, 'isNew' | 'parts'>,
): WorldEvent => ({
  type: 'resource-written',
  at,
  id: order.targetId,
  ms: Number.isFinite(ms) ? ms : 0,
  machine,
  ...more,
});

/** The VM as it will be in the end. */
function vmOf({ order, state }: Making): MachineSeed {
  const { wish, source, vm, disks, targetId, location, size } = order;
  const {
    availabilitySet: _set,
    cardIds: _cards,
    model: _model,
    writeState: _state,
    network,
    zone: _zone,
    ...kept
  } = source;
  const zone = zoneOf(order, state);
  const subnetId = wish.nics[0]?.subnetId ?? '';
  const {
    hasSecurityGroup: _group,
    publicAddresses: _addresses,
    balancer: _lb,
    ...same
  } = network ?? {};
  const { subnetId: _subnet, ...unplaced } = same;
  const isManaged = source.isManaged && wish.restoreAsManagedVM;
  // 003: from a streaming backup no encryption set is applied.
  const losesKey = source.encryption === 'CMK' && !vm.group.isIntelliSnap;
  return {
    ...kept,
    id: targetId,
    location,
    size,
    ...(zone === undefined ? {} : { zone }),
    isManaged,
    deployment: wish.isInPlace ? source.deployment : 'arm',
    exists: true,
    isStopped: !wish.powersOn,
    ...(losesKey ? { encryption: 'none' as const } : {}),
    disks: disks.map(({ id: _id, home: _home, attachment: _attachment, ...disk }) => disk),
    network: {
      ...(wish.isInPlace ? same : unplaced),
      ...(subnetId === '' ? {} : { subnetId }),
      ...(wish.createPublicIP ? { publicAddresses: ['Dynamic'] as const } : {}),
    },
  };
}

const zones = ['1', '2', '3'] as const;

/** Empty is automatic: the source's zone, silently dropped where the region has none (003). */
function zoneOf({ wish, source, location }: Order, { seed }: State): MachineSeed['zone'] {
  if (regionNamed(seed, location)?.hasZones !== true) return undefined;
  const wished = zones.find((zone) => zone === wish.availabilityZones);
  return wished ?? (wish.availabilityZones === '' ? source.zone : undefined);
}
