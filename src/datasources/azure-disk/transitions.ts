import { diskNameIn } from '#src/model/disk-name-in.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { type DiskChoices, diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import { isOther, type Lost, type Transitions } from '#src/wizard/draft/transitions.ts';

/** What follows from a change of a disk's restore. */
export const transitions: Transitions = {
  completed: (_, change) => change,
  lostFields: (before, after) => lostFields(diskChoicesOf(before), diskChoicesOf(after)),
  nameOf: ({ instance }) => (instance === null ? null : diskNameIn(nameOf(instance))),
};

/** The fields whose value can't stay after a change. */
function lostFields(before: DiskChoices, after: DiskChoices): Lost[] {
  return [
    ...(isOther(before.instance, after.instance) ? [['point', 'instance'] as const] : []),
    ...(isOther(before.subscription, after.subscription) ? [['rg', 'subscription'] as const] : []),
  ];
}

/** What a restore creates, as one text; null while that is not chosen. */
export function targetOf({ instance, subscription, rg, diskName }: DiskChoices): string | null {
  if (instance === null || rg === null || diskName === null) return null;
  return `disk ${subscription ?? ''}/${rg}/${diskName}`.toLowerCase();
}
