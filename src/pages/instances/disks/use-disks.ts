import { useQuery } from '@tanstack/react-query';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { type Exporting, useExport } from '#src/api/queries/export.tsx';
import { type Paged, usePaged } from '#src/api/queries/paged.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { disksCsv } from '#src/pages/instances/disks/csv.ts';
import type { DisksWanted } from '#src/pages/instances/disks/wanted.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { useRowRange } from '#src/ui/grid/use-row-range.ts';
import { saveFile } from '#src/ui/save-file.ts';

export interface Disks {
  readonly list: Paged<DiskBackupInstance>;
  /** Told which rows are in view. */
  readonly onRange: (first: number, last: number) => void;
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
  readonly csv: Exporting<DiskBackupInstance>['bar'];
  readonly onExport: () => void;
}

/** The protected disks in view, and the file of all of them. Idle: nothing is read. */
export function useDisks({ filter, order }: DisksWanted, isIdle: boolean): Disks {
  const [range, onRange] = useRowRange();
  const { data: subscriptions = {} } = useQuery(subscriptionNamesQuery());
  const pages = { ...diskInstancePages(filter, order), isIdle };
  const list = usePaged(pages, range);
  const csv = useExport<DiskBackupInstance>((rows) =>
    saveFile(diskPages.list.csv.fileName, 'text/csv', disksCsv(rows, subscriptions)),
  );
  return {
    list,
    onRange,
    readAt: oldestReadAt(list.pages.map(({ key }) => key)),
    csv: csv.bar,
    onExport: () => csv.start(pages.read),
  };
}
