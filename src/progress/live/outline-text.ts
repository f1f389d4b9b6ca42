import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { pages } from '#src/strings/pages.ts';

/** The new VM, the new disk, or the resource group of the new disks. Null: not known, or the source itself. */
export function targetText({ name, group }: RestoreOutline): string | null {
  return name ?? (group === null ? null : pages.job.disksIn(group));
}
