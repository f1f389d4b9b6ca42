import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { azure } from '#src/strings/datasources.ts';

/** Title and advice for a problem. Throttling has texts of its own: the request wasn’t rejected. */
export function problemWords({
  kind,
  pause,
  service = azure,
}: Pick<Problem, 'kind' | 'pause' | 'service'>): ProblemWords {
  const { title, advice }: WordsOfService =
    pause === undefined ? common.problem[kind] : common.paused;
  return {
    title: (what) => title(what, service),
    advice: advice.replace(azure, service),
  };
}

interface ProblemWords {
  readonly title: (what: string) => string;
  readonly advice: string;
}

interface WordsOfService extends Omit<ProblemWords, 'title'> {
  readonly title: (what: string, service?: string) => string;
}
