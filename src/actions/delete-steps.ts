import { isListed, writeStepOf, type WriteStep } from '#src/actions/steps.ts';
import { isNotFound, neverSent } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { deleteDisk, findDisk, listDisksOfGroup } from '#src/api/compute/disks.ts';
import { deleteInterface, listInterfaceNamesOfGroup, readInterface } from '#src/api/network.ts';
import { listContainers, removeContainer } from '#src/api/blobs.ts';
import { isCut } from '#src/lib/list.ts';
import type { Seen } from '#src/model/action.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';

/**
 * Requests that delete what a restore has left over. Each reads once more whether a VM has it, at once before it is
 * sent: lists of what is unused are copies that lag.
 */

/** Deletes a disk that no VM has. */
export const deleteDiskStep = (id: ResourceId): WriteStep =>
  writeStepOf(
    [id],
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
  writeStepOf(
    [id],
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
  return writeStepOf(
    [id],
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
