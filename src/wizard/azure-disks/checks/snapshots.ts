import { dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint, DiskSnapshot } from '#src/model/data-protection.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { prerequisites } from '#src/strings/disk-checks.ts';
import { snapshotsCommand } from '#src/wizard/azure-disks/checks/commands.ts';
import { type Prerequisite, told } from '#src/wizard/azure-disks/checks/prerequisite.ts';

const words = prerequisites.snapshots;

/**
 * How far the times of a point and of its snapshot may lie apart. Azure names no snapshot in a point;
 * backups of a disk are at least an hour apart (that half of it separates them is a guess, G).
 */
const SAME_MS = 30 * 60_000;

/** What is judged of the snapshots that a restore reads. */
export interface SnapshotLook {
  readonly sourceDiskId: ResourceId;
  readonly group: ResourceId;
  readonly snapshots: readonly DiskSnapshot[];
  readonly point: DiskRecoveryPoint;
  /** When Azure told the snapshots. */
  readonly at: Instant | null;
}

/** The incremental snapshots of a disk. */
export function snapshotsOf(
  snapshots: readonly DiskSnapshot[],
  diskId: ResourceId,
): readonly DiskSnapshot[] {
  return snapshots.filter((one) => one.isIncremental && sameId(one.sourceDiskId, diskId));
}

/** Whether the snapshots are where a restore looks for them, and that of the point among them. */
export function snapshotsThere({
  sourceDiskId,
  group,
  snapshots,
  point,
  at,
}: SnapshotLook): Prerequisite {
  const [disk, where] = [nameOf(sourceDiskId), nameOf(group)];
  const own = snapshotsOf(snapshots, sourceDiskId);
  const command = { label: words.command, text: snapshotsCommand(group) };
  const refused = (found: string): Prerequisite =>
    told({ id: 'snapshots', state: 'refused', found, at, command });
  if (own.length === 0) return refused(words.none(disk, where));
  for (const { name, createdAt } of own) {
    if (createdAt === null || !isSameTime(createdAt, point.time)) continue;
    const found = words.found(name, where, dateTimeText(createdAt));
    return told({ id: 'snapshots', state: 'done', found, at });
  }
  // Nobody can tell which it would be: then it has not passed either.
  if (point.time === null || own.some(({ createdAt }) => createdAt === null)) {
    const found = words.noTime(own.length, disk, where);
    return told({ id: 'snapshots', state: 'notChecked', found, at, command });
  }
  return refused(words.notOfPoint(own.length, disk, where));
}

function isSameTime(a: Instant, b: Instant | null): boolean {
  return b !== null && Math.abs(a - b) <= SAME_MS;
}
