import { unlessMissing } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite, type WriteCondition } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { machineModelWire, type MachineModelWire } from '#src/api/compute/machines.ts';
import { MACHINE_API_VERSION } from '#src/api/versions.ts';
import { type DiskOfMachine, type MachineModel, withOsDisk } from '#src/model/machine-model.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Writes of virtual machines (2024-03-01). Each is sent once; `lost` means that it is unknown whether Azure
 * received it. All throw ArmError.
 */

const addressOf = (id: ResourceId, action = ''): string =>
  `${id}${action}?api-version=${MACHINE_API_VERSION}`;

/**
 * Reads a machine with all that it says, to be changed and written back: `GET …/virtualMachines/{vm}`. Null: it
 * is not there.
 */
export function readMachineModel(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<MachineModelWire | null> {
  return unlessMissing(
    sendFor(arm, machineModelWire, { method: 'GET', url: addressOf(id), signal }),
  );
}

/** Writes a machine whole: `PUT …/virtualMachines/{vm}`. A new one with `isOnlyNew`, so that none is overwritten. */
export function writeMachine(
  arm: ArmPipelines,
  id: ResourceId,
  body: MachineModel,
  condition: WriteCondition,
): Promise<StartedWrite> {
  return startWrite(arm, { method: 'PUT', url: addressOf(id), body, ...condition });
}

/** What of a machine a PATCH changes: keys that it does not name stay. */
interface MachinePatch {
  readonly tags?: Readonly<Record<string, string>>;
  readonly identity?: {
    readonly type: 'SystemAssigned' | 'UserAssigned' | 'SystemAssigned, UserAssigned' | 'None';
    readonly userAssignedIdentities?: Readonly<Record<string, object>>;
  };
  readonly properties?: {
    readonly licenseType?: string;
    readonly diagnosticsProfile?: {
      readonly bootDiagnostics: { readonly enabled: boolean };
    };
  };
}

/** Changes tags, identity, license or boot diagnostics: `PATCH …/virtualMachines/{vm}`. */
export function patchMachine(
  arm: ArmPipelines,
  id: ResourceId,
  body: MachinePatch,
): Promise<StartedWrite> {
  return startWrite(arm, { method: 'PATCH', url: addressOf(id), body });
}

/** Stops a machine and gives its cores back: `POST …/deallocate`. */
export function deallocateMachine(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'POST', url: addressOf(id, '/deallocate') });
}

/** Starts a machine: `POST …/start`. */
export function startMachine(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'POST', url: addressOf(id, '/start') });
}

/** Removes a machine; disks and NICs stay unless their `deleteOption` says otherwise: `DELETE …/virtualMachines/{vm}`. */
export function deleteMachine(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: addressOf(id) });
}

/**
 * Attaches and detaches data disks: `POST …/attachDetachDataDisks`. It names the disks alone, so that nothing
 * else of the machine can be overwritten; a PUT of the whole machine would need to be read first.
 */
export function attachDetachDisks(
  arm: ArmPipelines,
  id: ResourceId,
  {
    attach,
    detach,
  }: { readonly attach: readonly DiskOfMachine[]; readonly detach: readonly ResourceId[] },
): Promise<StartedWrite> {
  return startWrite(arm, {
    method: 'POST',
    url: addressOf(id, '/attachDetachDataDisks'),
    body: {
      ...(attach.length === 0 ? {} : { dataDisksToAttach: attach }),
      ...(detach.length === 0 ? {} : { dataDisksToDetach: detach.map((diskId) => ({ diskId })) }),
    },
  });
}

/**
 * Gives a stopped machine another OS disk: `PUT …/virtualMachines/{vm}` of the machine as it was read, with
 * `If-Match`: a machine that was changed since is not overwritten.
 */
export function swapOsDisk(
  arm: ArmPipelines,
  id: ResourceId,
  read: MachineModelWire,
  disk: { readonly diskId: ResourceId; readonly name: string },
): Promise<StartedWrite> {
  return writeMachine(arm, id, withOsDisk(read, disk), read.etag ? { ifMatch: read.etag } : {});
}
