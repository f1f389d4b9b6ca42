import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { named } from '#src/datasources/azure-vm/commands/names.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/order.ts';
import type { VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';
import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Next steps as commands of the Azure CLI (Microsoft Learn, reference of `az`; aftercare §2.2). No secret is in one. */

function placeOf(id: ResourceId, option = 'name'): CommandPart[] {
  const { subscription, group, name } = named(id);
  return [
    ['--subscription', subscription],
    ['--resource-group', group],
    [`--${option}`, name],
  ];
}

/** The same as an order, as commands. */
export function orderCommands(order: StepOrder): Command[] {
  switch (order.kind) {
    case 'protect':
      return [
        azCommand([
          'az backup protection enable-for-vm',
          ...placeOf(order.vaultId, 'vault-name'),
          ['--vm', order.machineId],
          ['--policy-name', order.policyName],
        ]),
      ];
    case 'address':
      return [
        azCommand([
          'az network nic ip-config update',
          ...placeOf(order.nicId, 'nic-name'),
          '--name ipconfig1',
          ['--private-ip-address', order.address],
        ]),
      ];
    case 'license':
      return [
        azCommand(['az vm update', ...placeOf(order.machineId), ['--license-type', order.license]]),
      ];
    case 'sql':
      return [
        azCommand([
          'az sql vm create',
          ...placeOf(order.machineId),
          ['--location', order.region],
          ['--license-type', order.license],
        ]),
      ];
    case 'reset':
      return [
        azCommand([
          'az vm user update',
          ...placeOf(order.machineId),
          ['--username', order.userName],
          // The shell asks for it, so that no history of commands has it.
          order.secret === 'password'
            ? '--password "$(read -rs p; echo "$p")"'
            : '--ssh-key-value key.pub',
        ]),
      ];
    case 'revoke':
      return [azCommand(['az role assignment delete', ['--ids', ...order.ids]])];
  }
}

/** What is known of a step, as commands, where no action is offered; `seen`: what the latest read found. */
export function stepCommands(
  id: VmStepId,
  { machineId, stagingId, container, source }: Ground,
  seen: readonly string[],
): Command[] {
  switch (id) {
    case 'after.extensions':
    case 'encryption.ade.linux-extension':
      return machineId === null
        ? []
        : [azCommand(['az vm extension list', ...placeOf(machineId, 'vm-name'), '--output table'])];
    case 'replace.originals-kept':
      return (source?.disks ?? [])
        .filter((disk) => seen.some((name) => name === named(disk).name))
        .map((disk) => azCommand(['az disk delete', ['--ids', disk]]));
    case 'replace.vhd.cleanup':
    case 'restore-disks.vhd.cleanup':
      return stagingId === null || container === null
        ? []
        : [
            azCommand([
              'az storage container-rm delete',
              ...placeOf(stagingId, 'storage-account'),
              ['--name', container],
            ]),
          ];
    default:
      return [];
  }
}
