import { nameOf } from '#src/model/resource-id.ts';
import type { VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';

/** What a restore makes or changes, as one text; null while that is not chosen. */
export function targetOf(choices: VmChoices): string | null {
  const { option, instance, rg, vmName } = choices;
  const group = `${subscriptionOf(choices)}/${rg ?? ''}`;
  if (instance === null) return null;
  switch (option) {
    case 'createVm':
      return targetKey('machine', rg, group, vmName);
    case 'restoreDisks':
      return targetKey('disks of', rg, group, nameOf(instance));
    case 'replaceDisks':
      return `replaced ${instance}`.toLowerCase();
    case null:
      return null;
  }
}

function targetKey(
  what: string,
  rg: string | null,
  group: string,
  name: string | null,
): string | null {
  return rg === null || name === null ? null : `${what} ${group}/${name}`.toLowerCase();
}

/** Where a restore goes: the subscription chosen, else the one of the instance's vault. */
export function subscriptionOf({ subscription, instance }: VmChoices): string | null {
  return subscription ?? /^\/subscriptions\/([^/]+)/i.exec(instance ?? '')?.[1] ?? null;
}

/** The name of the VM, as the ID of its backup instance has it; null if none is selected. */
export const machineOf = (instance: string | null): string | null =>
  instance?.split(';').at(-1) ?? null;
