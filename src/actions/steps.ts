import type { ActionStep } from '#src/actions/action.ts';
import { isNotFound, neverSent } from '#src/api/arm/error.ts';
import { followOperation, type StartedWrite, type WriteCondition } from '#src/api/arm/operation.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { deleteDisk, findDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import {
  attachDetachDisks,
  deallocateMachine,
  patchMachine,
  readMachineModel,
  startMachine,
  swapOsDisk,
  writeMachine,
} from '#src/api/compute/machine-writes.ts';
import {
  getPowerState,
  listMachineNamesOfGroup,
  type MachineModelWire,
  putExtension,
  readExtension,
} from '#src/api/compute/machines.ts';
import {
  deleteInterface,
  listInterfaceNamesOfGroup,
  readInterface,
  writeInterface,
} from '#src/api/network/interfaces.ts';
import { judgeItem } from '#src/api/queries/step-checks.ts';
import { endFileRecovery } from '#src/api/recovery-services/files.ts';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import { protectionOf, protectMachine } from '#src/api/recovery-services/protect.ts';
import { readSqlMachine, registerSqlMachine } from '#src/api/sql.ts';
import { listContainers, removeContainer } from '#src/api/storage/blobs.ts';
import { isCut } from '#src/lib/list.ts';
import type { Seen } from '#src/model/action.ts';
import type { AccessReset, MachineModel } from '#src/model/machine-model.ts';
import {
  hasStaticAddress,
  isNicAsWanted,
  type NicBody,
  withStaticAddress,
} from '#src/model/network.ts';
import { judgeProtection, judgeSql } from '#src/model/next-steps.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Requests that change VMs and what belongs to them, each with the read that shows its result. */

/** One request: `look` reads from Azure whether its result is there. */
export type WriteStep = Pick<ActionStep, 'look' | 'run' | 'follow'>;

/** A request with its read, each with the session of its moment. */
export const stepOf = (
  look: (arm: ArmPipelines) => Promise<Seen>,
  start: (arm: ArmPipelines) => Promise<StartedWrite>,
): WriteStep => ({
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
  stepOf(
    async (arm) => {
      const power = await powerOf(arm, id);
      if (power === 'deallocating' || power === 'stopping') return 'underWay';
      return power === 'deallocated' ? 'done' : 'open';
    },
    (arm) => deallocateMachine(arm, id),
  );

/** Starts a VM. */
export const startStep = (id: ResourceId): WriteStep =>
  stepOf(
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
  stepOf(
    async (arm) => {
      const machine = await readMachineModel(arm, id);
      return seenOf(machine, machine !== null && hasOsDisk(machine, disk.diskId));
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
    async (arm) => {
      const machine = await readMachineModel(arm, id);
      return seenOf(machine, hasDisk(machine, diskId));
    },
    (arm) => attachDetachDisks(arm, id, { attach: [{ diskId, lun }], detach: [] }),
  );

/** Detaches a data disk from a VM; the disk stays. */
export const detachStep = (id: ResourceId, diskId: ResourceId): WriteStep =>
  stepOf(
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
function seenOf(machine: MachineModelWire | null, isAsWanted: boolean): Seen {
  if (isBeingWritten(machine)) return 'underWay';
  return machine !== null && isAsWanted ? 'done' : 'open';
}

interface Written {
  readonly properties: { readonly provisioningState?: string | null | undefined };
}

const stateOf = (resource: Written | null): string =>
  resource?.properties.provisioningState?.toLowerCase() ?? '';

/** Whether Azure works on a resource. */
const isBeingWritten = (resource: Written | null): boolean =>
  ['creating', 'updating', 'deleting'].includes(stateOf(resource));

type NamesOfGroup = (arm: ArmPipelines, group: ResourceId) => Promise<readonly string[]>;

/** Whether there may be a resource: a question for one that is not there is an error to a browser. */
async function isListed(
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
  return stepOf(
    async (arm) => {
      const nic = await own(arm);
      if (isBeingWritten(nic)) return 'underWay';
      return nic !== null && stateOf(nic) !== 'failed' ? 'done' : 'open';
    },
    async (arm) => writeInterface(arm, id, body, conditionOf(await own(arm))),
  );
};

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
  return stepOf(
    async (arm) => {
      const machine = await own(arm);
      return seenOf(machine, stateOf(machine) === 'succeeded');
    },
    async (arm) => writeMachine(arm, id, body, conditionOf(await own(arm))),
  );
};

/** Ends the file recovery of a restore point, and reads from the point that its disks are not mounted. */
export const unmountStep = (pointId: ResourceId): WriteStep =>
  stepOf(
    // A point that doesn't report it counts as mounted: the request is harmless where it isn't.
    async (arm) => ((await getRecoveryPoint(arm, pointId)).isMounted === false ? 'done' : 'open'),
    async (arm) => {
      const operation = await endFileRecovery(arm, pointId);
      return operation === null ? { kind: 'done' } : { kind: 'accepted', operation };
    },
  );

/** Backs a VM up with a policy of a vault: `PUT …/protectedItems/{item}`. */
export const protectStep = (wanted: {
  readonly vaultId: ResourceId;
  readonly machineId: ResourceId;
  readonly policyId: ResourceId;
}): WriteStep => {
  let hasSent = false;
  const itemId = protectedItemId(wanted.vaultId, wanted.machineId);
  return {
    look: async () => {
      const listed = judgeProtection(await protectionOf(session(), wanted.machineId));
      if (listed.outcome === 'done') return 'done';
      // Lists lag by minutes.
      if (!hasSent) return 'open';
      const { outcome } = await judgeItem(session(), itemId);
      return outcome === 'done' ? 'done' : 'open';
    },
    run: async () => {
      hasSent = true;
      await protectMachine(session(), wanted);
    },
  };
};

/** Gives the first address of a NIC a value that stays. The rest of the NIC is written as it was read. */
export const staticAddressStep = (nicId: ResourceId, address: string): WriteStep =>
  stepOf(
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (isBeingWritten(nic)) return 'underWay';
      return nic !== null && hasStaticAddress(nic, address) ? 'done' : 'open';
    },
    async (arm) => {
      const nic = await readInterface(arm, nicId);
      if (nic === null) throw neverSent('The NIC is no longer there.');
      const condition = nic.etag ? { ifMatch: nic.etag } : {};
      return writeInterface(arm, nicId, withStaticAddress(nic, address), condition);
    },
  );

/** Sets the license type of a VM. */
export const licenseStep = (machineId: ResourceId, licenseType: string): WriteStep =>
  stepOf(
    async (arm) => {
      const machine = await readMachineModel(arm, machineId);
      return seenOf(machine, sameText(machine?.properties['licenseType'], licenseType));
    },
    (arm) => patchMachine(arm, machineId, { properties: { licenseType } }),
  );

/** Registers a VM as a SQL virtual machine. */
export const sqlStep = (
  machineId: ResourceId,
  wanted: { readonly region: string; readonly license: 'PAYG' | 'AHUB' },
): WriteStep =>
  stepOf(
    async (arm) =>
      judgeSql(await readSqlMachine(arm, machineId)).outcome === 'done' ? 'done' : 'open',
    (arm) => registerSqlMachine(arm, machineId, wanted),
  );

/**
 * Resets a password or an SSH key with the VMAccess extension. `secret`: read when it is sent, and kept nowhere
 * else; null: it is no longer known, and nothing is sent.
 */
export const accessStep = (wanted: AccessReset, secret: () => string | null): WriteStep => {
  const { machineId, region, osType, userName, runTag } = wanted;
  const isLinux = osType === 'Linux';
  const name = isLinux ? 'VMAccessForLinux' : 'VMAccessAgent';
  let hasSent = false;
  return stepOf(
    async (arm) => {
      const machine = await readMachineModel(arm, machineId);
      // A question for an extension that is not there is an error to a browser.
      if (!hasSent && !namesExtension(machine, name)) return 'open';
      const extension = await readExtension(arm, { machineId, name });
      if (!sameText(extension?.properties?.['forceUpdateTag'], runTag)) return 'open';
      if (isBeingWritten(extension && { properties: extension.properties ?? {} }))
        return 'underWay';
      return sameText(extension?.properties?.provisioningState, 'Succeeded') ? 'done' : 'open';
    },
    (arm) => {
      const typed = secret();
      if (typed === null) throw neverSent('The password or key isn’t kept. Enter it again.');
      hasSent = true;
      return putExtension(arm, {
        machineId,
        name,
        region,
        runTag,
        ...(isLinux
          ? {
              publisher: 'Microsoft.OSTCExtensions',
              type: name,
              version: '1.4',
              protectedSettings: { username: userName, [wanted.secret]: typed },
            }
          : {
              publisher: 'Microsoft.Compute',
              type: name,
              version: '2.0',
              settings: { UserName: userName },
              protectedSettings: { Password: typed },
            }),
      });
    },
  );
};

function namesExtension(machine: MachineModelWire | null, name: string): boolean {
  const all = machine?.['resources'];
  if (!Array.isArray(all)) return false;
  return all.some(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'id' in one &&
      typeof one.id === 'string' &&
      sameId(one.id.split('/').at(-1), name),
  );
}

const sameText = (one: unknown, other: string): boolean =>
  typeof one === 'string' && sameId(one, other);

/**
 * Requests that delete what a restore has left over. Each reads once more whether a VM has it, at once before it is
 * sent: lists of what is unused are copies that lag.
 */

/** Deletes a disk that no VM has. */
export const deleteDiskStep = (id: ResourceId): WriteStep =>
  stepOf(
    async (arm) => seenAs(await isThere(() => diskOf(arm, id))),
    async (arm) => {
      refuseAttached((await diskOf(arm, id))?.machineId);
      return deleteDisk(arm, id);
    },
  );

/** By a list: a question for one that is not there is an error to a browser. */
async function diskOf(arm: ArmPipelines, id: ResourceId) {
  const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {};
  const disks = await listDisksOfGroup(arm, resourceGroupId(subscriptionId, resourceGroup));
  const found = disks.find((disk) => sameId(disk.id, id));
  return found ?? (isCut(disks) ? findDisk(arm, id) : null);
}

/** Deletes a NIC that no VM has. */
export const deleteInterfaceStep = (id: ResourceId): WriteStep =>
  stepOf(
    async (arm) => seenAs(await isThere(() => nicOf(arm, id))),
    async (arm) => {
      refuseAttached((await nicOf(arm, id))?.properties.virtualMachine?.id);
      return deleteInterface(arm, id);
    },
  );

const nicOf = async (arm: ArmPipelines, id: ResourceId) =>
  (await isListed(arm, id, listInterfaceNamesOfGroup)) ? readInterface(arm, id) : null;

/** Deletes a container with all blobs in it. */
export const deleteContainerStep = (id: ResourceId): WriteStep => {
  const accountId = resourceId(id.split('/blobServices/')[0] ?? '');
  const name = nameOf(id);
  return stepOf(
    async (arm) =>
      seenAs(
        await isThere(async () => {
          const all = await listContainers(arm, accountId);
          return isCut(all) || all.some((one) => sameId(one.name, name)) ? all : null;
        }),
      ),
    async (arm) => {
      await removeContainer(arm, { accountId, name });
      return { kind: 'done' };
    },
  );
};

/** Whether a read finds anything; what belonged to a group or an account that is gone is gone, too. */
async function isThere(read: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await read()) !== null;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

const seenAs = (isStillThere: boolean): Seen => (isStillThere ? 'open' : 'done');

/** @throws ArmError where a VM has it: then nothing is sent. */
function refuseAttached(holder: string | null | undefined): void {
  if (holder) throw neverSent(`It is attached to ${nameOf(holder)} now. Nothing was sent.`);
}
