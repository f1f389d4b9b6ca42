import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { roleName } from '#src/strings/disk-checks.ts';
import type { NeededRole } from '#src/wizard/azure-disks/checks/prerequisite.ts';

/** Commands of the Azure CLI, to copy (Microsoft Learn, reference of `az`). */

/** Without what a shell would take for its own. */
const quoted = (text: string): string => `"${text.replaceAll(/["$`\\]/g, '')}"`;

/** The group of a resource, as options of a command. */
function placeOf(id: string): string {
  const [, , subscription = '', , group = ''] = id.split('/');
  return `--subscription ${subscription} --resource-group ${quoted(group)}`;
}

/** Gives an identity a role; by its id in the directory, which needs no right to read there. */
export function grantCommand({ role, scope, principalId }: NeededRole): string {
  return `az role assignment create --assignee-object-id ${principalId} --assignee-principal-type ServicePrincipal --role ${quoted(roleName(role))} --scope ${quoted(scope)}`;
}

/** Takes a role assignment away. */
export function revokeCommand(assignmentId: ResourceId): string {
  return `az role assignment delete --ids ${quoted(assignmentId)}`;
}

/** Turns on the system-assigned identity of a Backup vault. */
export function identityCommand(vaultId: ResourceId): string {
  return `az dataprotection backup-vault update ${placeOf(vaultId)} --vault-name ${quoted(nameOf(vaultId))} --type SystemAssigned`;
}

/** Lists the snapshots of a group. */
export function snapshotsCommand(groupId: ResourceId): string {
  return `az snapshot list ${placeOf(groupId)} --query "[].{name:name,created:timeCreated}" --output table`;
}

/** Where a machine is; of one that is not known, by words that stand for it. */
export interface MachinePlace {
  readonly options: string;
  readonly name: string;
}

/** The place of a machine by its id. */
export function machinePlace(id: ResourceId): MachinePlace {
  return { options: placeOf(id), name: nameOf(id) };
}

const onMachine = ({ options, name }: MachinePlace, option: string): string =>
  `${options} --${option} ${quoted(name)}`;

/** Detaches a data disk from a machine. */
export function detachCommand(machine: MachinePlace, diskName: string): string {
  return `az vm disk detach ${onMachine(machine, 'vm-name')} --name ${quoted(diskName)}`;
}

/** Attaches a data disk to a machine; by its id, as it may be in another group. */
export function attachCommand(machine: MachinePlace, diskId: ResourceId): string {
  return `az vm disk attach ${onMachine(machine, 'vm-name')} --name ${quoted(diskId)}`;
}

/** What swaps the OS disk of a machine: it is stopped before, and started after it. */
export function swapCommands(
  machine: MachinePlace,
  diskId: ResourceId,
): { readonly stop: string; readonly swap: string; readonly start: string } {
  const where = onMachine(machine, 'name');
  return {
    stop: `az vm deallocate ${where}`,
    swap: `az vm update ${where} --os-disk ${quoted(diskId)}`,
    start: `az vm start ${where}`,
  };
}
