import type { Instant } from '#src/lib/time.ts';
import type { Standing } from '#src/wizard/azure-disks/checks/disk-validation.ts';

/**
 * When a restore is to be validated by itself: when its newest role counts, and at once where the last
 * answer is from before that. Never where it has passed.
 */
export function dueOf(
  { state, since }: Pick<Standing, 'state' | 'since'>,
  due: Instant | null,
  now: Instant,
): Instant | null {
  if (due === null || state === 'succeeded') return null;
  const isOlder = since !== null && since < due;
  return due > now || isOlder ? due : null;
}
