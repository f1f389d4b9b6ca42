import { nameOf } from '#src/model/resource-id.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/**
 * Whether two restores would make or change the same thing: the same new machine or disk, the disks of
 * the same machine, or its disks once more in the same group.
 */
export function isSameTarget(one: DraftChoices, other: DraftChoices): boolean {
  const wanted = targetOf(one);
  return wanted !== null && wanted === targetOf(other);
}

/** What a restore makes or changes, as one text; null while that is not chosen. */
function targetOf(choices: DraftChoices): string | null {
  const { datasource, option, instance, rg, vmName, diskName } = choices;
  const group = `${subscriptionOf(choices)}/${rg ?? ''}`;
  if (instance === null) return null;
  if (datasource === 'azure-disk') return made('disk', rg, group, diskName);
  switch (option) {
    case 'createVm':
      return made('machine', rg, group, vmName);
    case 'restoreDisks':
      return made('disks of', rg, group, nameOf(instance));
    case 'replaceDisks':
      return `replaced ${instance}`.toLowerCase();
    case null:
      return null;
  }
}

function made(what: string, rg: string | null, group: string, name: string | null): string | null {
  return rg === null || name === null ? null : `${what} ${group}/${name}`.toLowerCase();
}

/** Where a restore goes: the subscription chosen, else the one of the instance's vault. */
export function subscriptionOf({ subscription, instance }: DraftChoices): string | null {
  return subscription ?? /^\/subscriptions\/([^/]+)/i.exec(instance ?? '')?.[1] ?? null;
}
