import { csvText } from '#src/lib/csv.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instances } from '#src/strings/instances.ts';

/** The list as a table for spreadsheets: what every row shows. */
export function disksCsv(
  disks: readonly DiskBackupInstance[],
  subscriptions: Readonly<Record<string, string>>,
): string {
  const rows = disks.map((disk) => [
    disk.friendlyName,
    disk.resourceGroup,
    instances.datasources.disk,
    disk.vaultName,
    subscriptions[disk.subscriptionId.toLowerCase()] ?? null,
    disk.subscriptionId,
    disk.region,
    disk.snapshotGroupId === null ? null : nameOf(disk.snapshotGroupId),
    disk.policyName,
    disk.protectionState,
    disk.sourceDiskId,
  ]);
  return csvText([[...diskPages.list.csv.heads], ...rows]);
}
