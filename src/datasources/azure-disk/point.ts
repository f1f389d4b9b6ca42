import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { common } from '#src/strings/common.ts';
import { known } from '#src/wizard/reads/read.ts';

interface PointChoice {
  readonly point: string | null;
}

/** A moment as Azure reports it. */
export const momentText = (at: Instant | null): string =>
  at === null ? common.notReported : dateTimeText(at);

/** Whether a point has expired at a moment, by the time that Azure gave for it. */
export function isExpired({ expiresAt }: DiskRecoveryPoint, at: Instant): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/** The chosen point while it can be restored; undefined also where the points are not read. */
export function chosenDiskPoint(
  reads: Pick<DiskReads, 'points' | 'at'>,
  { point }: PointChoice,
): DiskRecoveryPoint | undefined {
  return known(reads.points)?.find((one) => one.name === point && !isExpired(one, reads.at));
}

/** Whether a selected restore point no longer exists; unknown if an incomplete list lacks it. */
export function isPointGone(
  reads: Pick<DiskReads, 'points' | 'at'>,
  choices: PointChoice,
): boolean {
  const points = known(reads.points);
  if (choices.point === null || points === undefined) return false;
  const isListed = points.some(({ name }) => name === choices.point);
  if (!isListed && isCut(points)) return false;
  return chosenDiskPoint(reads, choices) === undefined;
}
