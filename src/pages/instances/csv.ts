import { csvText } from '#src/lib/csv.ts';
import { type Instant, isoText } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { instances as words } from '#src/strings/instances.ts';

/** The list as a table for spreadsheets: what every row shows, with times in UTC. */
export function instancesCsv(
  items: readonly ProtectedItem[],
  subscriptions: Readonly<Record<string, string>>,
): string {
  const rows = items.map((item) => [
    item.friendlyName,
    item.resourceGroup,
    words.datasources.vm,
    item.vaultName,
    subscriptions[item.subscriptionId.toLowerCase()] ?? null,
    item.subscriptionId,
    item.region,
    timeOf(item.lastRecoveryPointAt),
    timeOf(item.lastBackupAt),
    words.health[item.health],
    item.protectionState,
    item.sourceResourceId,
  ]);
  return csvText([[...words.csv.heads], ...rows]);
}

const timeOf = (at: Instant | null): string | null => (at === null ? null : isoText(at));
