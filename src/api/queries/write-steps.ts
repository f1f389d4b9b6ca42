import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { session } from '#src/api/arm/session.ts';
import type { StartedWrite } from '#src/api/arm/write.ts';
import { getMachine } from '#src/api/compute/machines/ops.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  readMachineModel,
  startMachine,
  swapOsDisk,
  writeMachine,
} from '#src/api/compute/machines/write.ts';
import { readInterface, writeInterface } from '#src/api/network/interfaces/write.ts';
import { followWrite } from '#src/api/queries/follow-write.ts';
import type { MachineModel } from '#src/model/machine-model.ts';
import type { NicBody } from '#src/model/nic-body.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Requests that change VMs and what belongs to them, each with the read that shows its result. */

/** One request. */
export interface WriteStep {
  /** Reads from Azure whether its result is there. @throws ArmError. */
  readonly isDone: (signal?: AbortSignal) => Promise<boolean>;
  /** Sends it, once, and waits for the end of the work. @throws ArmError. */
  readonly run: () => Promise<void>;
}

const stepOf = (
  isDone: (arm: ArmPipelines, signal?: AbortSignal) => Promise<boolean>,
  start: (arm: ArmPipelines) => Promise<StartedWrite>,
): WriteStep => ({
  isDone: (signal) => isDone(session(), signal),
  run: async () => {
    const arm = session();
    await followWrite(arm, await start(arm));
  },
});

/** Stops a VM and gives its cores back. */
export const stopStep = (id: ResourceId): WriteStep =>
  stepOf(
    async (arm, signal) => (await getMachine(arm, id, signal))?.isRunning === false,
    (arm) => deallocateMachine(arm, id),
  );

/** Starts a VM. */
export const startStep = (id: ResourceId): WriteStep =>
  stepOf(
    async (arm, signal) => (await getMachine(arm, id, signal))?.isRunning === true,
    (arm) => startMachine(arm, id),
  );

/** Gives a stopped VM another OS disk (document 002, Swap the OS disk). */
export const swapStep = (
  id: ResourceId,
  disk: { readonly diskId: ResourceId; readonly name: string },
): WriteStep =>
  stepOf(
    async (arm, signal) => {
      const machine = await readMachineModel(arm, id, signal);
      return sameId(machine?.properties.storageProfile?.osDisk?.managedDisk?.id ?? '', disk.diskId);
    },
    async (arm) => {
      // Read at once before it is written: what was changed since is refused by its version.
      const machine = await readMachineModel(arm, id);
      if (machine === null) throw new Error('The VM is no longer there. Nothing was sent.');
      return swapOsDisk(arm, id, machine, disk);
    },
  );

/** Attaches a data disk to a VM. */
export const attachStep = (id: ResourceId, diskId: ResourceId, lun: number): WriteStep =>
  stepOf(
    (arm, signal) => hasDisk(arm, id, diskId, signal),
    (arm) => attachDetachDisks(arm, id, { attach: [{ diskId, lun }], detach: [] }),
  );

/** Detaches a data disk from a VM; the disk stays. */
export const detachStep = (id: ResourceId, diskId: ResourceId): WriteStep =>
  stepOf(
    async (arm, signal) => !(await hasDisk(arm, id, diskId, signal)),
    (arm) => attachDetachDisks(arm, id, { attach: [], detach: [diskId] }),
  );

async function hasDisk(
  arm: ArmPipelines,
  id: ResourceId,
  diskId: ResourceId,
  signal?: AbortSignal,
): Promise<boolean> {
  const machine = await readMachineModel(arm, id, signal);
  const disks = machine?.properties.storageProfile?.dataDisks ?? [];
  return disks.some(({ managedDisk }) => sameId(managedDisk?.id ?? '', diskId));
}

/** Creates a NIC; one of the name that is there already is refused, and never overwritten. */
export const nicStep = (id: ResourceId, body: NicBody): WriteStep =>
  stepOf(
    async (arm, signal) => (await readInterface(arm, id, signal)) !== null,
    (arm) => writeInterface(arm, id, body, { isOnlyNew: true }),
  );

/** Creates a VM; one of the name that is there already is refused, and never overwritten. */
export const machineStep = (id: ResourceId, body: MachineModel): WriteStep =>
  stepOf(
    async (arm, signal) => {
      const machine = await readMachineModel(arm, id, signal);
      return machine?.properties.provisioningState?.toLowerCase() === 'succeeded';
    },
    (arm) => writeMachine(arm, id, body, { isOnlyNew: true }),
  );
