import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { SourceDisk } from '#src/model/data-protection.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';

const words = diskChecks.afterwards;

/** A command for a shell, and what it does. */
export interface LabelledCommand {
  readonly label: string;
  readonly text: string;
}

/** Stands where the name of a machine has to be put in. */
const ANY_MACHINE = '--resource-group GROUP --name MACHINE';

/**
 * How a restored disk takes the place of its source, by the part that the source has in its machine
 * (document 002, Restore to create a new disk, last list). `source` null: it is gone.
 */
export function commandsAfter(
  restoredId: ResourceId,
  source: SourceDisk | null,
): readonly LabelledCommand[] {
  const machine = source?.machineId ? machineText(source.machineId) : ANY_MACHINE;
  return source?.osType
    ? swapCommands(restoredId, machine)
    : attachCommands(restoredId, source, machine);
}

function attachCommands(
  restoredId: ResourceId,
  source: SourceDisk | null,
  machine: string,
): readonly LabelledCommand[] {
  const inDisks = machine.replace('--name', '--vm-name');
  const { detach, attach } = words.commands;
  const isAttached = source !== null && source.machineId !== null;
  return [
    ...(isAttached
      ? [{ label: detach, text: `az vm disk detach ${inDisks} --name ${source.name}` }]
      : []),
    { label: attach, text: `az vm disk attach ${inDisks} --disks ${restoredId}` },
  ];
}

function swapCommands(restoredId: ResourceId, machine: string): readonly LabelledCommand[] {
  const { stop, swap, start } = words.commands;
  return [
    { label: stop, text: `az vm deallocate ${machine}` },
    { label: swap, text: `az vm update ${machine} --os-disk ${restoredId}` },
    { label: start, text: `az vm start ${machine}` },
  ];
}

function machineText(id: ResourceId): string {
  const [, , subscription = '', , group = ''] = id.split('/');
  return `--subscription ${subscription} --resource-group ${group} --name ${nameOf(id)}`;
}
