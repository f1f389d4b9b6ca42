import { pauseEndText } from '#src/lib/format.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import type { ReadTrouble } from '#src/wizard/reads/read.ts';

/** A read that did not come to an answer. */
export interface Unanswered {
  readonly state: 'forbidden' | 'failed';
  readonly trouble?: ReadTrouble | undefined;
}

/** What Azure said of a read: what happened, the action that is missing, and whom to ask. */
export function troubleText({ state, trouble }: Unanswered, what: string): string {
  const problem = trouble?.problem;
  const words = problemWords(problem ?? { kind: state === 'forbidden' ? state : 'lost' });
  const missing = problem?.missingAction ?? null;
  return [
    words.title(what),
    ...(state === 'failed' && problem !== undefined ? [textInSentence(problem.message)] : []),
    ...(problem?.pause === undefined
      ? []
      : [common.pausedUntil(pauseEndText(problem.pause.until))]),
    ...(missing === null ? [] : [`${common.missingAction(missing)}.`]),
    words.advice,
  ].join(' ');
}
