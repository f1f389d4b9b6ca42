import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';

/** Title and advice for a problem. Throttling has texts of its own: the request wasn’t rejected. */
export function problemWords({ kind, pause }: Pick<Problem, 'kind' | 'pause'>) {
  return pause === undefined ? common.problem[kind] : common.paused;
}
