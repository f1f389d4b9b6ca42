import { quoted, shellWord } from '#src/lib/shell.ts';
import type { BackupVault } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** Commands of the Azure CLI, to copy (Microsoft Learn, reference of `az`). */

/** A command for a shell, and what it does. */
export interface LabelledCommand {
  readonly label: string;
  readonly text: string;
}

/** The options that name a machine by its id; `option` is how a command calls its name. */
export function machineOptions(id: ResourceId, option: 'name' | 'vm-name'): string {
  const [, , subscription = '', , group = ''] = id.split('/');
  return `--subscription ${shellWord(subscription)} --resource-group ${quoted(group)} --${option} ${quoted(nameOf(id))}`;
}

/** Turns on the system-assigned identity of a Backup vault. */
export function identityCommand({ subscriptionId, resourceGroup, name }: BackupVault): string {
  return `az dataprotection backup-vault identity assign --subscription ${shellWord(subscriptionId)} --resource-group ${quoted(resourceGroup)} --vault-name ${quoted(name)} --system-assigned`;
}

/** Takes a role assignment away. */
export function revokeCommand(assignmentId: ResourceId): string {
  return `az role assignment delete --ids ${quoted(assignmentId)}`;
}
