import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import type { CommvaultPlace } from '#src/api/commvault/id.ts';
import { toVmDetails } from '#src/api/commvault/vms/map.ts';
import type {
  CommvaultDisk,
  CommvaultVmDetails,
  CommvaultVmGroup,
} from '#src/api/commvault/vms/vm.ts';
import { disksWire, vmDetailsWire, vmGroupWire } from '#src/api/commvault/vms/wire.ts';

/** A VM by its GUID: GET of `/V4/VirtualMachines/{UUID}` (commvault.md §2.2, S). @throws ArmError as every read. */
export async function getVm(
  serve: ArmPipelines,
  { host, name: guid }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<CommvaultVmDetails> {
  const url = `/V4/VirtualMachines/${guid}`;
  return toVmDetails(
    host,
    guid,
    await sendFor(serve, vmDetailsWire, { method: 'GET', url, signal }),
  );
}

/** A VM group by its number: GET of `/V4/VMGroup/{id}` (S). @throws ArmError as every read. */
export async function getVmGroup(
  serve: ArmPipelines,
  id: string,
  signal?: AbortSignal,
): Promise<CommvaultVmGroup> {
  const url = `/V4/VMGroup/${id}`;
  const { snapshotManagement } = await sendFor(serve, vmGroupWire, { method: 'GET', url, signal });
  return { isSnapshot: snapshotManagement?.enableHardwareSnapshot ?? null };
}

/**
 * The disks in the latest backup of a VM: GET of `/v2/vsa/vm/{guid}/disks` (R). The configuration, which comes
 * first and is named like a disk, is left out: sent as a disk it makes a restore fail.
 * @throws ArmError as every read.
 */
export async function listVmDisks(
  serve: ArmPipelines,
  guid: string,
  signal?: AbortSignal,
): Promise<readonly CommvaultDisk[]> {
  const url = `/v2/vsa/vm/${guid}/disks`;
  const { disks } = await sendFor(serve, disksWire, { method: 'GET', url, signal });
  return (disks ?? []).flatMap(({ name, isOSDisk, type }) =>
    name === null || /\.json$/i.test(name) ? [] : [{ name, isOsDisk: isOSDisk === true, type }],
  );
}
