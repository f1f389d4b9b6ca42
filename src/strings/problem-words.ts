import type { Problem } from '#src/model/problem.ts';
import { common } from '#src/strings/common.ts';
import { azure } from '#src/strings/datasources.ts';

/** Title and advice for a problem. Throttling has texts of its own: the request wasn’t rejected. */
export function problemWords({
  kind,
  pause,
  way,
  service = azure,
}: Pick<Problem, 'kind' | 'pause' | 'service'> & Partial<Pick<Problem, 'way'>>): ProblemWords {
  const { title, advice }: WordsOfService =
    pause === undefined ? common.problem[kind] : common.paused;
  const isOpen = pause === undefined && OPEN_KINDS.includes(kind);
  const wayOn = way === undefined || !isOpen ? [] : [common.way[way]];
  return {
    title: (what) => title(what, service),
    advice: [advice, ...wayOn].join(' ').replaceAll(azure, service),
  };
}

/** Kinds of problems with several ways on: what an answer said decides. */
const OPEN_KINDS: readonly Problem['kind'][] = ['refused', 'unreadable', 'notSent'];

interface ProblemWords {
  readonly title: (what: string) => string;
  readonly advice: string;
}

interface WordsOfService extends Omit<ProblemWords, 'title'> {
  readonly title: (what: string, service?: string) => string;
}
