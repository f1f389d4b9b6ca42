import { useQuery } from '@tanstack/react-query';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import type { Instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { DraftPoint } from '#src/pages/drafts/rows.ts';
import { common } from '#src/strings/common.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { Moment } from '#src/ui/text.tsx';

/** When the restore point of a draft was taken: as Review showed it, else read from Azure. */
export function PointCell({ point }: { readonly point: DraftPoint | null }) {
  if (point === null) return words.notSelected;
  if (point.shown !== null) return point.shown;
  switch (ownerOf(point.instance)?.provider) {
    case 'Microsoft.RecoveryServices':
      return <VmPoint {...point} />;
    case 'Microsoft.DataProtection':
      return <DiskPoint {...point} />;
    case undefined:
      return words.backup(point.name);
  }
}

// By the lists that the page of the instance and the wizard read, too.
function VmPoint({ instance, name }: DraftPoint) {
  return timeIn(useQuery(recoveryPointsQuery(resourceId(instance))), name);
}

function DiskPoint({ instance, name }: DraftPoint) {
  return timeIn(useQuery(diskPointsQuery(resourceId(instance))), name);
}

interface Points {
  readonly data: readonly { readonly name: string; readonly time: Instant | null }[] | undefined;
  readonly error: Error | null;
}

function timeIn({ data, error }: Points, name: string) {
  if (data === undefined && error === null) return common.reading(words.heads.point);
  const at = data?.find((one) => one.name === name)?.time ?? null;
  return at === null ? words.timeNotRead(name) : <Moment at={at} />;
}
