import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import {
  attachStep,
  detachStep,
  machineStep,
  nicStep,
  startStep,
  stopStep,
  swapStep,
  type WriteStep,
} from '#src/actions/steps.ts';
import {
  actionIdOf,
  type Attach,
  type Build,
  type DiskOrder,
  MAKES_MACHINE,
  type Swap,
} from '#src/datasources/azure-vm/disks/order.ts';
import { machineFromDisks } from '#src/model/machine-model.ts';
import { nicBody } from '#src/model/network.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { diskActions } from '#src/strings/disk-actions.ts';

/** What is done with restored disks, as guarded actions (documents 000 and 002; calls: aftercare §2.2). */

const { step: steps, sentence, line } = diskActions;

const titled = (id: string, title: string, write: WriteStep): ActionStep => ({
  id,
  title,
  ...write,
});

/**
 * The action of an order: the same steps under the same id, also after a reload. `onMachine`: called when a VM has
 * the disks.
 */
export function actionOf(order: DiskOrder, onMachine: () => void = () => undefined): GuardedAction {
  const action = ofKind(order);
  return {
    ...action,
    steps: action.steps.map((step) =>
      MAKES_MACHINE.includes(step.id) ? { ...step, look: looking(step.look, onMachine) } : step,
    ),
  };
}

const looking = (look: ActionStep['look'], onDone: () => void) => async () => {
  const seen = await look();
  if (seen === 'done') onDone();
  return seen;
};

function ofKind(order: DiskOrder): GuardedAction {
  switch (order.kind) {
    case 'build':
      return buildAction(order);
    case 'attach':
      return attachAction(order);
    case 'detach':
      return detachAction(order);
    case 'swap':
      return swapAction(order);
  }
}

/** Creates a NIC and a VM of disks that are there. */
function buildAction(order: Build): GuardedAction {
  const { machineId, nicId, subnetId, address, region, osDiskId, dataDisks, size, zone } = order;
  const { availabilitySetId, licenseType, osType } = order;
  const [name, nic] = [nameOf(machineId), nameOf(nicId)];
  const disks = [osDiskId, ...dataDisks.map(({ diskId }) => diskId)];
  const body = machineFromDisks({
    region,
    zone,
    size,
    osType,
    osDiskId,
    dataDisks,
    nicIds: [nicId],
    ...(availabilitySetId === null ? {} : { availabilitySetId }),
    ...(licenseType === null ? {} : { licenseType }),
  });
  return {
    id: actionIdOf(order),
    sentence: sentence.build(name, nameOf(osDiskId)),
    plan: {
      created: [
        line.machine(name, size, zone),
        line.nic(nic, nameOf(subnetId), address),
        ...(licenseType === null ? [] : [line.license(licenseType)]),
        ...(availabilitySetId === null ? [] : [line.set(nameOf(availabilitySetId))]),
      ],
      changed: [
        line.attachedOs(nameOf(osDiskId), name),
        ...dataDisks.map(({ diskId, lun }) => line.attachedAs(nameOf(diskId), name, lun)),
      ],
      untouched: [line.content(disks.length)],
      lost: [],
    },
    confirmName: name,
    steps: [
      titled(
        'nic',
        steps.nic(nic),
        nicStep(nicId, nicBody({ region, subnetId, address }), machineId),
      ),
      titled('machine', steps.build(name), machineStep(machineId, body)),
    ],
  };
}

/**
 * Attaches a disk to a VM, which keeps running; the disk that it is a copy of is detached first (document 002,
 * Restore to create a new disk).
 */
function attachAction(order: Attach): GuardedAction {
  const { machineId, diskId, lun, original } = order;
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  const before = original === undefined ? '' : nameOf(original.diskId);
  const [replaced, kept] =
    original?.isDetached === true ? [original, undefined] : [undefined, original];
  return {
    id: actionIdOf(order),
    sentence: sentence.attach(disk, name),
    plan: {
      created: [],
      changed: [
        ...(replaced === undefined ? [] : [line.detached(before)]),
        line.attachedAs(disk, name, lun),
      ],
      untouched: [
        line.power(name),
        line.content(1),
        ...(kept === undefined ? [] : [line.twice(before)]),
      ],
      lost: replaced === undefined ? [] : [line.unwritten(before)],
    },
    confirmName: name,
    steps: [
      ...(replaced === undefined
        ? []
        : [titled('detach', steps.detach(before), detachStep(machineId, replaced.diskId))]),
      titled('attach', steps.attach(disk, lun), attachStep(machineId, diskId, lun)),
    ],
  };
}

/** Detaches a disk from a VM, which keeps running; the disk stays. */
function detachAction(order: Extract<DiskOrder, { readonly kind: 'detach' }>): GuardedAction {
  const { machineId, diskId } = order;
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  return {
    id: actionIdOf(order),
    sentence: sentence.detach(disk, name),
    plan: {
      created: [],
      changed: [line.detached(disk)],
      untouched: [line.power(name), line.content(1)],
      lost: [line.unwritten(disk)],
    },
    confirmName: name,
    steps: [titled('detach', steps.detach(disk), detachStep(machineId, diskId))],
  };
}

/**
 * Stops a VM, gives it another OS disk, and starts it again if it ran before (document 002, Swap the OS disk).
 */
function swapAction(order: Swap): GuardedAction {
  const { machineId, diskId, before, wasRunning } = order;
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  return {
    id: actionIdOf(order),
    sentence: sentence.swap(name, disk),
    plan: {
      created: [],
      changed: [
        line.osDisk(name, disk),
        wasRunning ? line.restarts(name) : line.staysStopped(name),
      ],
      untouched: [line.dataDisks(name), ...(before === null ? [] : [line.oldDisk(nameOf(before))])],
      lost: wasRunning ? [line.memory(name)] : [],
    },
    confirmName: name,
    steps: [
      titled('stop', steps.stop(name), stopStep(machineId)),
      titled('swap', steps.swap(disk), swapStep(machineId, { diskId, name: disk })),
      ...(wasRunning ? [titled('start', steps.start(name), startStep(machineId))] : []),
    ],
  };
}
