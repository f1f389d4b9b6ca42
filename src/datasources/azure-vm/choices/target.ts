import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

/**
 * What a restore makes or changes; empty while that is not chosen. `sourceId`: of the VM, where that is read; without
 * it the backup instance names the VM and its resource group.
 */
export function targetOf(choices: VmChoices, sourceId?: string): readonly TargetPart[] {
  const { option, instance, rg, vmName } = choices;
  const place = { group: rg, subscriptionId: subscriptionOf(choices) };
  if (instance === null) return [];
  switch (option) {
    case 'createVm':
      return rg === null || vmName === null ? [] : [{ kind: 'vm', name: vmName, ...place }];
    case 'restoreDisks':
      return rg === null ? [] : [{ kind: 'disksOf', name: machineOf(instance), ...place }];
    case 'replaceDisks':
      return [{ kind: 'vm', ...sourceOf(instance, sourceId), replaces: 'disks' }];
    case null:
      return [];
  }
}

/** The VM of a backup instance, whose ID ends in `VM;iaasvmcontainerv2;{group};{name}`. */
function sourceOf(
  instance: string,
  sourceId: string | undefined,
): Pick<TargetPart, 'name' | 'group' | 'subscriptionId'> {
  const source = parseResourceId(sourceId ?? '');
  return {
    name: source?.name ?? machineOf(instance),
    group: source?.resourceGroup ?? instance.split(';').at(-2) ?? null,
    subscriptionId: source?.subscriptionId ?? subscriptionIn(instance),
  };
}

/** Where a restore goes: the subscription chosen, else the one of the instance's vault. */
export function subscriptionOf({ subscription, instance }: VmChoices): string | null {
  return subscription ?? subscriptionIn(instance ?? '');
}

const subscriptionIn = (id: string): string | null =>
  /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? null;

/** The name of the VM, as the ID of its backup instance has it; null if none is selected. */
export const machineOf = (instance: string | null): string | null =>
  instance?.split(';').at(-1) ?? null;
