import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { DiskCommands } from '#src/pages/instance/disk/DiskCommands.tsx';
import { DiskFacts } from '#src/pages/instance/disk/DiskFacts.tsx';
import { DiskHeader } from '#src/pages/instance/disk/DiskHeader.tsx';
import { DiskPoints } from '#src/pages/instance/disk/DiskPoints.tsx';
import { HoldingMachine } from '#src/pages/instance/disk/HoldingMachine.tsx';
import { useDisk } from '#src/pages/instance/disk/use-disk.ts';
import { InstanceJobs } from '#src/pages/instance/InstanceJobs.tsx';
import type { KnownInstanceProps } from '#src/pages/instance/KnownInstance.tsx';
import { usePartStyles } from '#src/pages/instance/styles.ts';
import { useViewStyles } from '#src/pages/instance/view-styles.ts';
import { common } from '#src/strings/common.ts';
import { instance as words } from '#src/strings/instance.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

/** A protected disk whose address is one: its states of being read, and all that is told of it. */
export function KnownDisk({ id, address }: KnownInstanceProps) {
  const queries = useQueryClient();
  const styles = useViewStyles();
  const part = usePartStyles();
  const instance = useQuery(diskInstanceQuery(id));
  const points = useQuery(diskPointsQuery(id));
  const disk = useDisk(instance.data?.sourceDiskId);
  const failed = instance.error ?? (points.data === undefined ? null : points.error);
  return (
    <>
      <DiskHeader id={id} item={instance.data} isReading={instance.isFetching} />
      <DiskCommands
        address={address}
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
          <div className={styles.root}>
            <div className={styles.facts}>
              <DiskFacts item={item} disk={disk} />
            </div>
            <div className={styles.main}>
              {failed !== null && (
                <div className={part.inset}>
                  <MessageBar intent="warning">
                    <MessageBarBody>{words.stale(problemOf(failed).message)}</MessageBarBody>
                  </MessageBar>
                </div>
              )}
              <DiskPoints item={item} query={points} address={address} />
              <HoldingMachine machineId={disk.disk?.machineId ?? null} />
              <InstanceJobs item={item} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}
