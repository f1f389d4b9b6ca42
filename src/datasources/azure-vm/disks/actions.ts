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
} from '#src/api/queries/write-steps.ts';
import { type MachineFromDisks, machineFromDisks } from '#src/model/machine-from-disks.ts';
import { nicBody } from '#src/model/nic-body.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { diskActions } from '#src/strings/disk-actions.ts';

/** What is done with restored disks, as guarded actions (documents 000 and 002; calls: aftercare §2.2). */

const { step: steps, sentence, line } = diskActions;

const titled = (id: string, title: string, write: WriteStep): ActionStep => ({
  id,
  title,
  ...write,
});

/** A VM that is to be built of disks, with a NIC of its own. */
export interface Build extends Omit<MachineFromDisks, 'nicIds'> {
  readonly machineId: ResourceId;
  readonly nicId: ResourceId;
  readonly subnetId: ResourceId;
  /** Null: Azure chooses. */
  readonly address: string | null;
}

/** Creates a NIC and a VM of disks that are there. */
export function buildAction(build: Build): GuardedAction {
  const { machineId, nicId, subnetId, address, region, osDiskId, dataDisks, size } = build;
  const [name, nic] = [nameOf(machineId), nameOf(nicId)];
  const disks = [osDiskId, ...dataDisks.map(({ diskId }) => diskId)];
  return {
    id: `build.${machineId.toLowerCase()}`,
    sentence: sentence.build(name, nameOf(osDiskId)),
    plan: {
      created: [line.machine(name, size), line.nic(nic, nameOf(subnetId))],
      changed: disks.map((disk) => line.attached(nameOf(disk), name)),
      untouched: [],
      lost: [],
    },
    confirmName: name,
    steps: [
      titled('nic', steps.nic(nic), nicStep(nicId, nicBody({ region, subnetId, address }))),
      titled(
        'machine',
        steps.build(name),
        machineStep(machineId, machineFromDisks({ ...build, nicIds: [nicId] })),
      ),
    ],
  };
}

/** Attaches a disk to a VM, which keeps running. */
export function attachAction(
  machineId: ResourceId,
  diskId: ResourceId,
  lun: number,
): GuardedAction {
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  return {
    id: `attach.${machineId.toLowerCase()}.${diskId.toLowerCase()}`,
    sentence: sentence.attach(disk, name),
    plan: {
      created: [],
      changed: [line.attached(disk, name)],
      untouched: [line.running(name)],
      lost: [],
    },
    confirmName: name,
    steps: [titled('attach', steps.attach(disk, lun), attachStep(machineId, diskId, lun))],
  };
}

/** Detaches a disk from a VM, which keeps running; the disk stays. */
export function detachAction(machineId: ResourceId, diskId: ResourceId): GuardedAction {
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  return {
    id: `detach.${machineId.toLowerCase()}.${diskId.toLowerCase()}`,
    sentence: sentence.detach(disk, name),
    plan: {
      created: [],
      changed: [line.detached(disk)],
      untouched: [line.running(name)],
      lost: [],
    },
    confirmName: name,
    steps: [titled('detach', steps.detach(disk), detachStep(machineId, diskId))],
  };
}

export interface Swap {
  readonly machineId: ResourceId;
  readonly diskId: ResourceId;
  /** The OS disk of today; null: it was not read. */
  readonly before: ResourceId | null;
}

/** Stops a VM, gives it another OS disk, and starts it again (document 002, Swap the OS disk). */
export function swapAction({ machineId, diskId, before }: Swap): GuardedAction {
  const [name, disk] = [nameOf(machineId), nameOf(diskId)];
  return {
    id: `swap.${machineId.toLowerCase()}.${diskId.toLowerCase()}`,
    sentence: sentence.swap(name, disk),
    plan: {
      created: [],
      changed: [line.osDisk(name, disk), line.restarts(name)],
      untouched: [line.dataDisks(name), ...(before === null ? [] : [line.oldDisk(nameOf(before))])],
      lost: [line.memory(name)],
    },
    confirmName: name,
    steps: [
      titled('stop', steps.stop(name), stopStep(machineId)),
      titled('swap', steps.swap(disk), swapStep(machineId, { diskId, name: disk })),
      titled('start', steps.start(name), startStep(machineId)),
    ],
  };
}
