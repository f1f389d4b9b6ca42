import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/data-protection.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
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

/** Whether a point was chosen that is not there any more. */
export function isPointGone(
  reads: Pick<DiskReads, 'points' | 'at'>,
  choices: Pick<DraftChoices, 'point'>,
): boolean {
  const isRead = known(reads.points) !== undefined;
  return choices.point !== null && isRead && chosenDiskPoint(reads, choices) === undefined;
}
