import { commandsOf } from '#src/datasources/azure-vm/disks/commands.ts';
import type { DiskOrder } from '#src/datasources/azure-vm/disks/order.ts';
import { diskActions } from '#src/strings/disk-actions.ts';
import { ActionCommands } from '#src/wizard/commands/ActionCommands.tsx';

/** The same as commands, for whoever prefers a terminal. */
export function OrderCommands({ order }: { readonly order: DiskOrder }) {
  return <ActionCommands label={diskActions.commands} commandsOf={() => commandsOf(order)} />;
}
