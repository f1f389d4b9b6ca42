import { nameOf } from '#src/model/resource-id.ts';

/** The name of what a backup instance of Azure protects: the last part of a VM's item, or the disk's own name. */
export function instanceName(id: string): string {
  const [first = '', ...rest] = nameOf(id).split(';');
  return rest.at(-1) ?? diskNameIn(first);
}

/** Azure names a backup instance by the disk, twice or beside its group, and an id of its own. */
function diskNameIn(instance: string): string {
  const name = instance.replace(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '');
  return /^(.+)-\1$/.exec(name)?.[1] ?? name;
}
