import { azCommand, type Command, powerShellCommand } from '#src/lib/command.ts';
import type { DeleteItem } from '#src/pages/leftovers/order.ts';

/**
 * The same as commands, one below the other (Microsoft Learn: az disk, az network nic, az storage container-rm,
 * az role assignment; `Az.Compute`, `Az.Network`, `Az.Storage`, `Az.Resources`).
 */
export interface DeleteCommands {
  readonly az: readonly Command[];
  readonly powerShell: readonly Command[];
}

export const commandsOf = (items: readonly DeleteItem[]): DeleteCommands => ({
  az: items.map(azDelete),
  powerShell: items.flatMap((one) => {
    const [, , subscription = ''] = one.id.split('/');
    return [
      powerShellCommand(['$null = Set-AzContext', ['-Subscription', subscription]]),
      powerShellDelete(one),
    ];
  }),
});

function azDelete({ kind, id, name }: DeleteItem): Command {
  switch (kind) {
    case 'disk':
      return azCommand(['az disk delete --yes', ['--ids', id]]);
    case 'interface':
      return azCommand(['az network nic delete', ['--ids', id]]);
    case 'container':
      return azCommand([
        'az storage container-rm delete --yes',
        ['--storage-account', accountOf(id)],
        ['--name', name],
      ]);
    case 'role':
      return azCommand(['az role assignment delete', ['--ids', id]]);
  }
}

/** The account of a container. */
const accountOf = (id: string): string => id.split('/blobServices/')[0] ?? '';

function powerShellDelete({ kind, id, name, held }: DeleteItem): Command {
  const [, , , , group = '', , , , account = ''] = id.split('/');
  const within = ['-ResourceGroupName', group] as const;
  switch (kind) {
    case 'disk':
      return powerShellCommand(['Remove-AzDisk', within, ['-DiskName', name], '-Force']);
    case 'interface':
      return powerShellCommand(['Remove-AzNetworkInterface', within, ['-Name', name], '-Force']);
    case 'container':
      return powerShellCommand([
        'Remove-AzRmStorageContainer',
        within,
        ['-StorageAccountName', account],
        ['-Name', name],
        '-Force',
      ]);
    case 'role':
      return powerShellCommand([
        'Remove-AzRoleAssignment',
        ['-ObjectId', held?.principalId ?? ''],
        ['-RoleDefinitionName', 'Disk Restore Operator'],
        ['-Scope', held?.scope ?? ''],
      ]);
  }
}
