import { useQuery } from '@tanstack/react-query';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { recoveryPointQuery } from '#src/api/queries/recovery-point.ts';
import { ownerOf } from '#src/datasources/registry.ts';
import type { Instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { DraftPoint } from '#src/pages/drafts/rows.ts';
import { common } from '#src/strings/common.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { Moment } from '#src/ui/Moment.tsx';

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

function VmPoint({ instance, name }: DraftPoint) {
  const { data, error } = useQuery(
    recoveryPointQuery(resourceId(`${instance}/recoveryPoints/${name}`)),
  );
  return timeText(name, data?.time, error !== null);
}

function DiskPoint({ instance, name }: DraftPoint) {
  const { data, error } = useQuery(diskPointsQuery(resourceId(instance)));
  return timeText(
    name,
    data && (data.find((one) => one.name === name)?.time ?? null),
    error !== null,
  );
}

/** `at` undefined: not read. */
function timeText(name: string, at: Instant | null | undefined, isFailed: boolean) {
  if (at) return <Moment at={at} />;
  return at === null || isFailed ? words.timeNotRead(name) : common.reading(words.heads.point);
}
