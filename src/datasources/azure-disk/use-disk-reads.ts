import { useQuery } from '@tanstack/react-query';
import { useNow } from '#src/ui/use-now.ts';
import { diskQueries } from '#src/datasources/azure-disk/queries.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { readOf } from '#src/wizard/reads/read-of.ts';

/** Points expire and roles come of age while the wizard is open: as often as that is looked at. */
const LOOK_EVERY_MS = 30_000;

const NOTHING = { instance: undefined, vault: undefined, disk: undefined };

/** Asks Azure what the draft of a disk's restore needs to know, each thing once its id is known. */
export function useDiskReads(choices: DiskChoices): DiskReads {
  const at = useNow(LOOK_EVERY_MS);
  const instance = useQuery(diskQueries(choices, NOTHING).instance);
  const ofInstance = diskQueries(choices, { ...NOTHING, instance: instance.data });
  const vault = useQuery(ofInstance.vault);
  const disk = useQuery(ofInstance.disk);
  const all = diskQueries(choices, {
    instance: instance.data,
    vault: vault.data,
    disk: disk.data,
  });
  return {
    at,
    validation: 'none',
    instance: readOf(instance),
    vault: readOf(vault),
    disk: readOf(disk),
    machineBackup: readOf(useQuery(all.machineBackup)),
    points: readOf(useQuery(all.points)),
    subscriptions: readOf(useQuery(all.subscriptions)),
    groups: readOf(useQuery(all.groups)),
    diskNames: readOf(useQuery(all.diskNames)),
    snapshots: readOf(useQuery(all.snapshots)),
    targetRoles: readOf(useQuery(all.targetRoles)),
    snapshotRoles: readOf(useQuery(all.snapshotRoles)),
    setRoles: readOf(useQuery(all.setRoles)),
    runningRestores: readOf(useQuery(all.runningRestores)),
    permissions: readOf(useQuery(all.permissions)),
  };
}
