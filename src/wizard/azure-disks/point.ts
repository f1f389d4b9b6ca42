import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/data-protection.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { isCut } from '#src/lib/list.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** Whether a point has expired at a moment, by the time that Azure gave for it. */
export function isExpired({ expiresAt }: DiskRecoveryPoint, at: Instant): boolean {
  return expiresAt !== null && expiresAt <= at;
}

/** The chosen point while it can be restored; undefined also where the points are not read. */
export function chosenDiskPoint(
  reads: Pick<DiskReads, 'points' | 'at'>,
  { point }: Pick<DraftChoices, 'point'>,
): DiskRecoveryPoint | undefined {
  return known(reads.points)?.find((one) => one.name === point && !isExpired(one, reads.at));
}

/** Whether a point was chosen that is not there any more; of one that a cut list lacks nobody knows. */
export function isPointGone(
  reads: Pick<DiskReads, 'points' | 'at'>,
  choices: Pick<DraftChoices, 'point'>,
): boolean {
  const points = known(reads.points);
  if (choices.point === null || points === undefined) return false;
  const isListed = points.some(({ name }) => name === choices.point);
  if (!isListed && isCut(points)) return false;
  return chosenDiskPoint(reads, choices) === undefined;
}
