import { LIMITS } from '#src/lib/limits.ts';
import { common } from '#src/strings/common.ts';
import { useIsLate } from '#src/ui/use-is-late.ts';

/** That what stands here takes longer than usual, as soon as it does. */
export function Late() {
  return useIsLate(LIMITS.lateMs) && <span>{common.late}</span>;
}
