import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';

/** Title and advice of a problem. Where Azure asks for a pause, that is the news and not its refusal. */
export function problemWords({ kind, pause }: Pick<Problem, 'kind' | 'pause'>) {
  return pause === undefined ? common.problem[kind] : common.paused;
}
