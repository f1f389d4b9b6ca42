import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** Commands of the Azure CLI, to copy (Microsoft Learn, reference of `az`). */

/** A command for a shell, and what it does. */
export interface LabelledCommand {
  readonly label: string;
  readonly command: Command;
}

/** The options that name a machine by its id; `option` is how a command calls its name. */
export function machineOptions(id: ResourceId, option: 'name' | 'vm-name'): CommandPart[] {
  const [, , subscription = '', , group = ''] = id.split('/');
  return [
    ['--subscription', subscription],
    ['--resource-group', group],
    [`--${option}`, nameOf(id)],
  ];
}

/** Turns on the system-assigned identity of a Backup vault. */
export const identityCommand = ({ subscriptionId, resourceGroup, name }: BackupVault): Command =>
  azCommand([
    'az dataprotection backup-vault identity assign',
    ['--subscription', subscriptionId],
    ['--resource-group', resourceGroup],
    ['--vault-name', name],
    '--system-assigned',
  ]);

/** Takes a role assignment away. */
export const revokeCommand = (assignmentId: ResourceId): Command =>
  azCommand(['az role assignment delete', ['--ids', assignmentId]]);
