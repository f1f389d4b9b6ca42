/** Azure names a backup instance by the disk, twice or beside its group, and an id of its own. */
export function diskNameIn(instanceName: string): string {
  const name = instanceName.replace(/-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, '');
  return /^(.+)-\1$/.exec(name)?.[1] ?? name;
}
