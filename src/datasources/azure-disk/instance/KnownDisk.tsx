import { useQuery, useQueryClient } from '@tanstack/react-query';
import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { DeletedDisk } from '#src/actions/SoftDeletedPlace.tsx';
import { oldestReadAt, problemOf } from '#src/api/queries/query.ts';
import { DiskFacts, useDisk } from '#src/datasources/azure-disk/instance/DiskFacts.tsx';
import { DiskPoints } from '#src/datasources/azure-disk/instance/DiskPoints.tsx';
import { HoldingMachine } from '#src/datasources/azure-disk/instance/HoldingMachine.tsx';
import { useAbout } from '#src/datasources/azure-disk/instance/use-about.ts';
import type { InstancePageProps } from '#src/datasources/pages.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { softDelete } from '#src/strings/soft-delete.ts';
import { InstanceCommands } from '#src/ui/instance/InstanceCommands.tsx';
import { InstanceHeader } from '#src/ui/instance/InstanceHeader.tsx';
import { InstanceLayout } from '#src/ui/instance/InstanceLayout.tsx';
import { Opened } from '#src/ui/instance/Opened.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

/** A protected disk whose address is one: its states of being read, and what is known of it. */
export function KnownDisk({ id, address, Jobs }: InstancePageProps) {
  const queries = useQueryClient();
  const instance = useQuery(diskInstanceQuery(id));
  const points = useQuery(diskPointsQuery(id));
  const disk = useDisk(instance.data?.sourceDiskId);
  const about = useAbout(instance.data);
  const name = instance.data?.friendlyName ?? nameOf(id);
  const failed = instance.error ?? (points.data === undefined ? null : points.error);
  return (
    <>
      <InstanceHeader name={name} datasource="disk" about={about} isReading={instance.isFetching} />
      <InstanceCommands
        search={{ instance: address }}
        held={instance.data?.deletion ? softDelete.held : undefined}
        readAt={oldestReadAt([diskInstanceQuery(id).queryKey, diskPointsQuery(id).queryKey])}
        onRefresh={() => void queries.refetchQueries({ type: 'active' })}
      />
      <Loaded
        query={instance}
        problemOf={problemOf}
        what={words.what}
        wayOn={<RouterButton to="/instances">{common.backupInstances}</RouterButton>}
      >
        {(item) => (
          <InstanceLayout
            facts={<DiskFacts item={item} disk={disk} />}
            stale={failed === null ? null : problemOf(failed).message}
          >
            <DeletedDisk item={item} />
            <Opened id={id} name={name} place={[item.resourceGroup, item.vaultName]} />
            <DiskPoints item={item} query={points} address={address} />
            <HoldingMachine machineId={disk.disk?.machineId ?? null} />
            <Jobs instance={item.id} />
          </InstanceLayout>
        )}
      </Loaded>
    </>
  );
}
