import type { ActionStep } from '#src/actions/action.ts';
import { isNotFound } from '#src/api/arm/error.ts';
import { followOperation, type StartedWrite, type WriteCondition } from '#src/api/arm/operation.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  readMachineModel,
  startMachine,
  swapOsDisk,
  writeMachine,
} from '#src/api/compute/machine-writes.ts';
import {
  getPowerState,
  listMachineNamesOfGroup,
  type MachineModelWire,
} from '#src/api/compute/machines.ts';
import { listInterfaceNamesOfGroup, readInterface, writeInterface } from '#src/api/network.ts';
import { endFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { isCut } from '#src/lib/list.ts';
import type { Seen } from '#src/model/action.ts';
import type { MachineModel } from '#src/model/machine-model.ts';
import { isNicAsWanted, type NicBody } from '#src/model/network.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Requests that change VMs and what belongs to them, each with the read that shows its result. */

/** One request: `look` reads from Azure whether its result is there. */
export type WriteStep = Omit<ActionStep, 'id' | 'title'>;

/** A request with what it writes and its read, each with the session of its moment. */
export const writeStepOf = (
  writes: readonly string[],
  look: (arm: ArmPipelines) => Promise<Seen>,
  start: (arm: ArmPipelines) => Promise<StartedWrite>,
): WriteStep => ({
  writes,
  look: () => look(session()),
  run: async (onAccepted) => {
    const arm = session();
    const started = await start(arm);
    if (started.kind === 'done') return;
    onAccepted?.(started.operation);
    // One that names no operation ends here: whoever wrote it reads it back.
    await followOperation(arm, started.operation);
  },
  follow: async (operation) => {
    await followOperation(session(), operation);
  },
});

/** The same step; `onDone` is called whenever its result was read. */
export const telling = ({ look, ...step }: WriteStep, onDone: () => void): WriteStep => ({
  ...step,
  look: async () => {
    const seen = await look();
    if (seen === 'done') onDone();
    return seen;
  },
});

/** Null: not reported, or the VM is gone, which Azure reports of the request itself. */
async function powerOf(arm: ArmPipelines, id: ResourceId): Promise<string | null> {
  try {
    return await getPowerState(arm, id);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Stops a VM and gives its cores back. One that was only shut down still has them. */
export const stopStep = (id: ResourceId): WriteStep =>
  writeStepOf(
    [id],
    async (arm) => {
      const power = await powerOf(arm, id);
      if (power === 'deallocating' || power === 'stopping') return 'underWay';
      return power === 'deallocated' ? 'done' : 'open';
    },
    (arm) => deallocateMachine(arm, id),
  );

/** Starts a VM. */
export const startStep = (id: ResourceId): WriteStep =>
  writeStepOf(
    [id],
    async (arm) => {
      const power = await powerOf(arm, id);
      if (power === 'starting') return 'underWay';
      return power === 'running' ? 'done' : 'open';
    },
    (arm) => startMachine(arm, id),
  );

/** Gives a stopped VM another OS disk (document 002, Swap the OS disk). */
export const swapStep = (
  id: ResourceId,
  disk: { readonly diskId: ResourceId; readonly name: string },
): WriteStep =>
  writeStepOf(
    [id, disk.diskId],
    async (arm) => {
      const machine = await readMachineModel(arm, id);
      return seenOf(machine, machine !== null && hasOsDisk(machine, disk.diskId));
    },
    async (arm) => {
      // Read at once before it is written: what was changed since is refused by its version.
      const machine = await readMachineModel(arm, id);
      if (machine === null) throw new Error('Azure can’t find the VM. Nothing was sent.');
      return swapOsDisk(arm, id, machine, disk);
    },
  );

/** Attaches a data disk to a VM. */
export const attachStep = (id: ResourceId, diskId: ResourceId, lun: number): WriteStep =>
  writeStepOf(
    [id, diskId],
    async (arm) => {
      const machine = await readMachineModel(arm, id);
      return seenOf(machine, hasDisk(machine, diskId));
    },
    (arm) => attachDetachDisks(arm, id, { attach: [{ diskId, lun }], detach: [] }),
  );

/** Detaches a data disk from a VM; the disk stays. */
export const detachStep = (id: ResourceId, diskId: ResourceId): WriteStep =>
  writeStepOf(
    [id, diskId],
    async (arm) => {
      const machine = await readMachineModel(arm, id);
      return seenOf(machine, !hasDisk(machine, diskId));
    },
    (arm) => attachDetachDisks(arm, id, { attach: [], detach: [diskId] }),
  );

const hasOsDisk = ({ properties }: MachineModelWire, diskId: ResourceId): boolean =>
  sameId(properties.storageProfile?.osDisk?.managedDisk?.id, diskId);

const hasDisk = (machine: MachineModelWire | null, diskId: ResourceId): boolean =>
  (machine?.properties.storageProfile?.dataDisks ?? []).some(({ managedDisk }) =>
    sameId(managedDisk?.id, diskId),
  );

/** While Azure writes a VM, what it shows may still change. One that is gone is as nothing wants it. */
export function seenOf(machine: MachineModelWire | null, isAsWanted: boolean): Seen {
  if (isBeingWritten(machine)) return 'underWay';
  return machine !== null && isAsWanted ? 'done' : 'open';
}

interface Written {
  readonly properties: { readonly provisioningState?: string | null | undefined };
}

const stateOf = (resource: Written | null): string =>
  resource?.properties.provisioningState?.toLowerCase() ?? '';

/** Whether Azure works on a resource. */
export const isBeingWritten = (resource: Written | null): boolean =>
  ['creating', 'updating', 'deleting'].includes(stateOf(resource));

type NamesOfGroup = (arm: ArmPipelines, group: ResourceId) => Promise<readonly string[]>;

/** Whether there may be a resource: a question for one that is not there is an error to a browser. */
export async function isListed(
  arm: ArmPipelines,
  id: ResourceId,
  namesOf: NamesOfGroup,
): Promise<boolean> {
  const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {};
  const names = await namesOf(arm, resourceGroupId(subscriptionId, resourceGroup));
  return isCut(names) || names.some((name) => sameId(name, nameOf(id)));
}

/** Of a resource that this very action left behind unfinished, and of no other one. */
const conditionOf = (own: { readonly etag?: string | null | undefined } | null): WriteCondition =>
  own === null ? { isOnlyNew: true } : own.etag ? { ifMatch: own.etag } : {};

/**
 * Creates a NIC for a VM. One of the name that is there already is refused, and never overwritten, unless it
 * is just as wanted and of no other VM.
 */
export const nicStep = (id: ResourceId, body: NicBody, machineId: ResourceId): WriteStep => {
  const own = async (arm: ArmPipelines) => {
    const nic = (await isListed(arm, id, listInterfaceNamesOfGroup))
      ? await readInterface(arm, id)
      : null;
    const holder = nic?.properties.virtualMachine?.id ?? null;
    const isFree = holder === null || sameId(holder, machineId);
    return nic !== null && isFree && isNicAsWanted(nic, body) ? nic : null;
  };
  return writeStepOf(
    [id],
    async (arm) => {
      const nic = await own(arm);
      if (isBeingWritten(nic)) return 'underWay';
      return nic !== null && stateOf(nic) !== 'failed' ? 'done' : 'open';
    },
    async (arm) => writeInterface(arm, id, body, conditionOf(await own(arm))),
  );
};

/** The disks of a new VM. */
function disksOf({ properties }: MachineModel): string[] {
  const { osDisk, dataDisks } = properties.storageProfile ?? {};
  return [osDisk, ...(dataDisks ?? [])].flatMap((one) => one?.managedDisk?.id ?? []);
}

/**
 * Creates a VM. One of the name that is there already is refused, and never overwritten, unless it has the
 * very OS disk: then it is what a try before has left.
 */
export const machineStep = (id: ResourceId, body: MachineModel): WriteStep => {
  const osDiskId = body.properties.storageProfile?.osDisk?.managedDisk?.id ?? '';
  const own = async (arm: ArmPipelines) => {
    const machine = (await isListed(arm, id, listMachineNamesOfGroup))
      ? await readMachineModel(arm, id)
      : null;
    const has = machine?.properties.storageProfile?.osDisk?.managedDisk?.id ?? null;
    return has !== null && sameId(has, osDiskId) ? machine : null;
  };
  return writeStepOf(
    [id, ...disksOf(body)],
    async (arm) => {
      const machine = await own(arm);
      return seenOf(machine, stateOf(machine) === 'succeeded');
    },
    async (arm) => writeMachine(arm, id, body, conditionOf(await own(arm))),
  );
};

/** Ends the file recovery of a restore point, and reads from the point that its disks are not mounted. */
export const unmountStep = (pointId: ResourceId): WriteStep =>
  writeStepOf(
    [pointId],
    // A point that doesn't report it counts as mounted: the request is harmless where it isn't.
    async (arm) => ((await getRecoveryPoint(arm, pointId)).isMounted === false ? 'done' : 'open'),
    async (arm) => {
      const operation = await endFileRecovery(arm, pointId);
      return operation === null ? { kind: 'done' } : { kind: 'accepted', operation };
    },
  );
