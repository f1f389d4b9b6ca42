import type { ReactNode } from 'react';
import { instanceAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import type { DiskJobDetails } from '#src/model/data-protection.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = diskPages.job;

/** What a Backup vault's job is about. */
export function diskFacts(job: DiskJobDetails): readonly (readonly [string, ReactNode])[] {
  const { instanceId, itemName, sourceDiskId, recoveryPointTime: time, restoredDiskId } = job;
  return [
    [words.datasource, instances.datasources.disk],
    [
      words.instance,
      instanceId === '' ? (
        itemName || common.notReported
      ) : (
        <RouterLink
          key="instance"
          to="/instances/$instanceId"
          params={{ instanceId: instanceAddress(instanceId) }}
        >
          {itemName || nameOf(instanceId)}
        </RouterLink>
      ),
    ],
    [words.source, sourceDiskId === '' ? common.notReported : nameOf(sourceDiskId)],
    [words.point, time === null ? common.notReported : dateTimeText(time)],
    [words.target, restoredDiskId === null ? common.notReported : nameOf(restoredDiskId)],
  ];
}
