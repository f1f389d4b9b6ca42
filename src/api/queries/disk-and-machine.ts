import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listDiskInstancePage } from '#src/api/data-protection/instances.ts';
import { itemOfMachine } from '#src/api/recovery-services/protect.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Two vaults of two kinds may protect a disk and the machine that it is attached to. */

/** More disks on one machine than there are. */
const ENOUGH = 200;

/** Backup instance of a machine; null: no Recovery Services vault protects it. */
export const protectedMachineQuery = (machineId: ResourceId) =>
  queryOptions({
    queryKey: ['protected machine', machineId.toLowerCase()],
    queryFn: ({ signal }) => itemOfMachine(session(), machineId, signal),
  });

/** Those of some disks that Backup vaults protect. */
export const protectedDisksQuery = (diskIds: readonly ResourceId[]) =>
  queryOptions({
    queryKey: ['protected disks', ...diskIds.map((id) => id.toLowerCase())],
    queryFn: async ({ signal }) => {
      const filter = { ...EVERY_DISK, sources: diskIds };
      const wanted = { filter, order: DISKS_BY_NAME, start: { skip: 0 }, top: ENOUGH };
      return (await listDiskInstancePage(session(), wanted, signal)).rows;
    },
    enabled: diskIds.length > 0,
  });
