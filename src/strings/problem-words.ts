import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { azure } from '#src/strings/datasources.ts';

/**
 * Title and advice for a problem, of whatever service. Throttling has texts of its own: the request wasn’t
 * rejected.
 */
export function problemWords({
  kind,
  pause,
  service = azure,
}: Pick<Problem, 'kind' | 'pause' | 'service'>) {
  const { title, advice } = pause === undefined ? common.problem[kind] : common.paused;
  return {
    title: (what: string): string => title(what).replace(azure, service),
    advice: advice.replace(azure, service),
  };
}
